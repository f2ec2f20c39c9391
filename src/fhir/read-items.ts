// SPDX-License-Identifier: Apache-2.0
import type { AdditionalDatum, EvolutionItem, EvolutionItems } from '@openderm/contract';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { word } from '../catalogue/words.ts';
import type { ReadItem } from '../record/photograph-assessment.ts';
import { isPresence } from '../scoring/is-presence.ts';
import { choice, type Leaf } from '../scoring/items.ts';
import { areaGrades } from '../scoring/scales.ts';
import type { Form, ScoringSystem } from '../scoring/scoring-system.ts';
import { type AnswerContext, toEvolutionItem } from './evolution-items.ts';
import { toPercent } from './to-percent.ts';
import { toVendorCode } from './wire-constants.ts';
import type { Wording } from './wording.ts';

/** What was read off a photograph or answered, and figures that the score has counted on the way. */
export interface ReadAnswers {
  readonly system: ScoringSystem;
  readonly form: Form;
  readonly items: Readonly<Record<string, ReadItem>>;
  readonly components: Readonly<Record<string, number>>;
}

interface Words {
  readonly wording: Wording;
  readonly locale: CatalogueLocale;
}

/** Texts of figures beside an item, and how they go over the wire. @source the reference's public client and its tests */
const figures: Readonly<Record<string, { readonly text: string; readonly isShare?: true }>> = {
  whealsCount: { text: 'additional.whealsCount' },
  acneDensity: { text: 'additional.acneDensity' },
  inflammatoryLesionCount: { text: 'additional.inflammatoryLesionCount' },
  surfaceAreaOverBsa: { text: 'additional.surfaceAreaOverBsa' },
  surfacePercent: { text: 'additional.surfacePercent' },
  presenceProbability: { text: 'additional.presenceProbability', isShare: true },
};

/** The density of acne stands beside the number of lesions, as in the reference's answers. */
const shownBeside: ReadonlySet<string> = new Set(['acneDensity']);

/** Systems whose answers have no items in the reference: what they rest on stands elsewhere. */
const withoutItems: ReadonlySet<string> = new Set(['asalt', 'avasi']);

/** `item` as existing clients read it, or null; what it then leaves out is in `reading`. */
export function toReadItems(
  answers: ReadAnswers,
  words: Words,
): { readonly item: EvolutionItems | null; readonly reading: EvolutionItems | null } {
  const context = { form: answers.form.identifier, ...words };
  const entries = Object.entries(answers.form.items).flatMap(([code, item]): [string, EvolutionItem][] => {
    const read = answers.items[code];
    if (read === undefined || item.kind === 'group' || shownBeside.has(code)) return [];
    return [[code, toReadItem({ code, item, read }, answers, context)]];
  });
  const shown = Object.fromEntries(entries);
  return withoutItems.has(answers.system.code)
    ? { item: null, reading: shown }
    : { item: shown, reading: null };
}

interface Read {
  readonly code: string;
  readonly item: Leaf;
  readonly read: ReadItem;
}

function toReadItem({ code, item, read }: Read, answers: ReadAnswers, context: AnswerContext): EvolutionItem {
  const { locale } = context;
  const surface = code === 'surface' ? gradeSurface(read, answers) : undefined;
  const asked = { item: surface?.item ?? item, path: [code] };
  const shown = toEvolutionItem(asked, surface?.value ?? read.value, inWordsOf(read, context));
  const additional = {
    ...confidenceOf(read, locale),
    ...toFigures({ ...read.figures, ...besides(code, answers), ...surface?.figures }, locale),
  };
  return {
    ...shown,
    ...(isPresence(item) && { value: read.value === 1 }),
    ...(Object.keys(additional).length > 0 && { additionalData: additional }),
    method: read.method ?? 'answer',
  };
}

/** What was counted on a photograph nobody has answered. */
function inWordsOf({ source }: ReadItem, context: AnswerContext): AnswerContext {
  return source === 'photograph' ? { ...context, bareNumber: 'answer.countedNumber' } : context;
}

/** The area grade from 0 to 6, which aeasi counts a percentage into before it goes on. */
function gradeSurface({ value }: ReadItem, { form, components }: ReadAnswers) {
  const item = choice('photograph.surfaceAreaScore', areaGrades);
  if (form.items['surface']?.kind === 'choice') return { item, value, figures: {} };
  const grade = components['surfaceGrade'];
  return grade === undefined ? undefined : { item, value: grade, figures: { surfacePercent: value } };
}

function besides(code: string, { items, components }: ReadAnswers): Readonly<Record<string, number>> {
  const density = items['acneDensity']?.value;
  const overBsa = components['surfaceAreaOverBsa'];
  return {
    ...(code === 'acne' && density !== undefined && { acneDensity: density }),
    ...(code === 'surface' && overBsa !== undefined && { surfaceAreaOverBsa: overBsa }),
  };
}

function confidenceOf({ confidence }: ReadItem, locale: CatalogueLocale): Record<string, AdditionalDatum> {
  if (confidence === null) return {};
  const code = toVendorCode('aiConfidence', word('additional.aiConfidence', locale));
  return { aiConfidence: { value: toPercent(confidence), code } };
}

function toFigures(
  values: Readonly<Record<string, number>>,
  locale: CatalogueLocale,
): Record<string, AdditionalDatum> {
  const known = Object.entries(values).flatMap(([name, value]): [string, AdditionalDatum][] => {
    const figure = figures[name];
    if (figure === undefined) return [];
    const code = toVendorCode(name, word(figure.text, locale));
    return [[name, { value: figure.isShare ? toPercent(value) : value, code }]];
  });
  return Object.fromEntries(known);
}
