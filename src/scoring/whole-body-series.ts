// SPDX-License-Identifier: Apache-2.0
import { type Outcome, type Site, SiteError } from './scoring-system.ts';
import { showSameSkin } from './whole-body-views.ts';

/** One photographed site of a whole-body series, with what was seen and answered there, as the local form has it. */
export interface SeenSite<V> {
  readonly site: Site;
  readonly values: V;
  /** Measured percent of the site's skin that is affected: finer than the area grade of `values`, used in its place. */
  readonly affectedPercent?: number;
}

/** Photographs of several sites of one person. */
export interface Series<V, P> {
  readonly sites: readonly SeenSite<V>[];
  /** Answers about the person rather than a site, given once: age, itch, loss of sleep. */
  readonly person: P;
}

/** A score of the whole body, put together from its sites. */
export interface WholeBodyOutcome extends Outcome {
  /** Percent of the whole skin that the sites show, for asalt of the scalp; null where a site's share is unknown. */
  readonly coveragePercent: number | null;
}

/**
 * Refuses series that would count skin twice, or none at all.
 * @throws SiteError `noSite` for an empty series, `overlap` where a site is given twice, lies within another or shows its skin
 */
export function expectDistinctSites(sites: readonly SeenSite<unknown>[]): void {
  if (sites.length === 0) throw new SiteError('noSite');
  const codes = sites.map(({ site }) => site.code);
  const isWithin = sites.some(({ site }) => site.ancestors.some((code) => codes.includes(code)));
  const isShared = codes.some((code) => codes.some((other) => showSameSkin(code, other)));
  if (isWithin || isShared || new Set(codes).size < codes.length) throw new SiteError('overlap');
}
