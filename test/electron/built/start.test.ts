import { mkdtempSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { takeFolder } from '../../../electron/services/folder-lock.ts';
import { bootMain, type Booted, type BootOptions } from '../../support/electron-boot.ts';

let booted: Booted;
afterEach(() => booted.stop());
const boot = async (options: BootOptions = {}): Promise<void> => {
  booted = await bootMain(options);
};

describe('A second start', () => {
  it('ends before it has done anything', async () => {
    await boot({ first: false, ready: false });
    expect(booted.seen.quits).toBe(1);
    expect(booted.seen).toMatchObject({ windows: [], trays: [], schemes: [], sandboxed: false });
  });
});

describe('The data folder', () => {
  it('is the app’s own, whatever Electron was started with', async () => {
    await boot();
    expect(booted.app.getPath('userData')).toBe(join(booted.appData, 'Pachca Status'));
  });

  it('is another one on request, made where it is missing', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'pachca-data-')), 'deep', 'down');
    await boot({ switches: { 'user-data-dir': folder } });
    expect(booted.app.getPath('userData')).toBe(folder);
    await rm(folder, { recursive: true });
  });
});

describe('An address of the API that would give the token away', () => {
  it.each([
    ['http://example.com', 'https'],
    ['ftp://127.0.0.1', 'http or https'],
    ['https://user:pass@example.com', 'user name'],
  ])('ends the start with status 1 and the rule: %s', async (apiUrl, rule) => {
    await boot({ apiUrl });
    expect(booted.seen.exitCode).toBe(1);
    expect(booted.seen.errorBoxes).toEqual([expect.stringContaining('PACHCA_API_URL')]);
    expect(booted.seen.errorBoxes[0]).toContain(rule);
    expect(booted.seen.errorBoxes[0]).not.toContain('pass@');
    expect(booted.seen.windows).toEqual([]);
  });
});

describe('The installed app', () => {
  it('does not let its environment choose the server: an address there counts for nothing, good or bad', async () => {
    await boot({ apiUrl: 'http://example.com', packaged: true });
    expect(booted.seen.errorBoxes).toEqual([]);
    expect(booted.seen.windows).toHaveLength(1);
  });
});

describe('A data folder that a preview uses', () => {
  it('ends the start with status 1 and says so; nothing is read or written', async () => {
    const appData = await mkdtemp(join(tmpdir(), 'pachca-held-'));
    const folder = join(appData, 'Pachca Status');
    await mkdir(folder);
    const taken = await takeFolder(folder, 'preview', 0);
    await boot({ appData });
    expect(booted.seen.exitCode).toBe(1);
    expect(booted.seen.errorBoxes).toEqual([expect.stringContaining(`The preview uses the data folder ${folder}`)]);
    expect(booted.seen.windows).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
    if (taken.ok) taken.release();
    await rm(appData, { recursive: true });
  });
});

describe('Waking up', () => {
  it.each(['resume', 'unlock-screen'])('makes the core look at the clock again (%s)', async (event) => {
    await boot();
    const { revision } = await booted.state();
    booted.electron.powerMonitor.emit(event);
    expect((await booted.state()).revision).toBeGreaterThan(revision);
  });
});
