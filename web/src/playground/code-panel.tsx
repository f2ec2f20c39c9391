// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'preact/hooks';
import { CodeBlock } from '../docs/code-block.tsx';
import type { Wish } from './frame-wish.ts';
import { usePlaygroundText } from './playground-words.ts';
import { type CodeKind, toEmbedCode } from './to-embed-code.ts';

const kinds: readonly CodeKind[] = ['HTML', 'React', 'iframe', 'iOS', 'Android'];

export interface CodePanelProps {
  readonly server: string;
  /** The whole address, with the key. */
  readonly address: string;
  readonly said: Wish;
}

/** What to take away: the address as it is, and code for the place where the page shall be. */
export function CodePanel({ server, address, said }: CodePanelProps) {
  const p = usePlaygroundText();
  const name = useId();
  const [kind, setKind] = useState<CodeKind>('HTML');
  const copying = { copyLabel: p('copy'), doneLabel: p('copied') };
  return (
    <section class="stack" aria-label={p('code')}>
      <h2>{p('code')}</h2>
      <CodeBlock label={p('address')} code={address} {...copying} />
      <p class="small soft">{p('codeLead')}</p>
      <fieldset class="choice">
        <legend class="unseen">{p('codeFor')}</legend>
        {kinds.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={kind === each} onChange={() => setKind(each)} />
            <span>{each}</span>
          </label>
        ))}
      </fieldset>
      <CodeBlock label={kind} code={toEmbedCode(kind, server, said)} {...copying} />
    </section>
  );
}
