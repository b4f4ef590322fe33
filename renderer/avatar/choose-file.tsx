import { useEffect, useRef, type ComponentProps } from 'react';
import { Button } from '../components/button.tsx';
import { useHold } from './use-hold.ts';

interface ChooseFileProps {
  children: string;
  variant?: ComponentProps<typeof Button>['variant'];
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** What file dialogs show first. What a file is, its content decides. */
const ACCEPT = 'image/png,image/jpeg,image/webp,image/gif,image/heic,image/heif,.heic,.heif';

/** A button that opens the file dialog. The popover stays open behind it. */
export function ChooseFile({ children, variant = 'plain', disabled = false, onFile }: ChooseFileProps) {
  const { hold, letGo } = useHold();
  const input = useRef<HTMLInputElement>(null);

  // React has no handler for a file dialog that was cancelled.
  useEffect(() => {
    const field = input.current;
    field?.addEventListener('cancel', letGo);
    return () => field?.removeEventListener('cancel', letGo);
  }, [letGo]);

  const choose = async () => {
    await hold();
    input.current?.click();
  };
  return (
    <>
      <Button variant={variant} disabled={disabled} onClick={() => void choose()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPT}
        onChange={({ target }) => {
          letGo();
          const [file] = target.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
