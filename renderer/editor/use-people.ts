import { useEffect, useRef, useState } from 'react';
import type { Person } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import { useStore } from '../hooks.ts';

/** How long nothing is typed before the server is asked, in milliseconds. */
const PAUSE = 250;

/** What looking for colleagues has come to. */
export interface PeopleSearch {
  /** What these are the answers to; null = nothing was sought yet. */
  readonly query: string | null;
  readonly people: readonly Person[];
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Asks for the next page; null = there is none. */
  readonly more: (() => void) | null;
  /** Asks once more after a failure. */
  readonly again: () => void;
}

interface Found {
  readonly query: string | null;
  readonly people: readonly Person[];
  readonly next: string | null;
  readonly error: AppError | null;
}

const nothing: Found = { query: null, people: [], next: null, error: null };

/** Looks for colleagues as a query is typed. An answer to anything but the last question is dropped. */
export function usePeople(query: string): PeopleSearch {
  const { send } = useStore();
  const [found, setFound] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const wanted = query.trim();

  const ask = async (before: readonly Person[], cursor: string | null) => {
    const question = ++asked.current;
    setBusy(true);
    const result = await send('people.search', { query: wanted, cursor });
    if (question !== asked.current) return;
    setBusy(false);
    if (!result.ok) {
      setFound({ query: wanted, people: before, next: cursor, error: result.error });
      return;
    }
    const known = new Set(before.map(({ userId }) => userId));
    const added = result.value.people.filter(({ userId }) => !known.has(userId));
    // The server may offer a next page after the last one: a page that brings nobody new is the end.
    const isEnd = cursor !== null && added.length === 0;
    setFound({
      query: wanted,
      people: [...before, ...added],
      next: isEnd ? null : result.value.next,
      error: null,
    });
  };
  const latestAsk = useRef(ask);
  useEffect(() => {
    latestAsk.current = ask;
  });

  useEffect(() => {
    // Whatever is on its way is the answer to an older question.
    asked.current += 1;
    if (wanted === '') return;
    const timer = setTimeout(() => void latestAsk.current([], null), PAUSE);
    return () => clearTimeout(timer);
  }, [wanted]);

  const { next } = found;
  const isCurrent = wanted !== '' && found.query === wanted;
  return {
    query: wanted === '' ? null : found.query,
    people: wanted === '' ? [] : found.people,
    busy: wanted !== '' && (busy || !isCurrent),
    error: isCurrent ? found.error : null,
    more: isCurrent && !busy && !found.error && next !== null ? () => void ask(found.people, next) : null,
    again: () => void ask(isCurrent ? found.people : [], isCurrent ? next : null),
  };
}
