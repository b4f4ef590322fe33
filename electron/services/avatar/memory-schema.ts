import * as v from 'valibot';
import { KEPT, type AvatarMemory } from './memory.ts';
import { isPictureId } from './pictures.ts';

const picture = v.pipe(v.string(), v.check(isPictureId, 'no name of a picture'));
const fingerprint = v.pipe(v.string(), v.maxLength(64));
const instant = v.pipe(v.number(), v.safeInteger());

const end = v.variant('kind', [
  v.strictObject({ kind: v.literal('moment'), at: instant }),
  v.strictObject({ kind: v.literal('status'), emoji: v.string(), title: v.string(), endsAt: v.nullable(instant) }),
]);

const temporary = v.strictObject({ before: v.nullable(picture), end, tried: v.boolean() });

const before = v.variant('known', [
  v.strictObject({
    known: v.literal(true),
    picture: v.nullable(picture),
    address: v.nullable(fingerprint),
    ours: v.boolean(),
  }),
  v.strictObject({ known: v.literal(false) }),
]);

/** {@link AvatarMemory} as it lies on the disk. */
export const avatarMemorySchema: v.GenericSchema<unknown, AvatarMemory> = v.strictObject({
  kept: v.pipe(v.array(v.strictObject({ id: picture, at: instant })), v.maxLength(KEPT + 1)),
  own: v.nullable(
    v.strictObject({ picture: v.nullable(picture), addresses: v.array(fingerprint), served: v.nullable(picture) }),
  ),
  undo: v.nullable(v.strictObject({ before: v.nullable(picture), temporary: v.nullable(temporary) })),
  temporary: v.nullable(temporary),
  unfinished: v.exactOptional(
    v.nullable(
      v.strictObject({ picture: v.nullable(picture), before: v.nullable(before), end: v.nullable(end), at: instant }),
    ),
  ),
});
