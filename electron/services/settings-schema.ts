import * as v from 'valibot';
import { hints, type Hint } from '../../shared/desktop.ts';
import { locales } from '../../shared/i18n/locale.ts';
import {
  draftSchema,
  presetSchema,
  statusPlanSchema,
  wallTimeSchema,
  weekdaySchema,
  type Draft,
} from '../../shared/schemas.ts';
import { roles, themes, trayIconTones, type Preferences, type Recent, type Role } from '../../shared/state.ts';
import type { Preset } from '../../shared/presets.ts';
import { parseApiUrl } from './pachca/api-url.ts';
import { avatarMemorySchema } from './avatar/memory-schema.ts';
import type { AvatarMemory } from './avatar/memory.ts';
import { memorySchema } from './status/memory-schema.ts';
import type { StatusMemory } from './status/memory.ts';
import { salvageJson, withoutComments } from './json-salvage.ts';

/** The version this app writes. A change of the shape raises it and adds a step to {@link migrations}. */
export const SETTINGS_VERSION = 2;

/** What `current` is while the demo workspace is in use. No account can have this key. */
export const DEMO = 'demo';

/** Who the app knows. That an account is here is the marker that its token is in the keychain. */
export interface StoredAccount {
  /** See `accountKey`. */
  readonly key: string;
  /**
   * Base address of the server its token is for; the token is never sent to another one. Null = stored before accounts
   * knew their server, and not looked at since.
   */
  readonly apiUrl: string | null;
  /** Pachca's user id. */
  readonly userId: number;
  readonly name: string | null;
  readonly nickname: string | null;
  readonly email: string | null;
  readonly bot: boolean;
  readonly role: Role | null;
  /** As Pachca gave it; not checked to be a zone that exists. */
  readonly timeZone: string | null;
}

/** What belongs to one account besides who it is. Kept also while its token is only in memory, and for the demo. */
export interface AccountData {
  /** Key of the account, or `demo`. */
  readonly key: string;
  /** The name the person gave it. */
  readonly label: string | null;
  /** Presets of its own, where the person wants that; null = the common ones. */
  readonly presets: readonly Preset[] | null;
  readonly recents: readonly Recent[];
  readonly draft: Draft | null;
  readonly memory: StatusMemory | null;
  /** What is known of its pictures, which lie in files of their own. */
  readonly avatar: AvatarMemory | null;
}

/** All that is kept on disk. Nothing here is secret. */
export interface SettingsData extends Preferences {
  readonly version: typeof SETTINGS_VERSION;
  /** The hints that the person has dismissed. */
  readonly told: readonly Hint[];
  /** Key of the account in use, `demo`, or null. */
  readonly current: string | null;
  readonly accounts: readonly StoredAccount[];
  /** The presets of all accounts; null = the six to begin with, in the language of the moment. */
  readonly presets: readonly Preset[] | null;
  readonly accountData: readonly AccountData[];
}

/** What holds where nothing else was chosen. */
export const defaultSettings: SettingsData = {
  version: SETTINGS_VERSION,
  language: 'system',
  theme: 'system',
  trayIcon: 'auto',
  workStart: { hour: 9, minute: 0 },
  workEnd: { hour: 18, minute: 0 },
  weekStart: null,
  zone: 'computer',
  warnBefore: 5,
  presetsPerAccount: false,
  told: [],
  current: null,
  accounts: [],
  presets: null,
  accountData: [],
};

/** An account of which nothing is kept yet. */
export const emptyAccountData = (key: string): AccountData => ({
  key,
  label: null,
  presets: null,
  recents: [],
  draft: null,
  memory: null,
  avatar: null,
});

const account = {
  key: v.pipe(v.string(), v.nonEmpty(), v.notValue(DEMO)),
  apiUrl: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.check((url) => url !== '' && parseApiUrl(url).ok, 'no base address'),
      ),
    ),
    null,
  ),
  userId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  name: v.nullable(v.string()),
  nickname: v.nullable(v.string()),
  email: v.nullable(v.string()),
  bot: v.boolean(),
  role: v.optional(v.nullable(v.picklist(roles)), null),
  timeZone: v.nullable(v.string()),
};

const presets = v.pipe(
  v.array(presetSchema),
  v.check((all) => distinct(all.map(({ id }) => id)), 'no id twice'),
);

const accountData = {
  key: v.pipe(v.string(), v.nonEmpty()),
  label: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  presets: v.nullable(presets),
  recents: v.pipe(v.array(v.strictObject({ ...statusPlanSchema.entries, id: v.string() })), v.maxLength(10)),
  draft: v.nullable(draftSchema),
  memory: v.nullable(memorySchema),
  avatar: v.nullable(avatarMemorySchema),
};

