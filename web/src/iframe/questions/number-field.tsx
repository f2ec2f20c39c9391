// SPDX-License-Identifier: Apache-2.0
import type { NumberItem } from '@openderm/contract';
import type { Static } from 'typebox';
import { useWords } from '../words/iframe-text.ts';
import { type FieldProps, QuestionText } from './question-field.tsx';
import { useDisplay } from './use-display.ts';

/** A number to type, with its unit beside it and its bounds below. */
export function NumberField(props: FieldProps<Static<typeof NumberItem>>) {
  const { name, question, answer, onAnswer, isMissing } = props;
  const { w, number } = useWords();
  const display = useDisplay(question);
  const { minimum, maximum, decimals } = question;
  const isWrong = Number.isNaN(answer);
  const bounds = { from: number(minimum, 0), to: display(maximum ?? minimum) };
  return (
    <div class="answer">
      <label for={name}>
        <QuestionText question={question} isMissing={isMissing && !isWrong} />
      </label>
      <input
        id={name}
        class="typed"
        type="number"
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        min={minimum}
        {...(maximum === null ? {} : { max: maximum })}
        step={10 ** -decimals}
        value={answer === undefined || isWrong ? undefined : answer}
        aria-invalid={isMissing || isWrong}
        aria-describedby={`${name}-bounds`}
        onInput={({ currentTarget: { value, valueAsNumber, validity } }) =>
          onAnswer(value === '' && validity.valid ? undefined : validity.valid ? valueAsNumber : Number.NaN)
        }
      />
      <span id={`${name}-bounds`} class={isWrong ? 'small wrong' : 'small soft'}>
        {maximum === null ? w('body.atLeast', { from: display(minimum) }) : w('body.between', bounds)}
      </span>
    </div>
  );
}
