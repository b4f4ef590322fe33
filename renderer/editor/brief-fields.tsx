import type { AwayPreview } from '../../shared/away-text.ts';
import type { PresetQuestion } from '../../shared/preset-questions.ts';
import type { Draft } from '../../shared/schemas.ts';
import { suitableRules } from '../../shared/suitable-ends.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Emoji } from '../components/emoji.tsx';
import { useApp } from '../hooks.ts';
import { withDeputy } from '../view/editor-draft.ts';
import { MessagePreview, MessageRemarks } from './away-field.tsx';
import { DeputyField } from './deputy-field.tsx';
import { ExpiryField } from './expiry-field.tsx';
import { useEditorTexts } from './texts.ts';

interface BriefFieldsProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  /** What is asked. */
  questions: readonly PresetQuestion[];
  preview: AwayPreview;
  /** Says that the message names another day than the end; null = it does not. */
  otherDay: string | null;
  /** The person wants all fields. */
  onAll: () => void;
}

/** A preset before it is set: what it will say, and the one or two things that are different each time. */
export function BriefFields({ draft, onChange, questions, preview, otherDay, onAll }: BriefFieldsProps) {
  const { state, t } = useApp();
  const editor = useEditorTexts();
  const preset = state.presets.find(({ id }) => id === draft.presetId);
  return (
    <>
      <div className="brief">
        <div className="brief__head">
          <Emoji>{draft.emoji}</Emoji>
          <p className="brief__title">
            <bdi>{draft.title}</bdi>
          </p>
          {draft.isAway && <Badge tone="away">{t.home.away}</Badge>}
        </div>
        {draft.isAway && draft.awayTemplate.trim() !== '' && <MessagePreview preview={preview} />}
        <div className="remarks" role="status">
          {draft.isAway && <MessageRemarks preview={preview} otherDay={otherDay} onEdit={onAll} />}
        </div>
        <Button variant="link" onClick={onAll}>
          {editor.allFields}
        </Button>
      </div>
      {questions.includes('end') && (
        <ExpiryField
          value={draft}
          onChange={onChange}
          summary={false}
          rules={suitableRules((preset ?? draft).expiry)}
          autoFocus
        />
      )}
      {questions.includes('deputy') && (
        <DeputyField
          value={draft.deputy}
          onChange={(deputy) => onChange(withDeputy(draft, deputy, state.locale))}
          used={draft.awayTemplate.includes('{deputy}')}
          autoFocus={!questions.includes('end')}
        />
      )}
    </>
  );
}
