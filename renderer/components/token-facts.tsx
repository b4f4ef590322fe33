import { currentServer } from '../../shared/account-summary.ts';
import { formatDate, formatTime } from '../../shared/format.ts';
import { tokenTexts } from '../../shared/i18n/areas/token.ts';
import type { TokenRights } from '../../shared/scopes/inspect.ts';
import { expiryText, lastUseText } from '../../shared/scopes/wording.ts';
import type { Session, TokenFacts } from '../../shared/state.ts';
import { timeStyle } from '../../shared/tray-menu.ts';
import { useApp } from '../hooks.ts';
import { ownerText } from '../view/token.ts';

interface TokenFactsProps {
  session: Extract<Session, { phase: 'signed-in' }>;
  token: TokenFacts;
  rights: TokenRights;
  now: number;
}

/** What the server says of the token, and where it is kept. */
export function TokenFactsCard({ session, token, rights, now }: TokenFactsProps) {
  const { state, t: all } = useApp();
  const t = tokenTexts(state.locale);
  const style = timeStyle(state);
  const { time } = all;
  const { storages } = all.settings;
  const server = currentServer(state);
  const rows: readonly (readonly [string, string])[] = [
    [t.fact.name, token.name ?? t.nameless],
    [t.fact.token, token.masked],
    [t.fact.owner, ownerText(session.account, rights, state.locale)],
    [t.fact.created, time.dateTime(formatDate(token.createdAt, now, style), formatTime(token.createdAt, style))],
    [t.fact.lastUsed, lastUseText(token.lastUsedAt, now, style)],
    [t.fact.expires, expiryText(token, now, style)],
    [
      t.fact.keptIn,
      session.storage === 'keychain' ? storages.keychain(state.host.keychain) : storages[session.storage],
    ],
    ...(server === null ? [] : [[t.fact.server, server] as const]),
  ];
  return (
    <section className="card" aria-label={t.facts}>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="facts__row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
