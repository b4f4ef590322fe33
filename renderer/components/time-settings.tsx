import { useId, useState } from 'react';
import type { Weekday } from '../../shared/expiry.ts';
import { settingsTimeTexts } from '../../shared/i18n/areas/settingsTime.ts';
import { expiryContext } from '../../shared/plan.ts';
import type { AppState } from '../../shared/state.ts';
import { useApp, useSettings } from '../hooks.ts';
import { ErrorNote } from './note.tsx';
import { Segmented } from './segmented.tsx';

interface WallTime {
  readonly hour: number;
  readonly minute: number;
}

/** The days a week starts on somewhere. */
const weekStarts = [1, 7, 6] as const;

/** Minutes before the end at which one may be warned. */
const warnings = [1, 5, 10, 15, 30] as const;

/** Settings: working hours, the week, whose zone counts, the warning. */
export function TimeSettings() {
  const { state } = useApp();
  const update = useSettings();
  const texts = settingsTimeTexts(state.locale);
  const { settings } = state;
  const localeStart = expiryContext({ ...state, settings: { ...settings, weekStart: null } }).weekStart;
  const day = (weekday: Weekday) => texts.weekdays[weekday];
  return (
    <section className="section" aria-labelledby="time-heading">
      <h2 id="time-heading" className="section__heading">
        {texts.heading}
      </h2>
      <div className="card settings">
        <fieldset className="work-hours">
          <legend className="segmented__legend">{texts.workHours}</legend>
          <div className="work-hours__fields">
            <TimeField
              label={texts.workStart}
              value={settings.workStart}
              save={(workStart) => update.save({ workStart })}
            />
            <TimeField label={texts.workEnd} value={settings.workEnd} save={(workEnd) => update.save({ workEnd })} />
          </div>
          <p className="hint">{texts.workHint}</p>
        </fieldset>
        <Segmented
          legend={texts.weekStart}
          options={[
            { value: 'auto', label: texts.weekStartAuto(day(localeStart)) },
            ...weekStarts.map((weekday) => ({ value: String(weekday), label: day(weekday) })),
          ]}
          value={settings.weekStart === null ? 'auto' : String(settings.weekStart)}
          onChange={(value) =>
            update.save({ weekStart: weekStarts.find((weekday) => String(weekday) === value) ?? null })
          }
        />
        {zonesMatter(state) && (
          <Segmented
            legend={texts.zone}
            options={[
              { value: 'computer', label: texts.zones.computer(zoneText(state.zones.computer)) },
              {
                value: 'profile',
                label: texts.zones.profile(
                  state.zones.profile === null ? texts.zoneUnknown : zoneText(state.zones.profile),
                ),
              },
            ]}
            value={settings.zone}
            onChange={(zone) => update.save({ zone })}
          />
        )}
        <Segmented
          legend={texts.warn}
          options={[
            { value: 'off', label: texts.warnOff },
            ...warnings.map((minutes) => ({ value: String(minutes), label: String(minutes) })),
          ]}
          value={settings.warnBefore === null ? 'off' : String(settings.warnBefore)}
          onChange={(value) => update.save({ warnBefore: value === 'off' ? null : Number(value) })}
        />
        <div role="alert">{update.error && <ErrorNote error={update.error} />}</div>
      </div>
    </section>
  );
}

/** Where both zones are one there is nothing to choose, unless something else was chosen before. */
const zonesMatter = ({ zones, settings }: AppState): boolean =>
  settings.zone !== 'computer' || (zones.profile !== null && zones.profile !== zones.computer);

/** "Europe/Moscow" as "Moscow": the two differ, so the place is enough. */
const zoneText = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

interface TimeFieldProps {
  label: string;
  value: WallTime;
  save: (time: WallTime) => void;
}

/** A time of day. It is kept when the person is done with the field: on the way to 18:00 one types 1:00. */
function TimeField({ label, value, save }: TimeFieldProps) {
  const id = useId();
  const kept = text(value);
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const [hour, minute] = (typed ?? '').split(':').map(Number);
    if (typed !== null && typed !== kept && hour !== undefined && minute !== undefined) save({ hour, minute });
    setTyped(null);
  };
  return (
    <span className="work-hours__field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="time"
        className="moment-field"
        value={typed ?? kept}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
        }}
      />
    </span>
  );
}

const text = ({ hour, minute }: WallTime): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
