// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { copyText } from './copy-text.ts';

export interface CopyButtonProps {
  readonly content: string;
  readonly label: string;
  readonly doneLabel: string;
}

/** Copies, and says so for a moment. */
export function CopyButton({ content, label, doneLabel }: CopyButtonProps) {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), 2500);
    return () => clearTimeout(timer);
  }, [isDone]);
  return (
    <button type="button" class="button small copy" onClick={async () => setDone(await copyText(content))}>
      <span aria-live="polite">{isDone ? doneLabel : label}</span>
    </button>
  );
}
