import { useId, useState, type SyntheticEvent } from 'react';
import { resolveExpiry, type ExpiryRule } from '../../shared/expiry.ts';
import { extensionLabel, onDay } from '../../shared/extensions.ts';
import { formatUntil } from '../../shared/format.ts';
import { expiryContext } from '../../shared/plan.ts';
import type { AppState } from '../../shared/state.ts';
import { extensionsOf, timeStyle } from '../../shared/tray-menu.ts';
import { useApp, useCommand } from '../hooks.ts';
import { untilText } from '../view/moment.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';

interface ExtendProps {
  id: string;
  /** When the status ends now, in epoch milliseconds. */
  expiresAt: number;
  now: number;
  close: () => void;
}

/** The ways to let the present status end later: by some minutes, or at a moment. */
export function Extend({ id, expiresAt, now, close }: ExtendProps) {
  const { state, t } = useApp();
  const extend = useCommand('status.extend');

  const run = async (by: ExpiryRule) => {
    const result = await extend.run({ by });
    if (result?.ok) close();
  };
  return (
    <div id={id} className="extend" role="group" aria-label={t.actions.extend}>
      <div className="extend__steps">
        {extensionsOf(state).map((way) => (
          <button
            key={way.id}
            type="button"
            className="step"
            aria-disabled={extend.busy || undefined}
            onClick={() => void run(way.by)}
          >
            <span className="step__length">{extensionLabel(way, state.locale)}</span>{' '}
            <span className="step__end">{formatUntil(way.at, now, timeStyle(state))}</span>
          </button>
        ))}
      </div>
      <ToMoment expiresAt={expiresAt} now={now} busy={extend.busy} extend={run} />
      <div role="alert">
        {extend.error && <ErrorNote error={extend.error} onDismiss={() => extend.setError(null)} />}
      </div>
    </div>
  );
}

interface ToMomentProps {
  expiresAt: number;
  now: number;
  busy: boolean;
  extend: (by: ExpiryRule) => Promise<void>;
}

/** A day and a time: to begin with, where the first of the steps would lead. */
function ToMoment({ expiresAt, now, busy, extend }: ToMomentProps) {
  const { state, t } = useApp();
  const id = useId();
  const [moment, setMoment] = useState(() => fieldsOf(firstOffered(expiresAt, state), state));
  const [refused, setRefused] = useState(false);
  const rule = ruleOf(moment, expiresAt, state);
  const end = rule && resolveExpiry(rule, now, expiryContext(state));
  const until = end?.ok && end.value !== null && end.value > expiresAt ? end.value : null;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setRefused(until === null);
    if (rule && until !== null) void extend(rule);
  };
  const problem = refused && until === null;
  const described = problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-says` } : {};
  return (
    <form className="to-moment" aria-label={t.actions.extendTo} onSubmit={submit} noValidate>
      <input
        type="date"
        className="moment-field"
        aria-label={t.actions.extendDate}
        value={moment.date}
        {...described}
        onChange={(event) => setMoment({ ...moment, date: event.target.value })}
      />
      <input
        type="time"
        className="moment-field"
        aria-label={t.actions.extendTime}
        value={moment.time}
        {...described}
        onChange={(event) => setMoment({ ...moment, time: event.target.value })}
      />
      <p
        id={`${id}-says`}
        className={problem ? 'to-moment__says to-moment__says--problem' : 'to-moment__says'}
        role="status"
      >
        {until !== null ? untilText(until, now, state) : problem ? t.actions.notLater : ''}
      </p>
      <Button type="submit" busy={busy}>
        {t.actions.extend}
      </Button>
    </form>
  );
}

/** An hour later, or a day. */
function firstOffered(expiresAt: number, state: AppState): number {
  const ways = extensionsOf(state);
  const way = ways.find(({ id }) => id === '60') ?? ways[0];
  return way?.at ?? expiresAt;
}

interface Fields {
  /** As the fields have them: `2026-12-10` and `18:30`; empty while something is missing. */
  readonly date: string;
  readonly time: string;
}

function fieldsOf(at: number, { timeZone }: AppState): Fields {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** A new date keeps the time of the old end, to the last moment of the day where it ended with that. */
function ruleOf({ date, time }: Fields, expiresAt: number, state: AppState): ExpiryRule | null {
  const [hour, minute] = time.split(':').map(Number);
  // A year of more than four digits can be typed; no status lasts until then.
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || hour === undefined || minute === undefined) return null;
  if (time === fieldsOf(expiresAt, state).time) return onDay(expiresAt, date, state.timeZone);
  return { kind: 'dateTime', date, hour, minute };
}
