// SPDX-License-Identifier: Apache-2.0

/** Numbers that the reference prints. @source its printed report of psoriasis */
const referenceLinkIds: Readonly<Record<string, number>> = {
  erythema: 27,
  induration: 29,
  desquamation: 30,
  surface: 52,
};

/** Above all numbers that the reference is known to print. @source our own convention */
const firstOwnLinkId = 101;

/** Every item of a photograph's score, in the order of a report. Append only: the place makes the number. */
const order: readonly string[] = [
  'desquamation',
  'erythema',
  'induration',
  'pustulation',
  'redness',
  'thickness',
  'swelling',
  'crusting',
  'scratching',
  'excoriation',
  'lichenification',
  'dryness',
  'inflammations',
  'wheals',
  'nodule',
  'abscess',
  'drainingTunnel',
  'acneDensity',
  'acne',
  'hairLoss',
  'depigmentation',
  'bordersDamaged',
  'bordersDelimited',
  'bordersDiffused',
  'bordersThickened',
  'bordersIndistinguishable',
  'perilesionalErythema',
  'perilesionalMaceration',
  'biofilmCompatibleTissue',
  'affectedTissueBoneAndOrAdjacent',
  'affectedTissueDermisEpidermis',
  'affectedTissueMuscle',
  'affectedTissueSubcutaneous',
  'affectedTissueHealedSkin',
  'exudationFibrinous',
  'exudationPurulent',
  'exudationBloody',
  'exudationSerous',
  'exudationGreenish',
  'tissueInWoundBedScarred',
  'tissueInWoundBedSlough',
  'tissueInWoundBedNecrotic',
  'tissueInWoundBedGranulation',
  'tissueInWoundBedEpithelia',
  'surface',
  'pruritus',
  'sleeplessness',
  'patientAge',
];

/** Where an item stands in a report. @throws Error for an item that has no place: a fault of ours */
export function facetPlace(code: string): number {
  const place = order.indexOf(code);
  if (place < 0) throw new Error(`Expected facet-order.ts to have ${code}`);
  return place;
}

/** The number an item keeps for good. */
export function facetLinkId(code: string): number {
  return referenceLinkIds[code] ?? firstOwnLinkId + facetPlace(code);
}
