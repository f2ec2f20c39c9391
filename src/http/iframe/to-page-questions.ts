// SPDX-License-Identifier: Apache-2.0
import type { PageQuestions, QuestionnaireItem } from '@openderm/contract';
import { type PageQuestionWords, pageAnswers, pageQuestions } from '../../catalogue/page-questions.ts';
import type { AskedOfDraft } from '../../device/drafts/draft-questions.ts';
import { toQuestionnaireItems } from '../../fhir/questionnaire-item.ts';
import { toWireNames } from '../../fhir/wire-names.ts';
import type { Wording } from '../../fhir/wording.ts';

/** What is asked, in words for whoever sits before the page. */
export function toPageQuestions({ asking, isForPatient }: AskedOfDraft, wording: Wording): PageQuestions {
  const say = (texts: Readonly<Record<string, string>>, own: PageQuestionWords | undefined) => {
    return { ...texts, ...(isForPatient ? own?.patient : own?.clinician) };
  };
  const reword = (item: QuestionnaireItem): QuestionnaireItem => {
    const text = say(item.text, pageQuestions[item.code]);
    if (item.type !== 'choice') return { ...item, text };
    const allowedValues = item.allowedValues.map(({ value, label }) => {
      return { value, label: say(label, pageAnswers[item.code]?.[value]) };
    });
    return { ...item, text, allowedValues };
  };
  return {
    forms: asking.map(({ system, form }) => ({
      code: system.code,
      identifier: form.identifier,
      title: toWireNames(wording.title(system.code, form.identifier)),
      item: toQuestionnaireItems(form.items, { form: form.identifier, by: 'asked', wording }).map(reword),
    })),
  };
}
