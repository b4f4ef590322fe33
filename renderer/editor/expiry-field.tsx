import { useEffect, useId, useRef, useState, type ChangeEvent } from 'react';
import { appError } from '../../shared/errors.ts';
import { PHRASE_LIMIT } from '../../shared/expiry-phrase.ts';
import {
  changeDate,
  changeTime,
  resolveExpiry,
  sameRule,
  type DateMeaning,
  type ExpiryRule,
} from '../../shared/expiry.ts';
import { errorText } from '../../shared/i18n/index.ts';
import { expiryContext } from '../../shared/plan.ts';
import { timeStyle } from '../../shared/tray-menu.ts';
import { Segmented } from '../components/segmented.tsx';
import { useApp, useSettings, useNow } from '../hooks.ts';
import {
  dateFields,
  differentZones,
  endChips,
  endOf,
  endSentence,
  fixedRule,
  isFixed,
  resolvedText,
  ruleOf,
  withoutTime,
  type End,
  type EndChoice,
} from '../view/editor-end.ts';
import { limitedText } from './limited.ts';
import { useEditorTexts } from './texts.ts';

interface ExpiryFieldProps {
  value: EndChoice;
  onChange: (choice: EndChoice) => void;
  /** Whether it can be a fixed date. Not for a preset. */
  dates?: boolean;
  /** Whether it ends with the sentence that says when. */
  summary?: boolean;
  /** Whether no end is among the choices; without it the heading, too, is said around the field. */
  endless?: boolean;
  /** The ends that take one click; without them, all there are. */
  rules?: readonly ExpiryRule[];
  /** Whether one begins with the words. */
  autoFocus?: boolean;
}

/**
 * When a status ends: with one click, as a date and time, or in one's own words; and what that comes to, as a moment. What
 * it comes to is `endOf(value, …)`; nothing but `{kind: 'end'}` can be sent.
 */
export function ExpiryField({
  value,
  onChange,
  dates = true,
  summary = true,
  endless = true,
  rules,
  autoFocus = false,
}: ExpiryFieldProps) {
  const { state, t } = useApp();
  const now = useNow();
  const id = useId();
  const editor = useEditorTexts();
  const style = timeStyle(state);
  const context = expiryContext(state);
  const end = endOf(value, now, context, dates);
  const chosen = ruleOf(end);
  const choose = (expiry: ExpiryRule) => onChange({ expiry, phrase: '' });
  const chips = endChips(value.phrase === '' ? chosen : null, now, style, rules).filter(
    ({ rule }) => endless || rule.kind !== 'none',
  );
  const fixed = dates && chosen !== null && isFixed(chosen) ? chosen : null;

  return (
    <section className="editor__part" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className={endless ? 'section__heading' : 'visually-hidden'}>
        {editor.end}
      </h2>
      <div className="chips" role="radiogroup" aria-labelledby={`${id}-heading`}>
        {chips.map((chip) => (
          <Chip
            key={chip.id}
            name={id}
            label={chip.label}
            checked={chosen !== null && sameRule(chip.rule, chosen)}
            onChoose={() => choose(chip.rule)}
          />
        ))}
        {dates && (
          <Chip
            name={id}
            label={editor.ends.date}
            checked={fixed !== null}
            onChoose={() => choose(fixedRule(chosen ?? value.expiry, now, context))}
          />
        )}
      </div>
      <div className="field">
        <input
          className="field__input end-words"
          aria-label={t.expiry.phrase.label}
          aria-describedby={`${id}-phrase ${id}-problem`}
          aria-invalid={(value.phrase.trim() !== '' && end.kind !== 'end') || undefined}
          autoComplete="off"
          spellCheck={false}
          autoFocus={autoFocus}
          placeholder={t.expiry.phrase.example}
          value={value.phrase}
          onChange={(event) => onChange({ expiry: value.expiry, phrase: limitedText(event, PHRASE_LIMIT) })}
        />
        <output id={`${id}-phrase`} className="resolved">
          {value.phrase.trim() !== '' && end.kind === 'end' && `→ ${resolvedText(end.at, now, style)}`}
        </output>
      </div>
      <div id={`${id}-problem`} className="remarks" role="status">
        <EndProblem end={end} choose={choose} />
      </div>
      {fixed && <DateFields rule={fixed} onChange={choose} />}
      {end.kind === 'end' && end.at !== null && <Zone at={end.at} />}
      {summary && end.kind === 'end' && <EndSentence at={end.at} preset={!dates} />}
    </section>
  );
}

/** When it ends, as a sentence; `preset`: what a preset would do, if it were set now. */
export function EndSentence({ at, preset = false }: { at: number | null; preset?: boolean }) {
  const { state } = useApp();
  const { before, moment, after } = endSentence(at, useNow(), state, preset);
  return (
    <p className="sentence">
      {before}
      <strong>{moment}</strong>
      {after}
    </p>
  );
}

