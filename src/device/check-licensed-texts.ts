// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { findNearest } from '../catalogue/find-nearest.ts';
import type { LicensedText, LicensedTexts } from '../catalogue/licensed-texts.ts';
import type { Item, Items } from '../scoring/items.ts';
import type { Form, ScoringSystem } from '../scoring/scoring-system.ts';

/** Texts that can be shown, or everything that is wrong with them, one line each. */
export type CheckedTexts =
  | { readonly texts: LicensedTexts; readonly problems?: undefined }
  | { readonly problems: readonly string[] };

/**
 * Checks an operator's file of licensed wordings, `{code: {locale: {title?, item: {question1: {text, answers?}}}}}`.
 * A wording is whole or refused: half a questionnaire in its owner's words and half in ours is neither.
 */
export function checkLicensedTexts(document: unknown, systems: readonly ScoringSystem[]): CheckedTexts {
  if (!isRecord(document)) return { problems: ['expected an object with a key for each scoring system'] };
  const checked = Object.entries(document).map(([code, byLocale]) => checkSystem(code, byLocale, systems));
  const problems = checked.flatMap((each) => each.problems);
  if (problems.length > 0) return { problems };
  return { texts: Object.fromEntries(checked.flatMap(({ texts }) => Object.entries(texts))) };
}

interface Reading {
  readonly texts: LicensedTexts;
  readonly problems: readonly string[];
}

const failed = (...problems: readonly string[]): Reading => ({ texts: {}, problems });

const locales: readonly CatalogueLocale[] = ['en', 'es', 'fr', 'de'];

function checkSystem(code: string, byLocale: unknown, systems: readonly ScoringSystem[]): Reading {
  const system = systems.find((each) => each.code === code);
  if (system === undefined) return failed(`${code}: no such scoring system${suggest(code, systems)}`);
  if (system.licence.terms === 'open') return failed(`${code}: its wording is open and needs no licence`);
  if (!isRecord(byLocale)) return failed(`${code}: expected an object with a key for each language`);
  const known = Object.keys(byLocale).filter(isLocale);
  const strange = Object.keys(byLocale).filter((locale) => !isLocale(locale));
  const readings = known.map((locale) => ({ locale, text: byLocale[locale], system }));
  return {
    texts: textsByForm(system, readings),
    problems: [
      ...strange.map((locale) => `${code}.${locale}: expected a language of ${locales.join(', ')}`),
      ...readings.flatMap(({ locale, text }) => checkText(`${code}.${locale}`, text, system)),
    ],
  };
}

function isLocale(text: string): text is CatalogueLocale {
  return locales.some((locale) => locale === text);
}

function suggest(code: string, systems: readonly ScoringSystem[]): string {
  const licensed = systems.filter(({ licence }) => licence.terms === 'scoringOnly').map((each) => each.code);
  const [nearest] = findNearest(code, licensed, 1);
  return nearest === undefined ? `; those that take texts: ${licensed.join(', ')}` : `, nearest: ${nearest}`;
}

/** One wording serves every form whose questions it has. */
function textsByForm(
  { forms }: ScoringSystem,
  readings: readonly { readonly locale: CatalogueLocale; readonly text: unknown }[],
): LicensedTexts {
  const fitting = forms.map((form): [string, Readonly<Partial<Record<CatalogueLocale, LicensedText>>>] => [
    form.identifier,
    Object.fromEntries(readings.flatMap(({ locale, text }) => (fits(text, form) ? [[locale, text]] : []))),
  ]);
  return Object.fromEntries(fitting.filter(([, texts]) => Object.keys(texts).length > 0));
}

function fits(text: unknown, form: Form): text is LicensedText {
  return listProblems('', text, form).length === 0;
}

/** Nothing when it fits one of the forms, else what keeps it from the form it comes nearest to. */
function checkText(place: string, text: unknown, { forms }: ScoringSystem): readonly string[] {
  const attempts = forms.map((form) => listProblems(place, text, form));
  return attempts.reduce((best, each) => (each.length < best.length ? each : best));
}

function listProblems(place: string, text: unknown, form: Form): readonly string[] {
  if (!isRecord(text)) return [`${place}: expected an object with title and item`];
  const title = text['title'];
  return [
    ...listStrangers(place, text, ['title', 'item']),
    ...(title === undefined || isText(title) ? [] : [`${place}.title: expected a text`]),
    ...listItemProblems(`${place}.item`, text['item'], form.items),
  ];
}

function listItemProblems(place: string, given: unknown, items: Items): readonly string[] {
  if (!isRecord(given)) return [`${place}: expected an object with ${Object.keys(items).join(', ')}`];
  return [
    ...listStrangers(place, given, Object.keys(items)),
    ...Object.entries(items).flatMap(([code, item]) => checkItem(`${place}.${code}`, given[code], item)),
  ];
}

function checkItem(place: string, given: unknown, item: Item): readonly string[] {
  if (given === undefined) return [`${place}: missing`];
  if (!isRecord(given)) return [`${place}: expected an object with a text`];
  const text = isText(given['text']) ? [] : [`${place}.text: expected a text`];
  if (item.kind === 'group') {
    return [
      ...listStrangers(place, given, ['text', 'item']),
      ...text,
      ...listItemProblems(`${place}.item`, given['item'], item.items),
    ];
  }
  const values = item.kind === 'choice' ? item.options.map(({ value }) => String(value)) : [];
  const keys = item.kind === 'choice' ? ['text', 'answers'] : ['text'];
  const answers = given['answers'];
  const answerProblems = answers === undefined ? [] : checkAnswerTexts(`${place}.answers`, answers, values);
  return [...listStrangers(place, given, keys), ...text, ...answerProblems];
}

function checkAnswerTexts(place: string, answers: unknown, values: readonly string[]): readonly string[] {
  if (!isRecord(answers)) return [`${place}: expected an object with a text for each answer`];
  const silent = values.filter((value) => !isText(answers[value]));
  return [
    ...listStrangers(place, answers, values),
    ...silent.map((value) => `${place}.${value}: expected a text`),
  ];
}

function listStrangers(place: string, given: object, known: readonly string[]): readonly string[] {
  const strangers = Object.keys(given).filter((key) => !known.includes(key));
  return strangers.map((key) => `${place}.${key}: not known; there are ${known.join(', ') || 'none'}`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
