import type { AppError } from './errors.ts';
import type { Role } from './state.ts';

/** One of the workspace's own fields, filled in or not. Pachca's custom property of a user. */
export interface ProfileProperty {
  readonly id: number;
  readonly name: string;
  readonly dataType: 'string' | 'number' | 'date' | 'link';
  /** As Pachca keeps it: a number as text, a date in ISO 8601; null = not filled in. */
  readonly value: string | null;
}

/** Everything of `GET /profile` that is worth reading. Texts that are not filled in are null. */
export interface ProfileView {
  readonly userId: number;
  readonly name: string | null;
  readonly nickname: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
  readonly department: string | null;
  readonly title: string | null;
  readonly role: Role | null;
  readonly bot: boolean;
  readonly sso: boolean;
  readonly tags: readonly string[];
  /** IANA name; null = the company's zone. */
  readonly timeZone: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
  /** Epoch milliseconds. */
  readonly lastActivityAt: number | null;
  /** In the workspace's order. */
  readonly properties: readonly ProfileProperty[];
  /** Why it is not known which fields the workspace has; `properties` then holds those the person has. */
  readonly fieldsError: AppError | null;
}
