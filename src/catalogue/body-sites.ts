// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from './catalogue.ts';
import entries from './data/body-sites.json' with { type: 'json' };

/** A region of the body, as a place on it or as a view of it. */
export interface BodySite {
  /** camelCase, e.g. `armLeft`. */
  readonly code: string;
  /** The site that this one is a part of; null for the whole body and for nails. */
  readonly parent: string | null;
  readonly names: Readonly<Record<CatalogueLocale, string>>;
  /** `group` stands for several sites, `view` for a photograph's angle. */
  readonly kind: 'group' | 'view' | 'anatomical' | 'mucosa' | 'appendage';
  readonly laterality: 'left' | 'right' | null;
  /** Groups are not: a photograph is of something smaller. */
  readonly acceptedAsInput: boolean;
}

const kinds: readonly BodySite['kind'][] = ['group', 'view', 'anatomical', 'mucosa', 'appendage'];
const sides: readonly BodySite['laterality'][] = ['left', 'right', null];

function toBodySite(entry: (typeof entries)[number]): BodySite {
  const kind = kinds.find((each) => each === entry.kind);
  const laterality = sides.find((each) => each === entry.laterality);
  if (kind === undefined || laterality === undefined) throw new Error(`body-sites.json: ${entry.code}`);
  const { code, parent, names, acceptedAsInput } = entry;
  return { code, parent, names, kind, laterality, acceptedAsInput };
}

/** All sites, from the whole body down. */
export const bodySites: readonly BodySite[] = entries.map(toBodySite);

/** Locales as the compatible API spells them, of which we have these four. */
export const bodySiteLocales: Readonly<Record<CatalogueLocale, string>> = {
  en: 'en_GB',
  es: 'es_ES',
  fr: 'fr_FR',
  de: 'de_DE',
};
