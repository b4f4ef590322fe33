import { useId, useState, type ReactNode } from 'react';
import { inspectorTexts } from '../../shared/i18n/areas/scopes.ts';
import { tokenTexts } from '../../shared/i18n/areas/token.ts';
import type { InspectedScope, Inspection } from '../../shared/scopes/inspect.ts';
import { searchInspection } from '../../shared/scopes/search.ts';
import { scopeNote } from '../../shared/scopes/wording.ts';
import { useApp, useEscape } from '../hooks.ts';
import { scopeTone } from '../view/token.ts';
import { Button } from './button.tsx';
import { useArrival } from './feature-list.tsx';
import { CloseIcon, SearchIcon } from './icons.tsx';
import { Mark } from './mark.tsx';

interface ScopeListProps {
  inspection: Inspection;
  /** The scope at which it opens, or null. */
  at: string | null;
  /** Beside the heading. */
  actions: ReactNode;
}

/** Every scope there is, by group, with a search that opens the groups it finds something in. */
export function ScopeList({ inspection, at, actions }: ScopeListProps) {
  const { state } = useApp();
  const t = tokenTexts(state.locale);
  const inspector = inspectorTexts(state.locale);
  const id = useId();
  const [query, setQuery] = useState('');
  const searching = query.trim() !== '';
  useEscape(searching ? () => setQuery('') : null);

  const { groups, unknown } = searchInspection(inspection, query);
  const found = groups.reduce((sum, { scopes }) => sum + scopes.length, unknown.length);
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <div className="section__head">
        <h2 id={`${id}-heading`} className="section__heading">
          {t.all}
        </h2>
        {actions}
      </div>
      <div className="field search">
        <SearchIcon />
        <input
          className="field__input"
          type="text"
          role="searchbox"
          aria-label={t.search}
          placeholder={t.search}
          autoComplete="off"
          spellCheck={false}
          value={query}
          maxLength={100}
          onChange={(event) => setQuery(event.target.value)}
        />
        {searching && (
          <Button variant="icon" aria-label={t.clearSearch} title={t.clearSearch} onClick={() => setQuery('')}>
            <CloseIcon />
          </Button>
        )}
      </div>
      <p className="hint" role="status">
        {searching && (found === 0 ? t.nothingFound : t.found(found))}
      </p>
      <div className="card scope-groups" hidden={found === 0}>
        {groups.map(({ group, scopes }) => (
          <Group
            key={`${group} ${searching}`}
            name={inspector.groups[group]}
            open={searching || scopes.some(({ scope }) => scope === at)}
            granted={scopes.filter((each) => each.state === 'granted').length}
            all={scopes.length}
          >
            {scopes.map((each) => (
              <ScopeRow key={each.scope} inspected={each} here={each.scope === at} />
            ))}
          </Group>
        ))}
        {unknown.length > 0 && (
          <Group
            key={`unknown ${searching}`}
            name={inspector.unknownGroup}
            open={searching || unknown.some((scope) => scope === at)}
            granted={unknown.length}
            all={unknown.length}
          >
            {unknown.map((scope) => (
              <UnknownRow key={scope} scope={scope} here={scope === at} />
            ))}
          </Group>
        )}
      </div>
    </section>
  );
}

function Group(props: { name: string; open: boolean; granted: number; all: number; children: ReactNode }) {
  const { state } = useApp();
  return (
    <details className="scope-group" open={props.open}>
      <summary className="scope-group__name">
        <span>{props.name}</span>
        <span className="scope-group__count">{tokenTexts(state.locale).granted(props.granted, props.all)}</span>
      </summary>
      <ul>{props.children}</ul>
    </details>
  );
}

function ScopeRow({ inspected, here }: { inspected: InspectedScope; here: boolean }) {
  const { state } = useApp();
  const inspector = inspectorTexts(state.locale);
  const note = scopeNote(inspected, state.locale);
  const row = useArrival(here);
  return (
    <li ref={row} className={here ? 'scope scope--here' : 'scope'} tabIndex={here ? -1 : undefined}>
      <Mark tone={scopeTone(inspected)} />
      <div className="scope__text">
        <p>{inspector.scopes[inspected.scope]}</p>
        <p className="scope__name">
          <code>{inspected.scope}</code> <span>{inspector.states[inspected.state]}</span>
        </p>
        {note && <p className="hint">{note}</p>}
      </div>
    </li>
  );
}

function UnknownRow({ scope, here }: { scope: string; here: boolean }) {
  const { state } = useApp();
  const row = useArrival(here);
  return (
    <li ref={row} className={here ? 'scope scope--here' : 'scope'} tabIndex={here ? -1 : undefined}>
      <Mark tone="good" />
      <p className="scope__name">
        <code>{scope}</code> <span>{inspectorTexts(state.locale).states.granted}</span>
      </p>
    </li>
  );
}
