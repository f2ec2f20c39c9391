// SPDX-License-Identifier: Apache-2.0
import { useWords } from '../words/iframe-text.ts';
import { nameIn } from '../words/name-in.ts';
import { ChoiceField } from './choice-field.tsx';
import type { Question } from './collect-answers.ts';
import { NumberField } from './number-field.tsx';
import { SliderField } from './slider-field.tsx';

/** Up to there a slider is fine enough for a thumb. Our own convention: percents and scales of ten. */
const longestSlider = 100;

export interface FieldProps<Kind extends Question = Question> {
  /** Unique on the page. */
  readonly name: string;
  readonly question: Kind;
  readonly answer: number | undefined;
  /** Undefined: taken back; NaN: no number in bounds. */
  readonly onAnswer: (answer: number | undefined) => void;
  /** Whether it was asked for and is still not there. */
  readonly isMissing: boolean;
}

/** A question in the form that suits its answers: buttons, a slider, or a number to type. */
export function QuestionField({ question, ...props }: FieldProps) {
  if (question.type === 'choice') return <ChoiceField question={question} {...props} />;
  const { minimum, maximum } = question;
  if (maximum !== null && maximum - minimum <= longestSlider)
    return <SliderField question={question} {...props} />;
  return <NumberField question={question} {...props} />;
}

/** What is asked, and whether it is missing: in words, not by colour alone. */
export function QuestionText({ question, isMissing }: Pick<FieldProps, 'question' | 'isMissing'>) {
  const { w, language } = useWords();
  return (
    <span class="question-text">
      <span>{nameIn(question.text, language) ?? question.code}</span>{' '}
      {!question.required && <span class="chip">{w('page.optional')}</span>}
      {isMissing && <span class="chip missing">{w('body.missing')}</span>}
    </span>
  );
}