function Chip(props: { name: string; label: string; checked: boolean; onChoose: () => void }) {
  return (
    <label className="chip">
      <input type="radio" className="chip__input" name={props.name} checked={props.checked} onChange={props.onChoose} />
      <span className="chip__label">{props.label}</span>
    </label>
  );
}

/** What is wrong with the choice of an end, and what may have been meant. */
function EndProblem({ end, choose }: { end: End; choose: (rule: ExpiryRule) => void }) {
  const { state, t } = useApp();
  const editor = useEditorTexts();
  const now = useNow();
  const { phrase } = t.expiry;
  const style = timeStyle(state);
  const context = expiryContext(state);
  const past = errorText(state.locale, appError('end_in_past', {}));
  const options = end.kind === 'past' || end.kind === 'ambiguous' ? end.options : [];
  const text = {
    end: null,
    unclear: end.kind === 'unclear' ? phrase.notUnderstood(end.part) : null,
    past: options.length > 0 ? phrase.past : `${past.title}. ${past.advice}`,
    tooLong: phrase.tooLong,
    ambiguous: phrase.ambiguous,
    impossible: editor.dateBroken,
    fixed: editor.noDateInPreset,
  }[end.kind];
  if (text === null) return null;
  return (
    <>
      <p className="remark remark--error">
        {text} {options.length > 0 && phrase.options}
      </p>
      {options.length > 0 && (
        <div className="chips">
          {options.map((rule) => {
            const resolved = resolveExpiry(rule, now, context);
            return (
              resolved.ok && (
                <button
                  key={JSON.stringify(rule)}
                  type="button"
                  className="chip chip__label"
                  onClick={() => choose(rule)}
                >
                  {resolvedText(resolved.value, now, style)}
                </button>
              )
            );
          })}
        </div>
      )}
    </>
  );
}

/** A day, a time on it, and without a time what the day means. Changing the day keeps the time. */
function DateFields({ rule, onChange }: { rule: ExpiryRule; onChange: (rule: ExpiryRule) => void }) {
  const { state } = useApp();
  const now = useNow();
  const editor = useEditorTexts();
  const context = expiryContext(state);
  const { date, time } = dateFields(rule, now, context);
  const meanings: readonly DateMeaning[] = ['lastDayAway', 'firstDayBack'];
  return (
    <>
      <div className="date-fields">
        <label className="date-fields__field">
          <span className="label">{editor.date}</span>
          <NativeField
            type="date"
            value={date}
            onChange={(next) => onChange(changeDate(rule, next, now, context))}
            required
          />
        </label>
        <label className="date-fields__field">
          <span className="label">{time === '' ? editor.timeOptional : editor.time}</span>
          <NativeField
            type="time"
            value={time}
            onChange={(next) => {
              const [hour, minute] = next.split(':').map(Number);
              const isTime = hour !== undefined && minute !== undefined;
              onChange(isTime ? changeTime(rule, { hour, minute }, now, context) : withoutTime(rule, now, context));
            }}
          />
        </label>
      </div>
      {rule.kind === 'date' && (
        <Segmented
          legend={editor.means}
          options={meanings.map((value) => ({ value, label: editor.meansOptions[value] }))}
          value={rule.means}
          onChange={(means) => onChange({ ...rule, means })}
        />
      )}
    </>
  );
}

interface NativeFieldProps {
  type: 'date' | 'time';
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
}

/**
 * The browser's own field for a date or a time. It has no text while what is typed is not complete, and is not to be
 * corrected then: not before the person has left it.
 */
function NativeField({ type, value, onChange, required = false }: NativeFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [first] = useState(value);
  const show = () => {
    if (input.current && input.current.value !== value) input.current.value = value;
  };
  useEffect(() => {
    if (document.activeElement !== input.current) show();
  });
  const onInput = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (target.value !== '' || (!required && !target.validity.badInput)) onChange(target.value);
  };
  return (
    <input
      ref={input}
      className="native-field"
      type={type}
      max={type === 'date' ? '9999-12-31' : undefined}
      required={required}
      defaultValue={first}
      onChange={onInput}
      onBlur={show}
    />
  );
}

/** Whose clock counts, where the profile's shows another time than the computer's. */
function Zone({ at }: { at: number }) {
  const { state } = useApp();
  const editor = useEditorTexts();
  const update = useSettings();
  const zones = differentZones(state, at);
  if (!zones) return null;
  return (
    <Segmented
      legend={editor.zone}
      options={(['computer', 'profile'] as const).map((value) => ({
        value,
        label: editor.zones[value](zones[value]),
      }))}
      value={state.settings.zone}
      onChange={(zone) => update.save({ zone })}
    />
  );
}
