// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import { CopyButton } from '../page/copy-button.tsx';
import { useFocusOnShow } from '../page/use-focus-on-show.ts';
import type { Answer } from './answer.ts';

export interface AnswerHeaderProps {
  readonly answer: Answer;
  readonly json: string;
  readonly onAgain: () => void;
}

/** That it is preliminary, which analysis this is, and what to do with it. */
export function AnswerHeader({ answer, json, onAgain }: AnswerHeaderProps) {
  const { t, number, percent, time } = useText();
  const first = answer.together.entries[0];
  const heading = useFocusOnShow<HTMLHeadingElement>();
  return (
    <header class="answer-header">
      <div class="stack">
        <h1 ref={heading} tabIndex={-1} aria-describedby="answer-summary">
          {t('answer.heading')}
        </h1>
        <p class="unseen" id="answer-summary">
          {first !== undefined &&
            t('answer.arrived', { name: first.name, percent: percent(first.probabilityPercent) })}
        </p>
        <p class="preliminary">{t('answer.preliminary')}</p>
        <p class="small soft number">
          {t('answer.issued', { time: time(answer.issued), seconds: number(answer.durationS, 2) })}
          <br />
          <span class="identifier">{t('answer.identifier', { id: answer.id })}</span>
        </p>
      </div>
      <div class="row answer-actions">
        <CopyButton content={json} label={t('answer.copy')} doneLabel={t('answer.copied')} />
        <button
          type="button"
          class="button small"
          onClick={() => download(json, `openderm-${answer.id}.json`)}
        >
          {t('answer.download')}
        </button>
        <button type="button" class="button primary small" onClick={onAgain}>
          {t('answer.again')}
        </button>
      </div>
    </header>
  );
}

function download(json: string, name: string): void {
  const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Revoked a little later: some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
