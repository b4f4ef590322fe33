import { presetQuestions, type PresetQuestion } from '../../shared/preset-questions.ts';
import { Switch } from '../components/switch.tsx';
import { useEditorTexts } from './texts.ts';

interface AsksFieldProps {
  value: readonly PresetQuestion[];
  onChange: (asks: readonly PresetQuestion[]) => void;
  isAway: boolean;
}

/** What a preset asks for at the click. Who is not away has nobody who stands in. */
export function AsksField({ value, onChange, isAway }: AsksFieldProps) {
  const editor = useEditorTexts();
  return (
    <section className="editor__part" role="group" aria-label={editor.asks}>
      <div>
        <h2 className="section__heading">{editor.asks}</h2>
        <p className="hint">{editor.asksHint}</p>
      </div>
      {presetQuestions
        .filter((question) => question === 'end' || isAway)
        .map((question) => (
          <Switch
            key={question}
            label={editor.asksFor[question]}
            checked={value.includes(question)}
            onChange={(asked) =>
              onChange(presetQuestions.filter((each) => (each === question ? asked : value.includes(each))))
            }
          />
        ))}
    </section>
  );
}
