// SPDX-License-Identifier: Apache-2.0
import {
  type AffectedSite,
  byRegion,
  meanAffectedPercent,
  meanOnAffected,
  meanOnAll,
  type RegionSites,
} from './affected-skin.ts';
import { areaGradeOf } from './area-grade.ts';
import { easiWeightsAt, regionEasi } from './easi.ts';
import { product, ratio, round, sum } from './exact.ts';
import { regionPasi } from './pasi.ts';
import { regionWeights } from './regions.ts';
import { scoradOf } from './scorad.ts';
import type { Region } from './scoring-system.ts';
import type { SeenSite, Series, WholeBodyOutcome } from './whole-body-series.ts';
import { coverageOf, fullCoveragePercent } from './whole-body-views.ts';

/*
 * Scores of the whole body that are put together region by region. The affected area of a region is the mean of its views,
 * each counted by the skin it shows; a sign is the mean over the affected skin. A region without a view adds nothing.
 */

/** What the means leave out in the tenth decimal is made up for here. */
const decimals = 6;

/** Middle of each area grade in percent: what a grade is taken for where nobody measured. @source the grades' own limits */
const middlePercents = [0, 5, 20, 40, 60, 80, 95];

/** Signs of psoriasis on one view. */
export interface PlaqueValues {
  /** Area grade, 0-6. */
  readonly surface: number;
  readonly erythema: number;
  readonly induration: number;
  readonly desquamation: number;
}

/**
 * PASI of the whole body from its views.
 * @throws SiteError `noView` for a site whose share of the skin is unknown
 * @source Fredriksson and Pettersson 1978 for the regions; how views make up a region is our own convention
 */
export function wholeBodyPasi({ sites }: Series<PlaqueValues, unknown>): WholeBodyOutcome {
  const affected = sites.map((seen) => withAffected(seen, middlePercents[seen.values.surface] ?? 0));
  return sumOfRegions(affected, (region, views) =>
    regionPasi(regionWeights[region], {
      surface: areaGradeOf(meanAffectedPercent(views)),
      erythema: meanOnAffected(views, ({ erythema }) => erythema),
      induration: meanOnAffected(views, ({ induration }) => induration),
      desquamation: meanOnAffected(views, ({ desquamation }) => desquamation),
    }),
  );
}

/** Signs of eczema on one view, as EASI counts them. */
export interface EczemaValues {
  /** Percent of the view's skin that is affected. */
  readonly surface: number;
  readonly redness: number;
  readonly thickness: number;
  readonly scratching: number;
  readonly lichenification: number;
}

/**
 * EASI of the whole body from its views.
 * @throws SiteError `noView` for a site whose share of the skin is unknown
 * @source Hanifin and others 2001 for the regions; how views make up a region is our own convention
 */
export function wholeBodyEasi({
  sites,
  person,
}: Series<EczemaValues, { readonly patientAge: number }>): WholeBodyOutcome {
  const weights = easiWeightsAt(person.patientAge);
  return sumOfRegions(withSurface(sites), (region, views) =>
    regionEasi(weights[region], areaGradeOf(meanAffectedPercent(views)), {
      redness: meanOnAffected(views, ({ redness }) => redness),
      thickness: meanOnAffected(views, ({ thickness }) => thickness),
      scratching: meanOnAffected(views, ({ scratching }) => scratching),
      lichenification: meanOnAffected(views, ({ lichenification }) => lichenification),
    }),
  );
}

/** Signs of atopic dermatitis on one view, as SCORAD counts them. */
export interface DermatitisValues {
  /** Percent of the view's skin that is affected. */
  readonly surface: number;
  readonly erythema: number;
  readonly swelling: number;
  readonly crusting: number;
  readonly excoriation: number;
  readonly lichenification: number;
  readonly dryness: number;
}

/** Both 0-10. */
export interface Complaints {
  readonly pruritus: number;
  readonly sleeplessness: number;
}

/**
 * Percent of the whole skin by the rule of nines, both limbs together; the genitals' 1 % goes with the trunk.
 * @source European Task Force on Atopic Dermatitis, Dermatology 1993;186:23-31
 */
const regionNines: Readonly<Record<Region, number>> = {
  headNeck: 9,
  upperLimbs: 18,
  trunk: 37,
  lowerLimbs: 36,
};

/**
 * SCORAD of the whole body from its views. Dryness belongs to all skin, the other signs to the affected.
 * @throws SiteError `noView` for a site whose share of the skin is unknown
 * @source European Task Force on Atopic Dermatitis 1993; how views make up a region is our own convention
 */
export function wholeBodyScorad({ sites, person }: Series<DermatitisValues, Complaints>): WholeBodyOutcome {
  const affected = withSurface(sites);
  const percents = byRegion(affected).map(({ region, sites: views }) =>
    ratio(product(regionNines[region], meanAffectedPercent(views)), 100),
  );
  const surfaceAreaOverBsa = round(sum(percents), decimals);
  const { value, objectiveScorad } = scoradOf(surfaceAreaOverBsa, {
    erythema: meanOnAffected(affected, ({ erythema }) => erythema),
    swelling: meanOnAffected(affected, ({ swelling }) => swelling),
    crusting: meanOnAffected(affected, ({ crusting }) => crusting),
    excoriation: meanOnAffected(affected, ({ excoriation }) => excoriation),
    lichenification: meanOnAffected(affected, ({ lichenification }) => lichenification),
    dryness: meanOnAll(affected, ({ dryness }) => dryness),
    ...person,
  });
  const components = { surfaceAreaOverBsa, objectiveScorad: round(objectiveScorad, decimals) };
  return { value: round(value, decimals), components, ...shown(affected) };
}

/** The score of each region under its name, and their sum. */
function sumOfRegions<V>(
  sites: readonly AffectedSite<V>[],
  scoreOf: (region: Region, views: RegionSites<V>['sites']) => number,
): WholeBodyOutcome {
  const parts = byRegion(sites).map(
    ({ region, sites: views }) => [region, round(scoreOf(region, views), decimals)] as const,
  );
  const value = sum(parts.map(([, score]) => score));
  return { value, components: Object.fromEntries(parts), ...shown(sites) };
}

function shown(
  sites: readonly AffectedSite<unknown>[],
): Pick<WholeBodyOutcome, 'coveragePercent' | 'warnings'> {
  const coveragePercent = coverageOf(sites.map(({ site }) => site.code));
  const isWhole = coveragePercent === fullCoveragePercent;
  return { coveragePercent, warnings: isWhole ? [] : ['regionsJudgedByParts'] };
}

function withSurface<V extends { readonly surface: number }>(
  sites: readonly SeenSite<V>[],
): readonly AffectedSite<V>[] {
  return sites.map((seen) => withAffected(seen, seen.values.surface));
}

function withAffected<V>(seen: SeenSite<V>, answered: number): AffectedSite<V> {
  return { ...seen, affectedPercent: seen.affectedPercent ?? answered };
}
