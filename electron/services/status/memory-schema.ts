import * as v from 'valibot';
import { locales } from '../../../shared/i18n/locale.ts';
import { deputySchema, heldStatusSchema, statusPlanSchema, wayBackSchema } from '../../../shared/schemas.ts';
import { AWAY_MESSAGE_LIMIT } from '../../../shared/status.ts';
import type { StatusMemory } from './memory.ts';

const status = heldStatusSchema;

const source = v.strictObject({
  template: v.pipe(v.string(), v.maxLength(2 * AWAY_MESSAGE_LIMIT)),
  deputy: v.nullable(deputySchema),
  locale: v.picklist(locales),
});

const made = v.exactOptional(
  v.nullable(v.strictObject({ plan: statusPlanSchema, presetId: v.nullable(v.string()), locale: v.picklist(locales) })),
);

const sourced = v.strictObject({ status, source: v.nullable(source), made });

const wanted = v.strictObject({
  status: v.nullable(status),
  source: v.nullable(source),
  made,
  plan: v.nullable(statusPlanSchema),
  presetId: v.nullable(v.string()),
  origin: v.picklist(['person', 'undo', 'extend', 'wayBack', 'goBack']),
  wayBack: wayBackSchema,
});

const pending = v.strictObject({ wanted, basis: v.nullable(v.strictObject({ status: v.nullable(status) })) });

/** {@link StatusMemory} as it lies on the disk. */
export const memorySchema: v.GenericSchema<unknown, StatusMemory> = v.strictObject({
  own: v.nullable(v.strictObject({ status: v.nullable(status), source: v.nullable(source), made })),
  undo: v.nullable(v.strictObject({ before: v.nullable(sourced), back: v.array(sourced) })),
  back: v.array(sourced),
  queued: v.nullable(pending),
  sent: v.exactOptional(v.nullable(pending)),
});