const settings = {
  language: v.picklist(['system', ...locales]),
  theme: v.picklist(themes),
  trayIcon: v.picklist(trayIconTones),
  workStart: wallTimeSchema,
  workEnd: wallTimeSchema,
  weekStart: v.nullable(weekdaySchema),
  zone: v.picklist(['computer', 'profile']),
  warnBefore: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240))),
  presetsPerAccount: v.boolean(),
  told: v.array(v.picklist(hints)),
  current: v.nullable(v.string()),
};

/**
 * What may be written. Strict: a key that is not listed is refused, so that nothing else can reach the disk. The order
 * is the order in the file: the accounts come last, because they are the longest and a file loses its end first.
 */
export const SettingsSchema = v.strictObject({
  version: v.literal(SETTINGS_VERSION),
  ...settings,
  accounts: v.pipe(
    v.array(v.strictObject(account)),
    v.check((all) => distinct(all.map(({ key }) => key)), 'no key twice'),
  ),
  presets: v.nullable(presets),
  accountData: v.pipe(
    v.array(v.strictObject(accountData)),
    v.check((all) => distinct(all.map(({ key }) => key)), 'no key twice'),
  ),
}) satisfies v.GenericSchema<unknown, SettingsData>;

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

type Raw = Readonly<Record<string, unknown>>;

/** Steps from a version to the next, by the version they start from. */
export type Migrations = Readonly<Record<number, (old: Raw) => Raw>>;

/**
 * Version 1 is the first there is. Version 2 has what version 1 refuses to read (what presets ask for, what a status was
 * made of), and everything that version 1 has.
 */
export const migrations: Migrations = { 1: (old) => ({ ...old, version: 2 }) };

/** What a settings file says. */
export interface ParsedSettings {
  /** Complete and valid, whatever the file holds. */
  readonly data: SettingsData;
  /**
   * - `good`: as this version writes it, or with keys left out
   * - `older`: of an older version, and migrated
   * - `newer`: of a newer version; `data` is what this one understands of it
   * - `damaged`: `data` is what could be saved, `lost` names what could not, such as `theme` or `accounts[0]`
   */
  readonly state:
    | { readonly kind: 'good' | 'older' }
    | { readonly kind: 'newer'; readonly version: number }
    | { readonly kind: 'damaged'; readonly lost: readonly string[] };
}

/** Reads the text of a settings file key by key: what is missing or wrong is replaced by its default. Never throws. */
export function parseSettings(text: string, steps: Migrations = migrations): ParsedSettings {
  const { raw, damage } = readObject(text);
  const version = Object.hasOwn(raw, 'version') ? raw['version'] : SETTINGS_VERSION;
  if (typeof version === 'number' && Number.isInteger(version) && version > SETTINGS_VERSION) {
    return { data: readKeys(raw, damage).data, state: { kind: 'newer', version } };
  }
  const migrated = migrate(raw, version, steps);
  const { data, lost } = readKeys(migrated ?? raw, damage);
  if (!migrated) lost.unshift('version');
  if (damage || lost.length > 0) return { data, state: { kind: 'damaged', lost } };
  return { data, state: { kind: version === SETTINGS_VERSION ? 'good' : 'older' } };
}

interface Damage {
  /** The key inside of which the file was cut off. */
  readonly cutKey: string | null;
}

function readObject(text: string): { readonly raw: Raw; readonly damage: Damage | null } {
  // Editors on Windows like to put a byte order mark first.
  const json = withoutComments(text.replace(/^\uFEFF/, ''));
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? { raw: value, damage: null } : { raw: {}, damage: { cutKey: null } };
  } catch {
    const saved = salvageJson(json);
    if (!isObject(saved?.value)) return { raw: {}, damage: { cutKey: null } };
    const cutKey = saved.lastIsPartial ? (Object.keys(saved.value).at(-1) ?? null) : null;
    return { raw: saved.value, damage: { cutKey } };
  }
}

/** Null where no way leads from that version to this one. */
function migrate(raw: Raw, from: unknown, steps: Migrations): Raw | null {
  if (typeof from !== 'number') return null;
  let current = raw;
  for (let version = from; version !== SETTINGS_VERSION; version++) {
    const step = steps[version];
    if (!step) return null;
    try {
      current = step(current);
    } catch {
      // Steps are written for files in order; this one is not.
      return null;
    }
  }
  return current;
}

