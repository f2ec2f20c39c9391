// SPDX-License-Identifier: Apache-2.0
import type { ChoiceItem } from '@openderm/contract';
import type { Static } from 'typebox';
import { useWords } from '../words/iframe-text.ts';
import { nameIn } from '../words/name-in.ts';
import { type FieldProps, QuestionText } from './question-field.tsx';

type Choice = Static<typeof ChoiceItem>;

/** One of a few answers; yes and no stand side by side. */
export function ChoiceField({ name, question, answer, onAnswer, isMissing }: FieldProps<Choice>) {
  const { language, number } = useWords();
  const { allowedValues } = question;
  return (
    <fieldset class="answer">
      <legend>
        <QuestionText question={question} isMissing={isMissing} />
      </legend>
      <div class={allowedValues.length === 2 ? 'answers pair' : 'answers'}>
        {allowedValues.map(({ value, label }) => (
          <label key={value} class="answer-choice">
            <input type="radio" name={name} checked={value === answer} onChange={() => onAnswer(value)} />
            <span>{nameIn(label, language) ?? number(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
