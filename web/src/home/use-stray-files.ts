// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';

/** Takes files pasted or dropped anywhere on the page; a browser would leave the page to show a dropped one. */
export function useStrayFiles(onFiles: (files: readonly File[]) => void): void {
  useEffect(() => {
    const take = (event: Event, transfer: DataTransfer | null) => {
      const files = [...(transfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
      if (files.length > 0 || event.type !== 'paste') event.preventDefault();
    };
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData);
    const drop = (event: DragEvent) => take(event, event.type === 'drop' ? event.dataTransfer : null);
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', drop);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', drop);
      document.removeEventListener('drop', drop);
    };
  }, [onFiles]);
}
