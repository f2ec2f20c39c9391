// SPDX-License-Identifier: Apache-2.0
import type { Element, Extension, Questionnaire, QuestionnaireItem } from '@medplum/fhirtypes';
import { wordIn } from '../../catalogue/words.ts';
import type { Choice, Item, Items, Measure } from '../../scoring/items.ts';
import type { Form, ScoringSystem } from '../../scoring/scoring-system.ts';
import type { Texts } from '../wording.ts';
import { toAnswerCoding } from './answer-coding.ts';
import { standardExtensions } from './foreign-systems.ts';
import { toPublishedBase } from './published-base.ts';
import type { R4Sources } from './r4-context.ts';

/** Every form of every score. */
export function toQuestionnaires(
  sources: R4Sources,
): readonly (Questionnaire & { id: string; url: string })[] {
  return sources.systems.flatMap((system) =>
    system.forms.map((form) => toQuestionnaire(system, form, sources)),
  );
}

function toQuestionnaire(system: ScoringSystem, form: Form, sources: R4Sources) {
  const { wording, canonical, terminology } = sources;
  const { identifier: id } = form;
  const title = wording.title(system.code, id);
  return {
    ...toPublishedBase('Questionnaire', { id, title: title.en }, canonical),
    _title: toTranslations(title),
    subjectType: ['Patient' as const],
    description: wordIn(`${system.code}.description`).en,
    copyright: system.licence.note,
    code: [terminology.coding('score', id)],
    item: toItems(form.items, { form: id, sources, above: [] }),
  };
}

interface Place {
  readonly form: string;
  readonly sources: R4Sources;
  /** Codes of the groups around. */
  readonly above: readonly string[];
}

function toItems(items: Items, place: Place): QuestionnaireItem[] {
  return Object.entries(items).map(([code, item]) =>
    toItem(item, { ...place, above: [...place.above, code] }),
  );
}

/** The question of one form: `pasi.headNeck.erythema` is asked as `headNeck.erythema`. */
function toItem(item: Item, place: Place): QuestionnaireItem {
  const { form, sources, above: path } = place;
  const text = sources.wording.label({ form, path, item });
  const question = {
    linkId: path.join('.'),
    text: text.en,
    _text: toTranslations(text),
    required: item.required,
  };
  if (item.kind === 'group') return { ...question, type: 'group', item: toItems(item.items, place) };
  if (item.kind === 'choice') return { ...question, type: 'choice', ...toOptions(item, sources) };
  return { ...question, type: item.decimals === 0 ? 'integer' : 'decimal', extension: toBounds(item) };
}

function toOptions({ options }: Choice, { terminology }: R4Sources): Pick<QuestionnaireItem, 'answerOption'> {
  return { answerOption: options.map((option) => ({ valueCoding: toAnswerCoding(option, terminology) })) };
}

function toBounds({ minimum, maximum, decimals }: Measure): Extension[] {
  const bound = (url: string, value: number) =>
    decimals === 0 ? { url, valueInteger: value } : { url, valueDecimal: value };
  return [
    bound(standardExtensions.minimum, minimum),
    ...(maximum === null ? [] : [bound(standardExtensions.maximum, maximum)]),
    ...(decimals === 0 ? [] : [{ url: standardExtensions.decimals, valueInteger: decimals }]),
  ];
}

/** The same text in our other languages. */
function toTranslations({ en: _, ...others }: Texts): Element {
  const extension = Object.entries(others).map(([language, content]) => ({
    url: standardExtensions.translation,
    extension: [
      { url: 'lang', valueCode: language },
      { url: 'content', valueString: content },
    ],
  }));
  return { extension };
}
