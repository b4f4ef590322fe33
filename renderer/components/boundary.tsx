import { Component, type ReactNode } from 'react';
import { useApp, useStore } from '../hooks.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { Note } from './note.tsx';

interface BoundaryProps {
  /** What it is called in the diagnostics. */
  name: string;
  /** `screen`: it takes the place of a whole screen; `part`: of a part of one. */
  as: 'screen' | 'part';
  children: ReactNode;
}

/**
 * Where something throws while it is drawn, React takes away everything up to the nearest boundary: with one around each
 * screen the rest goes on working. Says what happened and hands out the diagnostics.
 */
export class Boundary extends Component<BoundaryProps, { broken: { readonly error: unknown } | null }> {
  static getDerivedStateFromError = (error: unknown) => ({ broken: { error } });

  override state: { broken: { readonly error: unknown } | null } = { broken: null };

  override render() {
    const { name, as, children } = this.props;
    const { broken } = this.state;
    if (broken === null) return children;
    const note = <Broken name={name} error={broken.error} retry={() => this.setState({ broken: null })} />;
    if (as === 'part') return note;
    return (
      <main className="screen">
        <Heading />
        {note}
      </main>
    );
  }
}

function Heading() {
  const { t } = useApp();
  return <h1 className="visually-hidden">{t.app.broken.title}</h1>;
}

function Broken({ name, error, retry }: { name: string; error: unknown; retry: () => void }) {
  const { t } = useApp();
  const { send } = useStore();
  const { broken } = t.app;
  /** What is known about the app, with what happened here; that alone where the rest cannot be had. */
  const diagnostics = async (): Promise<string> => {
    const happened = `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    const collected = await send('diagnostics.collect', {});
    return collected.ok ? `${collected.value}\n${happened}` : happened;
  };
  return (
    <div role="alert">
      <Note
        tone="error"
        title={broken.title}
        actions={
          <>
            <Button onClick={retry}>{t.remedies.retry}</Button>
            <CopyButton label={broken.copy} copied={broken.copied} text={diagnostics} />
          </>
        }
      >
        <p>{broken.advice}</p>
      </Note>
    </div>
  );
}
