// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'preact/hooks';
import { CodeBlock } from '../docs/code-block.tsx';
import type { Wish } from './frame-wish.ts';
import { usePlaygroundText } from './playground-words.ts';
import type { Preview } from './use-preview.ts';

export interface PreviewPanelProps {
  readonly preview: Preview;
  /** What would be shown now, with its key. */
  readonly wanted: Wish;
  /** Of this page. */
  readonly origin: string;
}

/** The page as it would be inside somebody's product. */
export function PreviewPanel({ preview, wanted, origin }: PreviewPanelProps) {
  const p = usePlaygroundText();
  const [isPhone, setPhone] = useState(true);
  const [isKeyMissing, setKeyMissing] = useState(false);
  const { shown, place, show } = preview;
  const tryToShow = () => {
    setKeyMissing(wanted['company'] === '');
    if (wanted['company'] !== '') show(wanted);
  };
  const isChanged = shown !== undefined && JSON.stringify(shown) !== JSON.stringify(wanted);
  return (
    <section class="stack" aria-label={p('preview')}>
      <h2>{p('preview')}</h2>
      <div class="row">
        <button type="button" class="button primary" onClick={tryToShow}>
          {p(shown === undefined ? 'show' : 'update')}
        </button>
        <WidthChoice isPhone={isPhone} onPhone={setPhone} />
        <p class="small soft" role="status">
          {isKeyMissing && wanted['company'] === '' ? p('keyMissing') : isChanged && p('changed')}
        </p>
      </div>
      <PreviewTrouble preview={preview} origin={origin} />
      <div class={`stage ${isPhone ? 'phone' : ''}`}>
        {shown === undefined && <p class="soft">{p('previewLead')}</p>}
        <div ref={place} />
      </div>
    </section>
  );
}

interface WidthChoiceProps {
  readonly isPhone: boolean;
  readonly onPhone: (isPhone: boolean) => void;
}

function WidthChoice({ isPhone, onPhone }: WidthChoiceProps) {
  const p = usePlaygroundText();
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class="unseen">{p('width')}</legend>
      {[true, false].map((each) => (
        <label key={String(each)}>
          <input type="radio" name={name} checked={isPhone === each} onChange={() => onPhone(each)} />
          <span>{p(each ? 'phone' : 'wide')}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Why nothing is to be seen, and what to do about it. */
function PreviewTrouble({ preview: { log }, origin }: Pick<PreviewPanelProps, 'preview' | 'origin'>) {
  const p = usePlaygroundText();
  const has = (message: string) => log.some((each) => each.message.message === message);
  if (has('openderm_ready')) return null;
  if (has('invalid_company_key'))
    return (
      <p class="note" role="alert">
        <strong>{p('badKey')}</strong> {p('badKeyMore')}
      </p>
    );
  if (!has('openderm_error')) return null;
  return (
    <div class="note" role="alert">
      <strong>{p('silence')}</strong>
      <p>{p('silenceMore')}</p>
      <CodeBlock
        label="sh"
        code={`npx openderm company set COMPANY --origins "${origin}"`}
        copyLabel={p('copy')}
        doneLabel={p('copied')}
      />
    </div>
  );
}
