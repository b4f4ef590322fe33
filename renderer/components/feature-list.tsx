import { useEffect, useRef, useState } from 'react';
import { inspectorTexts } from '../../shared/i18n/areas/scopes.ts';
import { tokenTexts } from '../../shared/i18n/areas/token.ts';
import type { Feature } from '../../shared/scopes/features.ts';
import { remedyText } from '../../shared/scopes/wording.ts';
import { useApp, useStore } from '../hooks.ts';
import { useGo } from '../place.ts';
import { featureNote, featureTone } from '../view/token.ts';
import { Button } from './button.tsx';
import { OpenIcon } from './icons.tsx';
import { Mark } from './mark.tsx';

interface FeatureListProps {
  features: readonly Feature[];
  /** Whether the token is a bot's; null = not known. */
  bot: boolean | null;
  /** The scope at which it opens, or null. */
  at: string | null;
}

/** What the app can do with the token, one row a feature, and what to do about those that do not work. */
export function FeatureList({ features, bot, at }: FeatureListProps) {
  return (
    <ul className="features">
      {features.map((feature) => (
        <FeatureRow key={feature.scope} feature={feature} bot={bot} here={feature.scope === at} />
      ))}
    </ul>
  );
}

function FeatureRow({ feature, bot, here }: { feature: Feature; bot: boolean | null; here: boolean }) {
  const { state } = useApp();
  const inspector = inspectorTexts(state.locale);
  const t = tokenTexts(state.locale);
  const [open, setOpen] = useState(here);
  const name = inspector.features[feature.scope];
  const said = feature.state === 'missingScope' ? t.missing : inspector.featureStates[feature.state];
  const { remedy } = feature;
  const note = featureNote(feature, state.locale);
  const row = useArrival(here);
  return (
    <li ref={row} className={here ? 'feature feature--here' : 'feature'} tabIndex={here ? -1 : undefined}>
      <Mark tone={featureTone(feature)} />
      <div className="feature__text">
        <p>
          {name}
          {feature.optional && <span className="hint"> ({inspector.optional})</span>}
        </p>
        <p className="feature__scope">
          <code>{feature.scope}</code>{' '}
          <span className={feature.state === 'working' ? 'visually-hidden' : undefined}>{said}</span>
        </p>
      </div>
      {remedy && remedy !== 'check' && (
        <Button variant="link" aria-expanded={open} aria-label={t.fixFor(name)} onClick={() => setOpen(!open)}>
          {t.fix}
        </Button>
      )}
      {note && (open || remedy === 'check') && <p className="feature__remedy">{note}</p>}
      {remedy && remedy !== 'check' && open && (
        <div className="feature__remedy">
          <p>{remedyText(remedy, feature.scope, bot, state.locale)}</p>
          <Ways bot={bot} />
        </div>
      )}
    </li>
  );
}

/** Where to go: Pachca's guide, and the field for a new token. */
function Ways({ bot }: { bot: boolean | null }) {
  const { state } = useApp();
  const { send } = useStore();
  const go = useGo();
  const t = tokenTexts(state.locale);
  return (
    <p className="feature__ways">
      <Button variant="link" onClick={() => void send('link.open', { link: bot === true ? 'botTokens' : 'tokens' })}>
        {t.guide} <OpenIcon />
      </Button>
      <Button variant="link" onClick={() => go({ name: 'add-account' })}>
        {t.newToken}
      </Button>
    </p>
  );
}

/** For what the inspector was opened at: it comes into view and into focus, once. */
export function useArrival(here: boolean) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!here) return;
    row.current?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: 'center' });
  }, [here]);
  return row;
}
