import { imageKind, portrait } from './images.ts';
import { customProperties, invitePeople } from './people.ts';
import type { DemoLocale, Person, StoredStatus } from './people.ts';
import { issueTokens } from './tokens.ts';
import type { TokenRecord } from './tokens.ts';

/**
 * How long an expired status is still returned, in milliseconds. The real lag is undocumented ("a short while"); this
 * is long enough that a client which trusts the server's answer shows it.
 */
export const EXPIRY_LAG_MS = 60_000;

/** An uploaded or drawn picture. */
interface AvatarFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** Everything the workspace remembers. */
export interface WorkspaceState {
  readonly people: readonly Person[];
  readonly tokens: readonly TokenRecord[];
  readonly properties: ReturnType<typeof customProperties>;
  /** The status the server would return at `now`: an expired one too, for {@link EXPIRY_LAG_MS}. */
  readonly statusOf: (person: Person, now: number) => StoredStatus | null;
  /** Stores a picture as somebody's avatar and forgets the one before. False when the bytes are no image. */
  readonly setAvatar: (person: Person, bytes: Uint8Array<ArrayBuffer>) => boolean;
  readonly removeAvatar: (person: Person) => void;
  readonly avatarFile: (name: string) => AvatarFile | null;
}

export function createState(locale: DemoLocale, now: number): WorkspaceState {
  const people = invitePeople(locale, now);
  const uploads = new Map<string, AvatarFile>();
  let version = 1;

  const removeAvatar = (person: Person): void => {
    if (person.avatar !== null) uploads.delete(person.avatar);
    person.avatar = null;
  };

  return {
    people,
    tokens: issueTokens(now),
    properties: customProperties(locale),
    statusOf(person, at) {
      const { status } = person;
      const end = status?.expiresAt ?? null;
      return end !== null && at >= end + EXPIRY_LAG_MS ? null : status;
    },
    setAvatar(person, bytes) {
      const kind = imageKind(bytes);
      if (kind === null) return false;
      removeAvatar(person);
      version += 1;
      person.avatar = `${person.id}-${version}.${kind.extension}`;
      uploads.set(person.avatar, { bytes, type: kind.type });
      return true;
    },
    removeAvatar,
    avatarFile(name) {
      const owner = people.find((person) => person.avatar === name);
      if (owner === undefined) return null;
      return uploads.get(name) ?? { bytes: portrait(owner.id), type: 'image/png' };
    },
  };
}
