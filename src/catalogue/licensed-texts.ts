// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from './catalogue.ts';

/** The wording of one question, as its owner licensed it to the operator. */
export interface LicensedItem {
  readonly text: string;
  /** Wording of each answer, by its number; the numbers alone where it is left out. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Questions of a group. */
  readonly item?: LicensedItems;
}

export interface LicensedItems {
  readonly [code: string]: LicensedItem;
}

/** The wording of a questionnaire in one language. */
export interface LicensedText {
  readonly title?: string;
  readonly item: LicensedItems;
}

/** What the operator has loaded, checked: by identifier of the form, then by language. */
export type LicensedTexts = Readonly<
  Record<string, Readonly<Partial<Record<CatalogueLocale, LicensedText>>>>
>;

/** Wording of the question at a place, from the form's items down; undefined where none was loaded. */
export function findLicensedItem(
  text: LicensedText | undefined,
  path: readonly string[],
): LicensedItem | undefined {
  const [first = '', ...rest] = path;
  return rest.reduce<LicensedItem | undefined>(
    (above, code) => own(above?.item, code),
    own(text?.item, first),
  );
}

function own(items: LicensedItems | undefined, code: string): LicensedItem | undefined {
  return items !== undefined && Object.hasOwn(items, code) ? items[code] : undefined;
}
