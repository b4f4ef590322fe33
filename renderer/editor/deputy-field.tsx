import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { isForbidden } from '../../shared/errors.ts';
import type { Deputy } from '../../shared/schemas.ts';
import { Button } from '../components/button.tsx';
import { CloseIcon } from '../components/icons.tsx';
import { ErrorNote } from '../components/note.tsx';
import { useApp, useEscape } from '../hooks.ts';
import { asNickname, canSearchPeople, colleagues } from '../view/editor-deputy.ts';
import { usePeople } from './use-people.ts';
import { useEditorTexts } from './texts.ts';

interface DeputyFieldProps {
  value: Deputy | null;
  onChange: (deputy: Deputy | null) => void;
  /** Whether the message mentions the deputy. */
  used: boolean;
  /** Whether one begins here. */
  autoFocus?: boolean;
}

/** Who stands in: a colleague, or a nickname where the token may not look for colleagues. */
export function DeputyField({ value, onChange, used, autoFocus = false }: DeputyFieldProps) {
  const { state } = useApp();
  const editor = useEditorTexts();
  const id = useId();
  const [justRemoved, setJustRemoved] = useState(false);
  const canSearch = canSearchPeople(state);
  const [refused, setRefused] = useState(false);
  const plain = !canSearch || refused;
  const chosen = value !== null && (value.userId !== null || !plain);

  return (
    <div className="deputy">
      <label className="label" htmlFor={chosen ? undefined : id} id={`${id}-label`}>
        {editor.deputy}
      </label>
      {chosen ? (
        <div className="deputy__chosen" role="group" aria-labelledby={`${id}-label`}>
          <span className="deputy__person">
            <bdi className="deputy__nickname">@{value.nickname}</bdi>
            {value.name && <span className="deputy__name">{value.name}</span>}
          </span>
          <Button
            variant="icon"
            aria-label={editor.deputyRemove(`@${value.nickname}`)}
            title={editor.deputyRemove(`@${value.nickname}`)}
            onClick={() => {
              setJustRemoved(true);
              onChange(null);
            }}
          >
            <CloseIcon />
          </Button>
        </div>
      ) : plain ? (
        <Nickname id={id} value={value} onChange={onChange} autoFocus={autoFocus || justRemoved} />
      ) : (
        <Search id={id} onPick={onChange} onRefused={() => setRefused(true)} autoFocus={autoFocus || justRemoved} />
      )}
      {plain && !chosen && <p className="hint">{editor.deputyPlain}</p>}
      {value !== null && !used && <p className="hint">{editor.deputyHint}</p>}
    </div>
  );
}

function Nickname(props: {
  id: string;
  value: Deputy | null;
  onChange: DeputyFieldProps['onChange'];
  autoFocus: boolean;
}) {
  const editor = useEditorTexts();
  return (
    <div className="field deputy__plain">
      <span className="deputy__at" aria-hidden="true">
        @
      </span>
      <input
        id={props.id}
        className="field__input"
        autoComplete="off"
        spellCheck={false}
        autoFocus={props.autoFocus}
        placeholder={editor.deputyPlaceholder}
        value={props.value?.nickname ?? ''}
        onChange={({ target }) => {
          const nickname = asNickname(target.value);
          props.onChange(nickname === '' ? null : { userId: null, nickname, name: null });
        }}
      />
    </div>
  );
}

interface SearchProps {
  id: string;
  onPick: (deputy: Deputy) => void;
  /** The server does not let this token look for colleagues. */
  onRefused: () => void;
  autoFocus: boolean;
}

/** A field that lists the colleagues found below it. */
function Search({ id, onPick, onRefused, autoFocus }: SearchProps) {
  const { state, t } = useApp();
  const editor = useEditorTexts();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const found = usePeople(query);
  const shown = open && query.trim() !== '';
  useEscape(shown ? () => setOpen(false) : null);

  const isRefused = found.error !== null && (found.error.code === 'insufficient_scope' || isForbidden(found.error));
  useEffect(() => {
    if (isRefused) onRefused();
  }, [isRefused, onRefused]);

  const nickname = asNickname(query);
  const options = [
    ...colleagues(found.people, state).map((person) => ({
      key: `person-${person.userId}`,
      text: `@${person.nickname}`,
      more: person.name,
      choose: () => onPick(person),
    })),
    ...(found.more ? [{ key: 'more', text: editor.deputyMore, more: undefined, choose: found.more }] : []),
    ...(!found.busy && nickname !== ''
      ? [
          {
            key: 'as-written',
            text: editor.deputyAsWritten(`@${nickname}`),
            more: undefined,
            choose: () => onPick({ userId: null, nickname, name: null }),
          },
        ]
      : []),
  ];
  const current = Math.min(active, options.length - 1);

  // Below the field there may be no room in sight: the list comes into it, and the active line into the list.
  useEffect(() => {
    if (shown) list.current?.scrollIntoView({ block: 'nearest' });
  }, [shown, options.length]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !shown) return;
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (options.length > 0) setActive((current + step + options.length) % options.length);
    } else if (event.key === 'Enter') {
      // Of a list that is open Enter takes a line; it does not send the form.
      event.preventDefault();
      options[current]?.choose();
    }
  };

  const said = found.busy
    ? editor.deputySearching
    : found.people.length === 0
      ? editor.deputyNone
      : editor.deputyFound(found.people.length);
  return (
    <div
      className="deputy__search"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (document.hasFocus() && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <div className="field">
        <input
          id={id}
          className="field__input"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && options[current] ? `${id}-${options[current].key}` : undefined}
          autoComplete="off"
          spellCheck={false}
          autoFocus={autoFocus}
          placeholder={editor.deputyPlaceholder}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setOpen(true);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul
        ref={list}
        id={`${id}-list`}
        className="deputy__list"
        role="listbox"
        aria-label={editor.deputy}
        hidden={!shown}
      >
        {options.map(({ key, text, more, choose }, index) => (
          <li
            key={key}
            id={`${id}-${key}`}
            className={more === undefined ? 'deputy__option deputy__option--action' : 'deputy__option'}
            role="option"
            aria-selected={index === current}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setActive(index)}
            onClick={choose}
          >
            <span className="deputy__nickname">{text}</span>
            {more && <span className="deputy__name">{more}</span>}
          </li>
        ))}
      </ul>
      <p className="hint deputy__said" role="status">
        {shown && !found.error && said}
      </p>
      {shown && found.error && (
        <div role="alert">
          <ErrorNote error={found.error} actions={<Button onClick={found.again}>{t.remedies.retry}</Button>} />
        </div>
      )}
    </div>
  );
}
