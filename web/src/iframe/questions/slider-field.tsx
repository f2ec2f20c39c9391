// SPDX-License-Identifier: Apache-2.0
import type { NumberItem } from '@openderm/contract';
import type { Static } from 'typebox';
import { useWords } from '../words/iframe-text.ts';
import { type FieldProps, QuestionText } from './question-field.tsx';
import { useDisplay } from './use-display.ts';

/**
 * A number on a scale. A slider always stands somewhere: it answers nothing until it is touched, and then also with the
 * end at which it stood.
 */
export function SliderField(props: FieldProps<Static<typeof NumberItem>>) {
  const { name, question, answer, onAnswer, isMissing } = props;
  const { w } = useWords();
  const display = useDisplay(question);
  const { minimum, maximum, decimals } = question;
  const sharePercent = (100 * ((answer ?? minimum) - minimum)) / ((maximum ?? minimum) - minimum || 1);
  const text = answer === undefined ? w('body.unanswered') : display(answer);
  const keep = (event: Event & { readonly currentTarget: HTMLInputElement }) =>
    onAnswer(event.currentTarget.valueAsNumber);
  return (
    <div class="answer">
      <span class="answer-head" id={`${name}-text`}>
        <QuestionText question={question} isMissing={isMissing} />
        <output class={answer === undefined ? 'soft' : 'number given'} aria-hidden="true">
          {text}
        </output>
      </span>
      <input
        id={name}
        class={answer === undefined ? 'scale untouched' : 'scale'}
        style={{ '--share': `${sharePercent}%` }}
        type="range"
        min={minimum}
        max={maximum ?? minimum}
        step={10 ** -decimals}
        value={answer ?? minimum}
        aria-labelledby={`${name}-text`}
        aria-valuetext={text}
        aria-invalid={isMissing}
        onInput={keep}
        onPointerUp={keep}
        onKeyUp={(event) => {
          if (answering.has(event.key)) keep(event);
        }}
      />
      <span class="ends small soft" aria-hidden="true">
        <span>{display(minimum)}</span>
        <span>{display(maximum ?? minimum)}</span>
      </span>
    </div>
  );
}

/** Keys that mean the place where the slider stands, even if it does not move. Tab only passes by. */
const answering: ReadonlySet<string> = new Set(['Home', 'ArrowLeft', 'ArrowDown', 'PageDown', 'Enter', ' ']);
