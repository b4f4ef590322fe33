import * as v from 'valibot';
import type { ProfileView } from '../profile.ts';
import { nothing, type CommandInputs } from './inputs.ts';

/** A colleague, as the search lists them. */
export interface Person {
  readonly userId: number;
  readonly name: string | null;
  readonly nickname: string;
}

/** The profile and the people of the workspace. */
export const profileInputs = {
  /** Everything worth reading of the profile, with the workspace's own fields. */
  'profile.load': nothing,
  /** Looks for colleagues; `cursor` is the `next` of the page before. Needs `users:read`. */
  'people.search': v.strictObject({
    query: v.pipe(v.string(), v.trim(), v.maxLength(200)),
    cursor: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
  }),
} satisfies CommandInputs;

/** What these commands give back that give back more than success. */
export interface ProfileValues {
  'people.search': { readonly people: readonly Person[]; readonly next: string | null };
  'profile.load': ProfileView;
}
