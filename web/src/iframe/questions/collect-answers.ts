// SPDX-License-Identifier: Apache-2.0
import type { AnswerQuestionsRequest, PageQuestionForm, QuestionnaireItem } from '@openderm/contract';

/** A question with one number for an answer. */
export type Question = Exclude<QuestionnaireItem, { readonly type: 'group' }>;

/** Numbers by question; what was typed and is no number in bounds is NaN. */
export type Answers = ReadonlyMap<string, number>;

/** Names a question among those of all scores. */
export function keyOf({ code }: Pick<PageQuestionForm, 'code'>, question: Pick<Question, 'code'>): string {
  return `${code}.${question.code}`;
}

/** The questions of a form; groups of them are for whoever fills in a whole questionnaire. */
export function questionsOf({ item }: PageQuestionForm): readonly Question[] {
  return item.filter((each): each is Question => each.type !== 'group');
}

/** Forms that can be answered here as a whole. */
export function answerableForms(forms: readonly PageQuestionForm[]): readonly PageQuestionForm[] {
  return forms.filter(
    (form) =>
      questionsOf(form).length > 0 && !form.item.some(({ type, required }) => type === 'group' && required),
  );
}

export interface CollectedAnswers {
  /** By score and question, as the server takes them. A score that nothing was said about is left out. */
  readonly knownAnswers: AnswerQuestionsRequest['knownAnswers'];
  /** Keys of questions that a score which was begun still needs, or whose answer is no number in bounds. */
  readonly missing: readonly string[];
}

export function collectAnswers(forms: readonly PageQuestionForm[], answers: Answers): CollectedAnswers {
  const begun = forms.filter((form) => isBegun(form, answers));
  const missing = begun.flatMap((form) =>
    questionsOf(form)
      .filter((question) => isMissing(question, answers.get(keyOf(form, question))))
      .map((question) => keyOf(form, question)),
  );
  const knownAnswers = Object.fromEntries(begun.map((form) => [form.code, answersOf(form, answers)]));
  return { knownAnswers, missing };
}

/** Whether anything was said about a score. */
export function isBegun(form: PageQuestionForm, answers: Answers): boolean {
  return questionsOf(form).some((each) => answers.has(keyOf(form, each)));
}

function isMissing({ required }: Question, answer: number | undefined): boolean {
  return answer === undefined ? required : Number.isNaN(answer);
}

function answersOf(form: PageQuestionForm, answers: Answers): Record<string, number> {
  const given = questionsOf(form).flatMap((question): [string, number][] => {
    const answer = answers.get(keyOf(form, question));
    return answer === undefined ? [] : [[question.code, answer]];
  });
  return Object.fromEntries(given);
}
