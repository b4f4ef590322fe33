import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { presetsManagerTexts } from '../../shared/i18n/areas/presetsManager.ts';
import type { Preset } from '../../shared/presets.ts';
import type { Result } from '../../shared/result.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { CheckIcon, ChevronLeftIcon, CloseIcon, PlusIcon } from '../components/icons.tsx';
import { ErrorNote } from '../components/note.tsx';
import { PresetList } from '../components/preset-list.tsx';
import { PresetsFile } from '../components/presets-file.tsx';
import { useApp, useCommand, useEscape, useStore } from '../hooks.ts';
import { useGo } from '../place.ts';
import '../styles/presets.css';

/** What was done, with the way to take it back. */
interface Said {
  readonly text: string;
  readonly undo: (() => Promise<Result<unknown>>) | null;
}

/** The presets manager: their order, which are shown, new ones, the file. */
export function Presets() {
  const { state } = useApp();
  const { send } = useStore();
  const go = useGo();
  const texts = presetsManagerTexts(state.locale);
  const { presets, move, problem, setProblem } = useOrder();
  const [spoken, setSpoken] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const back = () => go({ name: 'status' });
  useEscape(back);

  const report = (result: Result<unknown>) => setProblem(result.ok ? null : result.error);
  const actions = {
    move: (from: number, to: number) => {
      const preset = presets[from];
      if (!preset) return;
      setSpoken(texts.moved(preset.title, to + 1, presets.length));
      void move(preset.id, to);
    },
    edit: (preset: Preset) => go({ name: 'edit-preset', preset }),
    show: (preset: Preset, shown: boolean) =>
      void send('presets.save', { preset: { ...preset, hidden: !shown } }).then(report),
    duplicate: (preset: Preset) => void send('presets.duplicate', { id: preset.id }).then(report),
    remove: async (preset: Preset) => {
      const place = state.presets.findIndex(({ id }) => id === preset.id);
      const result = await send('presets.delete', { id: preset.id });
      report(result);
      if (!result.ok) return;
      const undo = async () => {
        const saved = await send('presets.save', { preset });
        return saved.ok ? send('presets.move', { id: preset.id, to: place }) : saved;
      };
      setSaid({ text: texts.removed(preset.title), undo });
    },
  };

  return (
    <>
      <header className="manager__head">
        <Button variant="icon" aria-label={texts.back} title={texts.back} onClick={back}>
          <ChevronLeftIcon />
        </Button>
        <h1 className="screen-heading">{texts.heading}</h1>
        <Button onClick={() => go({ name: 'edit-preset', preset: null })}>
          <PlusIcon />
          {texts.add}
        </Button>
      </header>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
      <div role="alert">{problem && <ErrorNote error={problem} onDismiss={() => setProblem(null)} />}</div>
      {presets.length === 0 ? (
        <p className="hint">{texts.none}</p>
      ) : (
        <PresetList presets={presets} actions={{ ...actions, remove: (preset) => void actions.remove(preset) }} />
      )}
      <PresetsFile
        exported={() => setSaid({ text: texts.exported, undo: null })}
        imported={(count, before) =>
          setSaid({
            text: texts.imported(count),
            undo: before === null ? null : () => send('presets.import', { json: before }),
          })
        }
      />
      <Reset done={() => setSaid({ text: texts.wasReset, undo: null })} />
      <SaidBar said={said} close={() => setSaid(null)} report={report} />
    </>
  );
}

/** The presets in the order the person sees: the one they just made, until the main side has caught up. */
function useOrder() {
  const { state } = useApp();
  const { send } = useStore();
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState<AppError | null>(null);
  const underWay = useRef(0);

  const byId = new Map(state.presets.map((preset) => [preset.id, preset]));
  const ordered = order?.flatMap((id) => byId.get(id) ?? []) ?? [];
  const presets = ordered.length === state.presets.length ? ordered : state.presets;

  const move = async (id: string, to: number) => {
    const ids = presets.map((preset) => preset.id).filter((other) => other !== id);
    setOrder([...ids.slice(0, to), id, ...ids.slice(to)]);
    underWay.current += 1;
    const result = await send('presets.move', { id, to });
    underWay.current -= 1;
    if (underWay.current === 0) setOrder(null);
    setProblem(result.ok ? null : result.error);
  };
  return { presets, move, problem, setProblem };
}

function Reset({ done }: { done: () => void }) {
  const texts = presetsManagerTexts(useApp().state.locale);
  const reset = useCommand('presets.reset');
  const [asking, setAsking] = useState(false);
  const run = async () => {
    const result = await reset.run({});
    setAsking(false);
    if (result?.ok) done();
  };
  return (
    <div className="manager__reset">
      <Button variant="link" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {texts.reset}
      </Button>
      {asking && (
        <Confirm
          title={texts.resetAsk}
          confirm={texts.resetDo}
          cancel={texts.keep}
          busy={reset.busy}
          onConfirm={() => void run()}
          onCancel={() => setAsking(false)}
        >
          {texts.resetAdvice}
        </Confirm>
      )}
      <div role="alert">{reset.error && <ErrorNote error={reset.error} onDismiss={() => reset.setError(null)} />}</div>
    </div>
  );
}

interface SaidBarProps {
  said: Said | null;
  close: () => void;
  report: (result: Result<unknown>) => void;
}

/** What was done stays said until it is closed or something else is done: deleting must not be a matter of seconds. */
function SaidBar({ said, close, report }: SaidBarProps) {
  const { state, t } = useApp();
  const bar = useRef<HTMLDivElement>(null);
  // The button that was pressed may have gone with the preset.
  useEffect(() => {
    if (said && document.activeElement === document.body) bar.current?.querySelector('button')?.focus();
  }, [said]);
  const undo = async () => {
    close();
    if (said?.undo) report(await said.undo());
  };
  return (
    <div ref={bar} className="manager__said" role="status">
      {said && (
        <div className="done">
          <CheckIcon />
          <p className="done__text">{said.text}</p>
          {said.undo && (
            <Button variant="link" onClick={() => void undo()}>
              {presetsManagerTexts(state.locale).undo}
            </Button>
          )}
          <Button variant="icon" aria-label={t.notices.dismiss} title={t.notices.dismiss} onClick={close}>
            <CloseIcon />
          </Button>
        </div>
      )}
    </div>
  );
}
