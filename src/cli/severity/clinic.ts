// SPDX-License-Identifier: Apache-2.0
import type { BodySite } from '../../catalogue/body-sites.ts';
import type { CatalogueLocale } from '../../catalogue/catalogue.ts';
import type { Checked } from '../../scoring/check-answers.ts';
import type { Item, Leaf, ValueTree } from '../../scoring/items.ts';
import type { Score } from '../../scoring/score.ts';
import type { Form, ScoringSystem } from '../../scoring/scoring-system.ts';

/** A question by its place in a form. */
export interface Place<I extends Item = Item> {
  readonly form: Form;
  /** From the form's items down, e.g. `['headNeck', 'erythema']`. */
  readonly path: readonly string[];
  readonly item: I;
}

/** The scoring systems and their words in one language; no server, model or database behind it. */
export interface Clinic {
  readonly systems: readonly ScoringSystem[];
  /** A text of the translation catalogue. @throws Error for a key that it lacks */
  word(key: string, value?: number | string): string;
  title(system: ScoringSystem): string;
  question(place: Place): string;
  /** An answer in words, e.g. "Moderate" or "35 %". */
  answer(place: Place<Leaf>, value: number): string;
  /** The form that answers were meant for. */
  chooseForm(system: ScoringSystem, answers: unknown): Form;
  /** Checks what a person and what a photograph would answer alike. */
  check(form: Form, answers: unknown): Checked;
  /** Body sites the form can be scored on. */
  listSites(system: ScoringSystem, form: Form): readonly BodySite[];
  /** Whether the form cannot be scored without one. */
  needsSite(system: ScoringSystem, form: Form): boolean;
  siteName(code: string): string;
  /** @throws SiteError when the body site has no place in this score */
  score(
    system: ScoringSystem,
    form: Form,
    answered: { readonly values: ValueTree; readonly site?: string },
  ): Score;
  /** Known spellings that look like it, nearest first. */
  findNearest(wanted: string, known: readonly string[]): readonly string[];
}

export type OpenClinic = (locale: CatalogueLocale) => Promise<Clinic>;
