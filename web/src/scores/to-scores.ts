// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireItem, QuestionnaireResponse } from '@openderm/contract';
import type { Language } from '../language/language.ts';

export type Leaf = Exclude<QuestionnaireItem, { type: 'group' }>;

/** Questions that have the same answers, in words of one language. */
export interface ItemSet {
  readonly items: readonly Question[];
  readonly answers: Answers;
}

export interface Question {
  readonly code: string;
  readonly name: string;
  readonly isRequired: boolean;
  readonly isSeen: boolean;
}

export type Answers =
  | { readonly kind: 'words'; readonly options: readonly { readonly value: number; readonly text: string }[] }
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | {
      readonly kind: 'bounds';
      readonly minimum: number;
      readonly maximum: number | null;
      readonly decimals: number;
    };

/** Questions that are asked once, or alike of each of several places. */
export interface ItemBlock {
  /** Regions, nails or visits; empty for questions that stand by themselves. */
  readonly places: readonly { readonly code: string; readonly name: string; readonly isRequired: boolean }[];
  readonly sets: readonly ItemSet[];
}

/** One way to answer a score. */
export interface ScoreForm {
  readonly identifier: string;
  readonly mode: 'local' | 'global';
  readonly blocks: readonly ItemBlock[];
  readonly needsOneAnswer: boolean;
  /** A request body. */
  readonly example: unknown;
}

/** A score with the forms it is asked in. What all forms share is in `facts`. */
export interface ScoreEntry {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly notFor: string;
  readonly isFromPhotograph: boolean;
  /** ICD-11 codes with names; null: any condition. */
  readonly conditions: readonly NamedCondition[] | null;
  readonly forms: readonly ScoreForm[];
  readonly facts: QuestionnaireResponse;
  /** As the device sent them, a form each. */
  readonly questionnaires: readonly QuestionnaireResponse[];
  readonly isScaledBySite: boolean;
}

export interface NamedCondition {
  readonly code: string;
  readonly name: string;
}

/** The device's list in one language, a score for each code, in its order. */
export function toScores(list: readonly QuestionnaireResponse[], language: Language): readonly ScoreEntry[] {
  return [...Map.groupBy(list, ({ code }) => code).values()].flatMap(([facts, ...others]) =>
    facts === undefined ? [] : [toEntry([facts, ...others], language)],
  );
}

function toEntry(
  forms: readonly [QuestionnaireResponse, ...QuestionnaireResponse[]],
  language: Language,
): ScoreEntry {
  const [facts] = forms;
  return {
    code: facts.code,
    title: textIn(facts.title, language),
    description: textIn(facts.description, language),
    notFor: textIn(facts.notFor, language),
    isFromPhotograph: forms.some(
      ({ resultItem, path }) => resultItem.length > 0 || path.includes('automatic'),
    ),
    conditions:
      facts.conditions?.map(({ code, names }) => ({ code, name: textIn(names, language) || code })) ?? null,
    forms: forms.map((form) => toForm(form, language)),
    facts,
    questionnaires: forms,
    isScaledBySite: forms.some(({ bandsScaledBySite }) => bandsScaledBySite),
  };
}

function toForm(form: QuestionnaireResponse, language: Language): ScoreForm {
  const { identifier, mode, atLeastOne, example } = form;
  const blocks = toBlocks([...form.item, ...form.resultItem], language);
  return { identifier, mode, blocks, needsOneAnswer: atLeastOne, example };
}

/** The text in a language, keyed as `es_ES`; English where it is missing. */
export function textIn(texts: Readonly<Record<string, string>>, language: Language): string {
  const key = Object.keys(texts).find((each) => each.startsWith(`${language}_`));
  return texts[key ?? 'en_GB'] ?? '';
}

function toBlocks(items: readonly QuestionnaireItem[], language: Language): readonly ItemBlock[] {
  const alone = items.filter((item) => item.type !== 'group');
  const own: readonly ItemBlock[] = alone.length > 0 ? [{ places: [], sets: toSets(alone, language) }] : [];
  const grouped = items.flatMap((item) => (item.type === 'group' ? toPlaceBlocks(item, language) : []));
  return joinAlike([...own, ...grouped]);
}

type Group = Extract<QuestionnaireItem, { type: 'group' }>;

/** A group as one block; where it holds groups itself, each of those under its name. */
function toPlaceBlocks(group: Group, language: Language): readonly ItemBlock[] {
  const name = textIn(group.text, language);
  return toBlocks(group.item, language).map(({ places, sets }) => ({
    sets,
    places:
      places.length === 0
        ? [{ code: group.code, name, isRequired: group.required }]
        : places.map((place) => ({
            ...place,
            code: `${group.code}.${place.code}`,
            name: `${name}: ${place.name}`,
          })),
  }));
}

/** Neighbours that ask the same become one block for several places. */
function joinAlike(blocks: readonly ItemBlock[]): readonly ItemBlock[] {
  const asks = ({ places, sets }: ItemBlock) => (places.length === 0 ? '' : JSON.stringify(sets));
  return toRuns(blocks, asks).map(([first, ...others]) => ({
    ...first,
    places: [first, ...others].flatMap(({ places }) => places),
  }));
}

/** Neighbours with the same answers become one set. */
function toSets(leaves: readonly Leaf[], language: Language): readonly ItemSet[] {
  const asked = leaves.map((leaf) => ({
    item: toQuestion(leaf, language),
    answers: toAnswers(leaf, language),
  }));
  return toRuns(asked, ({ answers }) => JSON.stringify(answers)).map(([first, ...others]) => ({
    items: [first, ...others].map(({ item }) => item),
    answers: first.answers,
  }));
}

type Run<T> = [T, ...T[]];

/** Neighbours with the same key, together. */
function toRuns<T>(values: readonly T[], keyOf: (value: T) => string): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last !== undefined && keyOf(last[0]) === keyOf(value)) last.push(value);
    else runs.push([value]);
  }
  return runs;
}

function toQuestion({ code, text, required, suppliedBy }: Leaf, language: Language): Question {
  return { code, name: textIn(text, language), isRequired: required, isSeen: suppliedBy === 'photograph' };
}

function toAnswers(leaf: Leaf, language: Language): Answers {
  if (leaf.type !== 'choice') {
    const { minimum, maximum, decimals } = leaf;
    return { kind: 'bounds', minimum, maximum, decimals };
  }
  const options = leaf.allowedValues.map(({ value, label }) => ({ value, text: textIn(label, language) }));
  const isPlain = options.every(({ value, text }) => text === String(value));
  return isPlain ? { kind: 'values', values: options.map(({ value }) => value) } : { kind: 'words', options };
}
