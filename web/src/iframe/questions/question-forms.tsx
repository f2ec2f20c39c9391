// SPDX-License-Identifier: Apache-2.0
import type { PageQuestionForm } from '@openderm/contract';
import { useFlow } from '../flow-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { nameIn } from '../words/name-in.ts';
import { type Answers, isBegun, keyOf, questionsOf } from './collect-answers.ts';
import { QuestionField } from './question-field.tsx';

export interface QuestionFormsProps {
  readonly forms: readonly PageQuestionForm[];
  readonly answers: Answers;
  /** Keys of questions to be marked as missing. */
  readonly missing: readonly string[];
  readonly onAnswers: (answers: Answers) => void;
}

/** The questions of each score, under its name unless the address hides it, or a patient reads: it tells a condition. */
export function QuestionForms({ forms, answers, missing, onAnswers }: QuestionFormsProps) {
  const { parameters, draft } = useFlow();
  const showsTitles = parameters.showsQuestionnaireTitles && !draft.isForPatient;
  const { w, language } = useWords();
  const answer = (key: string, value: number | undefined) => {
    const changed = new Map(answers);
    if (value === undefined) changed.delete(key);
    else changed.set(key, value);
    onAnswers(changed);
  };
  const clear = (form: PageQuestionForm) => {
    const own = new Set(questionsOf(form).map((question) => keyOf(form, question)));
    onAnswers(new Map([...answers].filter(([key]) => !own.has(key))));
  };
  return (
    <>
      {forms.map((form) => (
        <section class="card question-form" key={form.code}>
          {showsTitles && <h2>{nameIn(form.title, language) ?? form.code}</h2>}
          {questionsOf(form).map((question) => {
            const key = keyOf(form, question);
            return (
              <QuestionField
                key={key}
                name={key}
                question={question}
                answer={answers.get(key)}
                onAnswer={(value) => answer(key, value)}
                isMissing={missing.includes(key)}
              />
            );
          })}
          {isBegun(form, answers) && (
            <button type="button" class="button small" onClick={() => clear(form)}>
              {w('body.takeBack')}
            </button>
          )}
        </section>
      ))}
    </>
  );
}
