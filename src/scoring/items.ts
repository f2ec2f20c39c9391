// SPDX-License-Identifier: Apache-2.0

/** What every question has. Texts are keys of the translation catalogue. */
interface ItemFacts {
  readonly label: string;
  /** Who answers: a person (`asked`), or the reading of a photograph (`seen`). */
  readonly by: 'asked' | 'seen';
  readonly required: boolean;
  /** Another spelling of the item's code that requests may use. */
  readonly alias?: string;
}

/** One of a few answers, each with a number. */
export interface Choice extends ItemFacts {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

export interface Option {
  readonly value: number;
  /** Key of its text. */
  readonly label: string;
}

/** A number within bounds. */
export interface Measure extends ItemFacts {
  readonly kind: 'measure';
  readonly minimum: number;
  /** Null: no upper end. */
  readonly maximum: number | null;
  /** 0: whole numbers only. */
  readonly decimals: number;
  /** Key of the text that shows an answer, with `{value}` in it, e.g. `{value} %`. */
  readonly display: string;
}

/** Items of one region, nail, patch or visit. */
export interface Group<I extends Items = Items> {
  readonly kind: 'group';
  readonly label: string;
  readonly required: boolean;
  readonly items: I;
}

export type Leaf = Choice | Measure;
export type Item = Leaf | Group;

/** Questions by code, in the order they are asked. */
export interface Items {
  readonly [code: string]: Item;
}

/** What a formula may count on: a number for each question, undefined where it may be left out. */
export type Values<I extends Items> = {
  readonly [Code in keyof I]: Value<I[Code]> | (I[Code] extends { required: false } ? undefined : never);
};

type Value<I> = I extends Group<infer Inner> ? Values<Inner> : number;

/** The same without knowledge of the items. */
export interface ValueTree {
  readonly [code: string]: number | undefined | ValueTree;
}

type Facts = Partial<Pick<ItemFacts, 'by' | 'alias'>>;

/** One of a few answers. */
export function choice(label: string, options: readonly Option[], facts: Facts = {}) {
  return { kind: 'choice', label, options, by: 'asked', required: true, ...facts } as const;
}

/** How many; whole numbers from 0. */
export function count(
  label: string,
  { maximum = null, ...facts }: Facts & { readonly maximum?: number | null } = {},
) {
  const bounds = { minimum: 0, maximum, decimals: 0, display: 'answer.plain' } as const;
  return { kind: 'measure', label, ...bounds, by: 'asked', required: true, ...facts } as const;
}

/** A percentage from 0 to 100, to two decimals: finer than anybody can see, and exact. */
export function percentage(label: string, facts: Facts = {}) {
  const bounds = { minimum: 0, maximum: 100, decimals: 2, display: 'answer.percent' } as const;
  return { kind: 'measure', label, ...bounds, by: 'asked', required: true, ...facts } as const;
}

/** A number within bounds; `display` is the key of the text that shows an answer. */
export function measure(
  label: string,
  bounds: Pick<Measure, 'minimum' | 'maximum' | 'decimals' | 'display'>,
  facts: Facts = {},
) {
  return { kind: 'measure', label, ...bounds, by: 'asked', required: true, ...facts } as const;
}

/** Items of one region, nail, patch or visit. */
export function group<I extends Items>(label: string, items: I) {
  return { kind: 'group', label, required: true, items } as const;
}

/** The same item, which may be left out. */
export function optional<I extends Item>(item: I): Omit<I, 'required'> & { readonly required: false } {
  return { ...item, required: false };
}
