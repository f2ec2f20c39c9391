// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from './catalogue.ts';
import furtherNames from './data/body-site-names.json' with { type: 'json' };
import entries from './data/body-sites.json' with { type: 'json' };

/** Languages of the compatible API that ours does not speak: names of sites exist in them, where we are sure of one. */
export type FurtherLocale = 'pt_BR' | 'it_IT' | 'bg_BG' | 'pl_PL' | 'ko_KO' | 'ca_ES';

const furtherByCode = new Map<string, BodySite['furtherNames']>(Object.entries(furtherNames));

/** A region of the body, as a place on it or as a view of it. */
export interface BodySite {
  /** camelCase, e.g. `armLeft`. */
  readonly code: string;
  /** The site that this one is a part of; null for the whole body and for nails. */
  readonly parent: string | null;
  readonly names: Readonly<Record<CatalogueLocale, string>>;
  /** In other languages; most views have none. */
  readonly furtherNames: Readonly<Partial<Record<FurtherLocale, string>>>;
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
  const further = furtherByCode.get(code) ?? {};
  return { code, parent, names, furtherNames: further, kind, laterality, acceptedAsInput };
}

/** All sites, from the whole body down. */
export const bodySites: readonly BodySite[] = entries.map(toBodySite);