function readKeys(raw: Raw, damage: Damage | null): { data: SettingsData; lost: string[] } {
  const lost: string[] = [];
  const read = reader(raw, '', damage === null, lost);
  const list = (key: string): readonly unknown[] => read(key, v.array(v.unknown()), []);
  const data: SettingsData = {
    version: SETTINGS_VERSION,
    language: read('language', settings.language, defaultSettings.language),
    theme: read('theme', settings.theme, defaultSettings.theme),
    trayIcon: read('trayIcon', settings.trayIcon, defaultSettings.trayIcon),
    workStart: read('workStart', settings.workStart, defaultSettings.workStart),
    workEnd: read('workEnd', settings.workEnd, defaultSettings.workEnd),
    weekStart: read('weekStart', settings.weekStart, defaultSettings.weekStart),
    zone: read('zone', settings.zone, defaultSettings.zone),
    warnBefore: read('warnBefore', settings.warnBefore, defaultSettings.warnBefore),
    presetsPerAccount: read('presetsPerAccount', settings.presetsPerAccount, defaultSettings.presetsPerAccount),
    told: read('told', settings.told, defaultSettings.told),
    current: read('current', settings.current, defaultSettings.current),
    accounts: readAccounts(list('accounts'), lost),
    presets: readPresets(read('presets', v.nullable(v.array(v.unknown())), null), 'presets', lost),
    accountData: readAccountData(list('accountData'), lost),
  };
  const { cutKey } = damage ?? { cutKey: null };
  if (isList(cutKey) && !lost.some((path) => path.startsWith(cutKey))) lost.push(cutKey);
  if (refersToAccount(data)) return { data, lost };
  return { data: { ...data, current: null }, lost: [...lost, 'current'] };
}

/** One entry that cannot be read does not cost the others. An account needs its key and its id; the rest is for show. */
function readAccounts(entries: readonly unknown[], lost: string[]): StoredAccount[] {
  const accounts = new Map<string, StoredAccount>();
  for (const [index, entry] of entries.entries()) {
    const path = `accounts[${index}]`;
    const essential = v.safeParse(v.object({ key: account.key, userId: account.userId }), entry);
    if (!isObject(entry) || !essential.success || accounts.has(essential.output.key)) {
      lost.push(path);
      continue;
    }
    const read = reader(entry, `${path}.`, true, lost);
    accounts.set(essential.output.key, {
      ...essential.output,
      apiUrl: read('apiUrl', account.apiUrl, null),
      name: read('name', account.name, null),
      nickname: read('nickname', account.nickname, null),
      email: read('email', account.email, null),
      bot: read('bot', account.bot, false),
      role: read('role', account.role, null),
      timeZone: read('timeZone', account.timeZone, null),
    });
  }
  return [...accounts.values()];
}

/** One preset that cannot be read does not cost the others. */
function readPresets(entries: readonly unknown[] | null, path: string, lost: string[]): readonly Preset[] | null {
  if (entries === null) return null;
  const found = new Map<string, Preset>();
  for (const [index, entry] of entries.entries()) {
    const parsed = v.safeParse(presetSchema, entry);
    if (parsed.success && !found.has(parsed.output.id)) found.set(parsed.output.id, parsed.output);
    else lost.push(`${path}[${index}]`);
  }
  return [...found.values()];
}

/** Each part of what belongs to an account is read by itself: a draft that cannot be read costs no presets. */
function readAccountData(entries: readonly unknown[], lost: string[]): readonly AccountData[] {
  const found = new Map<string, AccountData>();
  for (const [index, entry] of entries.entries()) {
    const path = `accountData[${index}]`;
    const key = v.safeParse(v.object({ key: accountData.key }), entry);
    if (!isObject(entry) || !key.success || found.has(key.output.key)) {
      lost.push(path);
      continue;
    }
    const read = reader(entry, `${path}.`, true, lost);
    const own = read('presets', v.nullable(v.array(v.unknown())), null);
    found.set(key.output.key, {
      key: key.output.key,
      label: read('label', accountData.label, null),
      presets: readPresets(own, `${path}.presets`, lost),
      recents: read('recents', accountData.recents, []),
      draft: read('draft', accountData.draft, null),
      memory: read('memory', accountData.memory, null),
      avatar: read('avatar', accountData.avatar, null),
    });
  }
  return [...found.values()];
}

const lists = ['accounts', 'presets', 'accountData'] as const;
const isList = (key: string | null): key is (typeof lists)[number] => lists.some((name) => name === key);

/** Reads single keys of `raw`; in a damaged file (not `intact`) a key that is missing counts as lost. */
function reader(raw: Raw, prefix: string, intact: boolean, lost: string[]) {
  return <T>(key: string, schema: v.GenericSchema<unknown, T>, fallback: T): T => {
    const present = Object.hasOwn(raw, key);
    const parsed = v.safeParse(schema, present ? raw[key] : fallback);
    if ((present || intact) && parsed.success) return parsed.output;
    lost.push(prefix + key);
    return fallback;
  };
}

/** Whether `current` names somebody: an account, the demo, or nobody. */
export function refersToAccount({ current, accounts }: Pick<SettingsData, 'current' | 'accounts'>): boolean {
  return current === null || current === DEMO || accounts.some(({ key }) => key === current);
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
