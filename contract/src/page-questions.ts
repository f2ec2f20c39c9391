// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { LocaleText } from './locale-text.ts';
import { QuestionnaireItem } from './questionnaire-item.ts';

/** More scores than there are. */
const maxForms = 50;
/** More items than any score asks for. */
const maxItems = 100;

/** What one score needs to know that no photograph shows. */
export const PageQuestionForm = Type.Object({
  code: Type.String({ description: 'Key of the answers, e.g. `ascorad`.' }),
  identifier: Type.String({
    description: 'Of the form as `/v1/questionnaires` has it, e.g. `ascoradLocal`.',
  }),
  title: LocaleText,
  item: Type.Array(QuestionnaireItem, { description: 'In the order they are asked.' }),
});
export type PageQuestionForm = Static<typeof PageQuestionForm>;

export const PageQuestions = Type.Object({
  forms: Type.Array(PageQuestionForm, {
    description: 'Empty where nothing is asked, or everything was answered.',
  }),
});
export type PageQuestions = Static<typeof PageQuestions>;

export const AnswerQuestionsRequest = Type.Object({
  knownAnswers: Type.Record(
    Type.String({ maxLength: 64 }),
    Type.Record(Type.String({ maxLength: 64 }), Type.Number(), { maxProperties: maxItems }),
    {
      maxProperties: maxForms,
      description:
        'Answers by score and item, e.g. `{"ascorad": {"pruritus": 4, "sleeplessness": 2}}`. A score that is left out stays unasked for.',
    },
  ),
});
export type AnswerQuestionsRequest = Static<typeof AnswerQuestionsRequest>;
