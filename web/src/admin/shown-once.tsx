// SPDX-License-Identifier: Apache-2.0
import { CopyButton } from '../page/copy-button.tsx';
import { useFocusHere } from '../page/use-focus-here.ts';
import { useAdminText } from './admin-words.ts';

export interface ShownOnceProps {
  readonly title: string;
  readonly secret: string;
  readonly onDone: () => void;
}

/** A secret that nobody will see again. It is in this page's memory until it is put away, and nowhere else. */
export function ShownOnce({ title, secret, onDone }: ShownOnceProps) {
  const a = useAdminText();
  const heading = useFocusHere<HTMLHeadingElement>();
  return (
    <section class="note stack secret">
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>{a('once')}</p>
      <code class="secret-text">{secret}</code>
      <div class="row">
        <CopyButton content={secret} label={a('copy')} doneLabel={a('copied')} />
        <button type="button" class="button small" onClick={onDone}>
          {a('onceHide')}
        </button>
      </div>
    </section>
  );
}
