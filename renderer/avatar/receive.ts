import { useEffect, useRef, useState } from 'react';

interface Receiving {
  /** Whether pictures are taken at the moment. Files dropped meanwhile do nothing, least of all leave the page. */
  readonly enabled: boolean;
  /** A file was dropped or pasted. */
  readonly onFile: (file: File) => void;
  /** Something without a file was pasted. */
  readonly onNothing: () => void;
}

/**
 * Takes files dropped anywhere on the popover and pasted anywhere on the screen.
 * @returns whether a file is being dragged over the popover
 */
export function useReceiving({ enabled, onFile, onNothing }: Receiving): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useRef({ enabled, onFile, onNothing });
  useEffect(() => {
    latest.current = { enabled, onFile, onNothing };
  });

  useEffect(() => {
    const root = document.getElementById('root');
    if (!root) return;
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = latest.current.enabled ? 'copy' : 'none';
      setDragging(latest.current.enabled);
    };
    const leave = (event: DragEvent) => {
      // Leaving one element for another within is no leaving.
      if (!(event.relatedTarget instanceof Node) || !root.contains(event.relatedTarget)) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      setDragging(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file && latest.current.enabled) latest.current.onFile(file);
    };
    const paste = (event: ClipboardEvent) => {
      if (!latest.current.enabled || root.hidden || event.defaultPrevented) return;
      const { target } = event;
      const outside = target instanceof Element && target !== document.body && !root.contains(target);
      if (outside) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const file = files.find(({ type }) => type.startsWith('image/')) ?? files[0];
      if (file) {
        event.preventDefault();
        latest.current.onFile(file);
      } else if (!(target instanceof Element && target.closest('input, textarea'))) {
        latest.current.onNothing();
      }
    };
    root.addEventListener('dragover', over);
    root.addEventListener('dragleave', leave);
    root.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      root.removeEventListener('dragover', over);
      root.removeEventListener('dragleave', leave);
      root.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, []);
  return dragging;
}
