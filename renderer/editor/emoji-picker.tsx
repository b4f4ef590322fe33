import {
  memo,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { Emoji } from '../components/emoji.tsx';
import { useApp, useEscape } from '../hooks.ts';
import {
  emojiGroups,
  inTone,
  recentEmoji,
  searchEmoji,
  tones,
  usualTone,
  type EmojiEntry,
  type Tone,
} from '../view/editor-emoji.ts';
import { moveInGrid, type Place } from '../view/editor-grid.ts';
import { loadEmoji } from './emoji-data.ts';
import { emojiMemory, rememberEmoji } from './emoji-memory.ts';
import { SearchIcon } from './icons.tsx';
import { useEditorTexts } from './texts.ts';
import '../styles/emoji-picker.css';

interface EmojiPickerProps {
  /** Takes the emoji that was chosen; the picker is to be closed then. */
  onPick: (emoji: string) => void;
  /** Escape was pressed. */
  onClose: () => void;
}

const COLUMNS = 8;

interface Cell {
  readonly emoji: string;
  readonly label: string;
}

interface Section {
  readonly name: string;
  readonly label: string;
  /** Number of its first row in the whole grid. */
  readonly firstRow: number;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * All emoji of this computer, to search in English and Russian at once. The focus stays in the search field, from where
 * the arrow keys lead through the grid.
 *
 * Drawn here and not by a library: the one that fits best (frimousse) finds no two words, knows no recent ones, no Home and
 * End, and tells screen readers nothing but the name of the active emoji. The browser leaves groups out of sight undrawn
 * (`content-visibility`), so nothing else has to.
 */
export function EmojiPicker({ onPick, onClose }: EmojiPickerProps) {
  const { state } = useApp();
  const texts = useEditorTexts().emoji;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query.trim());
  const [tone, setTone] = useState<Tone>(() => emojiMemory.tone ?? usualTone(state));
  const [active, setActive] = useState<Place | null>(null);
  // What was used last is what it was when the picker opened: a push of the main side moves nothing under the pointer.
  const [recent] = useState(() => recentEmoji(emojiMemory.chosen, state));
  const { entries, failed } = useEmoji();
  useEscape(onClose);

  const sections = useMemo(() => {
    if (!entries) return [];
    const names = new Map(
      entries.flatMap((entry) => [entry.emoji, ...(entry.skins ?? [])].map((emoji) => [emoji, entry.label] as const)),
    );
    const cells = (found: readonly EmojiEntry[]) =>
      found.map((entry): Cell => ({ emoji: inTone(entry, tone), label: entry.label }));
    if (sought !== '') {
      return inSections([{ name: 'results', label: texts.results, cells: cells(searchEmoji(entries, sought)) }]);
    }
    return inSections([
      {
        name: 'recent',
        label: texts.recent,
        cells: recent.map((emoji) => ({ emoji, label: names.get(emoji) ?? emoji })),
      },
      ...emojiGroups.map(({ name }) => ({
        name,
        label: texts.groups[name],
        cells: cells(entries.filter(({ group }) => group === name)),
      })),
    ]);
  }, [entries, sought, tone, recent, texts]);

  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections]);
  // Of what was found, Enter takes the first.
  const place = active ?? (sought === '' ? null : { row: 0, column: 0 });
  const cell = place ? rows[place.row]?.[place.column] : undefined;

  const pick = (emoji: string) => {
    rememberEmoji(emoji);
    onPick(emoji);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      // Never the form's: what is sought is not what is to be sent.
      event.preventDefault();
      if (cell) pick(cell.emoji);
      return;
    }
    if (rows.length === 0) return;
    const key = event.key;
    const enters = key === 'ArrowDown' || key === 'ArrowRight' || key === 'PageDown';
    if (!place && !enters) return;
    const next = place
      ? moveInGrid(
          rows.map(({ length }) => length),
          place,
          key,
          event.ctrlKey || event.metaKey,
        )
      : { row: 0, column: 0 };
    if (!next) return;
    event.preventDefault();
    setActive(next);
  };

  useLayoutEffect(() => {
    if (active) grid.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const showGroup = (name: string) => {
    const section = sections.find((candidate) => candidate.name === name);
    if (!section) return;
    setActive({ row: section.firstRow, column: 0 });
    grid.current?.querySelector(`[data-group="${name}"]`)?.scrollIntoView({ block: 'start' });
  };

  const cellId = (at: Place) => `${id}-${at.row}-${at.column}`;
  return (
    <div className="picker" role="dialog" aria-label={texts.heading}>
      <div className="field picker__search">
        <SearchIcon />
        <input
          className="field__input"
          type="text"
          role="combobox"
          aria-label={texts.search}
          aria-autocomplete="list"
          aria-expanded={rows.length > 0}
          aria-haspopup="grid"
          aria-controls={`${id}-grid`}
          aria-activedescendant={place && cell ? cellId(place) : undefined}
          placeholder={texts.searchPlaceholder}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(null);
            grid.current?.scrollTo({ top: 0 });
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="picker__groups" role="group" aria-label={texts.groupsLabel}>
        {emojiGroups.map(({ name, sign }) => (
          <button
            key={name}
            type="button"
            className="picker__group-button"
            aria-label={texts.groups[name]}
            title={texts.groups[name]}
            disabled={sought !== '' || !entries}
            onClick={() => showGroup(name)}
          >
            <Emoji>{sign}</Emoji>
          </button>
        ))}
      </div>
      <div
        ref={grid}
        id={`${id}-grid`}
        className="picker__grid"
        role="grid"
        aria-label={texts.heading}
        aria-busy={!entries && !failed}
        tabIndex={-1}
        // The field keeps the focus.
        onPointerDown={(event) => event.preventDefault()}
        onPointerMove={(event) => {
          const at = placeAt(event);
          if (at && (at.row !== active?.row || at.column !== active.column)) setActive(at);
        }}
        onClick={(event) => {
          const at = placeAt(event);
          const chosen = at && rows[at.row]?.[at.column];
          if (chosen) pick(chosen.emoji);
        }}
      >
        {sections.map((section) => (
          <div
            key={section.name}
            className="picker__section"
            role="rowgroup"
            aria-label={section.label}
            data-group={section.name}
            style={{ containIntrinsicHeight: `${24 + 36 * section.rows.length}px` }}
          >
            <p className="picker__heading" aria-hidden="true">
              {section.label}
            </p>
            {section.rows.map((cells, index) => {
              const row = section.firstRow + index;
              return (
                <Row key={row} id={id} row={row} cells={cells} active={place?.row === row ? place.column : null} />
              );
            })}
          </div>
        ))}
      </div>
      <p className="picker__empty hint" role="status">
        {failed ? texts.failed : !entries ? texts.loading : rows.length === 0 ? texts.none(sought) : ''}
        {entries && sought !== '' && rows.length > 0 && (
          <span className="visually-hidden">{texts.found(rows.reduce((sum, row) => sum + row.length, 0))}</span>
        )}
      </p>
      <div className="picker__footer">
        <p className="picker__name">
          {cell && (
            <>
              <Emoji>{cell.emoji}</Emoji>
              <span>{cell.label}</span>
            </>
          )}
        </p>
        <Tones
          tone={tone}
          onChange={(next) => {
            emojiMemory.tone = next;
            setTone(next);
          }}
        />
      </div>
    </div>
  );
}

/** One row of the grid. Only the rows that the active cell leaves and enters are drawn again. */
const Row = memo(function Row(props: { id: string; row: number; cells: readonly Cell[]; active: number | null }) {
  const { id, row, cells, active } = props;
  return (
    <div className="picker__row" role="row">
      {cells.map(({ emoji, label }, column) => (
        <span
          key={column}
          id={`${id}-${row}-${column}`}
          className="picker__cell emoji"
          role="gridcell"
          aria-label={label}
          aria-selected={column === active}
          title={label}
          data-place={`${row} ${column}`}
        >
          {emoji}
        </span>
      ))}
    </div>
  );
});

function Tones({ tone, onChange }: { tone: Tone; onChange: (tone: Tone) => void }) {
  const { tone: legend, tones: names } = useEditorTexts().emoji;
  const id = useId();
  const all = [names.none, names.light, names.mediumLight, names.medium, names.mediumDark, names.dark];
  const signs = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'];
  return (
    <fieldset className="picker__tones">
      <legend className="visually-hidden">{legend}</legend>
      {tones.map((each) => (
        <label key={each} className="picker__tone" title={all[each]}>
          <input
            type="radio"
            className="picker__tone-input"
            name={id}
            aria-label={all[each]}
            checked={each === tone}
            onChange={() => onChange(each)}
            onKeyDown={(event) => {
              // Enter chooses an emoji or nothing; it does not send the form.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
          <Emoji>{signs[each] ?? ''}</Emoji>
        </label>
      ))}
    </fieldset>
  );
}

function useEmoji(): { entries: readonly EmojiEntry[] | null; failed: boolean } {
  const { state } = useApp();
  const { locale } = state;
  const [loaded, setLoaded] = useState<{ entries: readonly EmojiEntry[] | null; failed: boolean }>({
    entries: null,
    failed: false,
  });
  useEffect(() => {
    let wanted = true;
    loadEmoji(locale).then(
      (entries) => wanted && setLoaded({ entries, failed: false }),
      () => wanted && setLoaded({ entries: null, failed: true }),
    );
    return () => {
      wanted = false;
    };
  }, [locale]);
  return loaded;
}

function inSections(parts: readonly { name: string; label: string; cells: readonly Cell[] }[]): readonly Section[] {
  const sections: Section[] = [];
  let firstRow = 0;
  for (const { name, label, cells } of parts) {
    if (cells.length === 0) continue;
    const rows = Array.from({ length: Math.ceil(cells.length / COLUMNS) }, (_, row) =>
      cells.slice(row * COLUMNS, (row + 1) * COLUMNS),
    );
    sections.push({ name, label, firstRow, rows });
    firstRow += rows.length;
  }
  return sections;
}

/** The cell under the pointer. */
function placeAt({ target }: Pick<PointerEvent, 'target'>): Place | null {
  const place = target instanceof HTMLElement ? target.dataset['place'] : undefined;
  const [row, column] = place?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}
