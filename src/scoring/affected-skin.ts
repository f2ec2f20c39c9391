// SPDX-License-Identifier: Apache-2.0
import { product, ratio, sum } from './exact.ts';
import { regionOf, regions } from './regions.ts';
import { type Region, type Site, SiteError } from './scoring-system.ts';
import type { SeenSite } from './whole-body-series.ts';
import { skinPercents } from './whole-body-views.ts';

/** A photographed view, and how much of the skin it shows is affected. */
export interface AffectedSite<V> extends SeenSite<V> {
  readonly affectedPercent: number;
}

/** The views of one region that were photographed. */
export interface RegionSites<V> {
  readonly region: Region;
  readonly sites: readonly AffectedSite<V>[];
}

/** The views of a series, region by region; regions without a view are left out. */
export function byRegion<V>(sites: readonly AffectedSite<V>[]): readonly RegionSites<V>[] {
  return regions
    .map((region) => ({ region, sites: sites.filter(({ site }) => regionOf(site) === region) }))
    .filter((each) => each.sites.length > 0);
}

/** Percent of the skin on all views together that is affected: large views count more. @throws SiteError `noView` */
export function meanAffectedPercent(sites: readonly AffectedSite<unknown>[]): number {
  return weightedMean(
    sites.map(({ site, affectedPercent }) => ({ value: affectedPercent, weight: skinOf(site) })),
  );
}

/**
 * Mean of a sign over the affected skin of all views: a view counts as much as there is affected skin on it, so that
 * healthy views do not water down the lesions of others. 0 where nothing is affected. @throws SiteError `noView`
 */
export function meanOnAffected<V>(sites: readonly AffectedSite<V>[], signOf: (values: V) => number): number {
  return weightedMean(
    sites.map(({ site, values, affectedPercent }) => ({
      value: signOf(values),
      weight: product(skinOf(site), affectedPercent),
    })),
  );
}

/** Mean of a sign over all skin that the views show, affected or not. @throws SiteError `noView` */
export function meanOnAll<V>(sites: readonly AffectedSite<V>[], signOf: (values: V) => number): number {
  return weightedMean(sites.map(({ site, values }) => ({ value: signOf(values), weight: skinOf(site) })));
}

interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** 0 where all weights are 0. */
export function weightedMean(terms: readonly Weighted[]): number {
  const weight = sum(terms.map((term) => term.weight));
  if (weight === 0) return 0;
  return ratio(sum(terms.map((term) => product(term.value, term.weight))), weight);
}

function skinOf({ code }: Site): number {
  const percent = skinPercents[code];
  if (percent === undefined) throw new SiteError('noView');
  return percent;
}
