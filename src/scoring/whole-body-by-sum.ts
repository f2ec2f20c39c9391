// SPDX-License-Identifier: Apache-2.0
import { weightedMean } from './affected-skin.ts';
import { acneIndexOf } from './aladin.ts';
import { product, ratio, round, sum } from './exact.ts';
import { ihs4Of } from './ihs4.ts';
import { saltOfView, scalpShares } from './salt.ts';
import { SiteError } from './scoring-system.ts';
import type { Series, WholeBodyOutcome } from './whole-body-series.ts';
import { coverageOf, fullCoveragePercent, skinPercents } from './whole-body-views.ts';

/*
 * Scores of the whole body to which every photographed site adds its part. What no photograph shows adds nothing: where the
 * coverage is not full, the score is the least that it can be.
 */

/** What the means leave out in the tenth decimal is made up for here. */
const decimals = 6;

interface Depigmentation {
  /** Percent of the skin shown. */
  readonly depigmentation: number;
}

/**
 * Percent of the whole skin that is depigmented on the views; beside it the percent of the skin that they show.
 * @throws SiteError `noView` for a site whose share of the skin is unknown
 * @source Hamzavi and others 2004, hand units replaced by measured areas
 */
export function wholeBodyVasi({ sites }: Series<Depigmentation, unknown>): WholeBodyOutcome {
  const parts = sites.map(({ site, values }) => partOf(site.code, values.depigmentation));
  const value = sum(parts);
  const coveragePercent = coverageOf(sites.map(({ site }) => site.code));
  const percentOfShownSkin = round(ratio(product(value, 100), coveragePercent ?? 0), decimals);
  const warnings = coveragePercent === fullCoveragePercent ? [] : ['partOfTheBody'];
  return { value, components: { percentOfShownSkin }, coveragePercent, warnings };
}

function partOf(code: string, depigmentation: number): number {
  const skinPercent = skinPercents[code];
  if (skinPercent === undefined) throw new SiteError('noView');
  return ratio(product(depigmentation, skinPercent), 100);
}

interface HairLoss {
  /** Percent of the scalp shown. */
  readonly hairLoss: number;
}

/**
 * SALT from the views of the scalp.
 * @throws SiteError `noScalpView` for a site that is none of the four
 * @source Olsen and others 2004
 */
export function wholeScalpSalt({ sites }: Series<HairLoss, unknown>): WholeBodyOutcome {
  const value = sum(sites.map(({ site, values }) => saltOfView(site.code, values.hairLoss)));
  const share = sum(sites.map(({ site }) => scalpShares[site.code] ?? 0));
  const warnings = share === 1 ? [] : ['partOfTheScalp'];
  return { value, coveragePercent: product(share, 100), warnings };
}

interface Lesions {
  readonly nodule: number;
  readonly abscess: number;
  readonly drainingTunnel: number;
}

/**
 * IHS4 of all lesions on the sites, added up; it takes any site, as most lesions lie in folds that no view shows.
 * @source Zouboulis and others 2017
 */
export function wholeBodyIhs4({ sites }: Series<Lesions, unknown>): WholeBodyOutcome {
  const value = ihs4Of({
    nodule: sum(sites.map(({ values }) => values.nodule)),
    abscess: sum(sites.map(({ values }) => values.abscess)),
    drainingTunnel: sum(sites.map(({ values }) => values.drainingTunnel)),
  });
  return {
    value,
    coveragePercent: coverageOf(sites.map(({ site }) => site.code)),
    warnings: ['notPalpated'],
  };
}

interface AcneLesions {
  readonly acne: number;
  readonly acneDensity: number;
}

/**
 * The acne index of all lesions on the sites: their number, and the mean density over all of them.
 * @source our own index, unvalidated
 */
export function wholeBodyAladin({ sites }: Series<AcneLesions, unknown>): WholeBodyOutcome {
  const acneDensity = weightedMean(
    sites.map(({ values }) => ({ value: values.acneDensity, weight: values.acne })),
  );
  const acne = sum(sites.map(({ values }) => values.acne));
  const coveragePercent = coverageOf(sites.map(({ site }) => site.code));
  return { ...acneIndexOf({ acne, acneDensity }), coveragePercent };
}
