import * as v from 'valibot';
import { wallTimeSchema, weekdaySchema } from '../schemas.ts';
import { themes, trayIconTones } from '../state.ts';
import type { CommandInputs } from './inputs.ts';

/** What the person chose, and what they were told. */
export const settingsInputs = {
  'settings.update': v.strictObject({
    language: v.optional(v.picklist(['system', 'en', 'ru'])),
    theme: v.optional(v.picklist(themes)),
    trayIcon: v.optional(v.picklist(trayIconTones)),
    workStart: v.optional(wallTimeSchema),
    workEnd: v.optional(wallTimeSchema),
    weekStart: v.optional(v.nullable(weekdaySchema)),
    zone: v.optional(v.picklist(['computer', 'profile'])),
    warnBefore: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240)))),
    presetsPerAccount: v.optional(v.boolean()),
  }),
  'notice.dismiss': v.strictObject({ id: v.pipe(v.number(), v.integer()) }),
} satisfies CommandInputs;
