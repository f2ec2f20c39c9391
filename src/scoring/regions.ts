// SPDX-License-Identifier: Apache-2.0
import { type Region, type Site, SiteError } from './scoring-system.ts';

/** The four regions of whole-body indices, head to foot. */
export const regions: readonly Region[] = ['headNeck', 'upperLimbs', 'trunk', 'lowerLimbs'];

/**
 * Share of each region in an index of the whole body. Axillae, groin and genitals count in the trunk, buttocks in the legs.
 * @source Fredriksson and Pettersson, Dermatologica 1978;157:238-244 (PASI); the same in EASI from eight years on
 */
export const regionWeights: Readonly<Record<Region, number>> = {
  headNeck: 0.1,
  upperLimbs: 0.2,
  trunk: 0.3,
  lowerLimbs: 0.4,
};

/** The region that a body site is part of. @throws SiteError `noRegion`, for nails and the whole body */
export function regionOf({ code, ancestors }: Site): Region {
  const region = regions.find((each) => each === code || ancestors.includes(each));
  if (region === undefined) throw new SiteError('noRegion');
  return region;
}

/**
 * Percent of the whole skin, by the rule of nines: head 9, each arm 9, each leg 18, front of the trunk 18, back 18.
 * A hand counts as its arm, a foot as its leg, a part of a zone as the zone.
 * @source European Task Force on Atopic Dermatitis, Dermatology 1993;186:23-31; genitals 1, as usual in burns
 */
const nines: Readonly<Record<string, number>> = {
  genital: 1,
  headNeck: 9,
  armLeft: 9,
  armRight: 9,
  handLeft: 9,
  handRight: 9,
  legLeft: 18,
  legRight: 18,
  footLeft: 18,
  footRight: 18,
  legsFront: 18,
  legsBack: 18,
  buttocks: 18,
  trunkFront: 18,
  trunkBack: 18,
  trunk: 18,
};

/** Percent of the whole skin that the zone of a body site makes up. @throws SiteError `noZone`, for nails and groups */
export function zonePercentOf({ code, ancestors }: Site): number {
  const zone = [code, ...ancestors].find((each) => nines[each] !== undefined);
  const percent = zone === undefined ? undefined : nines[zone];
  if (percent === undefined) throw new SiteError('noZone');
  return percent;
}
