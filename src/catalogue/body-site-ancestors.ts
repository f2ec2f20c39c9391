// SPDX-License-Identifier: Apache-2.0
import type { BodySite } from './body-sites.ts';

type Placed = Pick<BodySite, 'code' | 'parent'>;

/** The sites that a site is a part of, nearest first; none for one that stands alone or is unknown. */
export function ancestorsOf(code: string, sites: readonly Placed[]): readonly string[] {
  const parent = sites.find((site) => site.code === code)?.parent ?? null;
  return parent === null ? [] : [parent, ...ancestorsOf(parent, sites)];
}

/** The sites that are a part of a site and of no smaller one, in the order of the list. */
export function childrenOf(code: string, sites: readonly Placed[]): readonly string[] {
  return sites.filter(({ parent }) => parent === code).map((site) => site.code);
}
