import { describe, expect, it } from 'vitest';
import { parsePreviewArgs } from '../../../electron/preview/args.ts';

describe('command line of the preview', () => {
  it('asks for any free port, a browser, the default folder and the system’s language when nothing is said', () => {
    expect(parsePreviewArgs([])).toEqual({ options: { port: 0, open: true, dataDir: null, lang: null } });
  });

  it('reads every option, with a space or an equals sign', () => {
    const options = { port: 8080, open: false, dataDir: 'some where', lang: 'ru' };
    const spaced = ['--port', '8080', '--no-open', '--data-dir', 'some where', '--lang', 'ru'];
    expect(parsePreviewArgs(spaced)).toEqual({ options });
    expect(parsePreviewArgs(['--lang=ru', '--data-dir=some where', '--no-open', '--port=8080'])).toEqual({ options });
  });

  it.each(['65536', '-1', '8080a', '80.5', '0x50', '', ' 80'])('refuses %j as a port', (port) => {
    expect(parsePreviewArgs([`--port=${port}`])).toEqual({
      problem: `--port takes a number from 0 to 65535, not "${port}"`,
    });
  });

  it.each(['de', 'EN', ''])('refuses %j as a language and names the two it speaks', (lang) => {
    expect(parsePreviewArgs([`--lang=${lang}`])).toEqual({ problem: `--lang takes en or ru, not "${lang}"` });
  });

  it.each([['--bogus'], ['extra'], ['--port'], ['--no-open=yes'], ['--data-dir=']])(
    'says in one line what is wrong with %s',
    (arg) => {
      const parsed = parsePreviewArgs([arg]);
      expect(parsed).toHaveProperty('problem');
      expect('problem' in parsed && parsed.problem).toMatch(/^[^\n]{5,100}$/);
    },
  );

  it('shows help before it complains', () => {
    expect(parsePreviewArgs(['--help', '--lang', 'de'])).toEqual({ help: true });
  });
});
