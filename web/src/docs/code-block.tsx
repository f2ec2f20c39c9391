// SPDX-License-Identifier: Apache-2.0
import { CopyButton } from '../page/copy-button.tsx';
import { highlight } from './highlight.ts';

export interface CodeBlockProps {
  readonly code: string;
  readonly label: string;
  /** What is copied where it differs from what is shown. */
  readonly copied?: string;
  /** Words of the button, where the page does not speak English. */
  readonly copyLabel?: string;
  readonly doneLabel?: string;
}

/** Code that can be read, scrolled with the keyboard, and copied. */
export function CodeBlock({
  code,
  label,
  copied = code,
  copyLabel = 'Copy',
  doneLabel = 'Copied',
}: CodeBlockProps) {
  return (
    <figure class="code">
      <figcaption class="small">
        <span>{label}</span>
        <CopyButton content={copied} label={copyLabel} doneLabel={doneLabel} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>
          {highlight(code).map(({ start, kind, text }) => (
            <span key={start} class={`code-${kind}`}>
              {text}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
