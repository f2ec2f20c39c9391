// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from './catalogue.ts';
import { wordCatalogues, wordIn } from './words.ts';

/** Something that is seen, felt or told, and that scores ask for. */
export interface ClinicalSign {
  /** camelCase, e.g. `erythema`; its name is the text `sign.<code>`. */
  readonly code: string;
  readonly names: Readonly<Record<CatalogueLocale, string>>;
  /** What it is, in one sentence of our own. */
  readonly definitions: Readonly<Record<CatalogueLocale, string>>;
}

const codes = Object.keys(wordCatalogues.en).flatMap(
  (key) => /^sign\.([^.]+)\.definition$/.exec(key)?.[1] ?? [],
);

/** Every sign that is defined, by the alphabet; the age of a patient, which scores ask for too, is none. */
export const clinicalSigns: readonly ClinicalSign[] = codes
  .toSorted()
  .map((code) => ({ code, names: wordIn(`sign.${code}`), definitions: wordIn(`sign.${code}.definition`) }));
