// SPDX-License-Identifier: Apache-2.0

const face = [
  'faceFront',
  'forehead',
  'eyelids',
  'nose',
  'cheekRight',
  'cheekLeft',
  'perioral',
  'lips',
  'oralMucosa',
  'tongue',
  'chin',
  'earRight',
  'earLeft',
];

const chest = ['chest', 'trunkFront', 'axillaRight', 'axillaLeft'];

/** What else somebody who taps a part of the drawing may mean: places too small, or too hidden, to be drawn. */
const groups: readonly (readonly string[])[] = [
  face,
  ['scalp', 'headTop'],
  ['headBack', 'scalp'],
  chest,
  ['abdomen', 'trunkFront', 'trunkRight', 'trunkLeft'],
  ['upperBack', 'trunkBack'],
  ['lowerBack', 'trunkBack', 'trunkRight', 'trunkLeft'],
  ['groin', 'genital'],
  ['buttocks', 'perianal'],
  ...['Right', 'Left'].flatMap((side) => [
    [`palm${side}`, `hand${side}`, 'nails'],
    [`upperArm${side}`, `arm${side}`, `axilla${side}`],
    [`lowerArm${side}`, `arm${side}`],
    [`foot${side}`, `sole${side}`, 'nails'],
    [`upperLeg${side}`, `leg${side}`],
    [`lowerLeg${side}`, `leg${side}`],
  ]),
];

/** What is drawn in parts. */
const parts: Readonly<Record<string, readonly string[]>> = {
  trunkFront: ['chest', 'abdomen'],
  trunkBack: ['upperBack', 'lowerBack'],
  ...Object.fromEntries(
    ['Right', 'Left'].flatMap((side) => [
      [`arm${side}`, [`upperArm${side}`, `elbow${side}`, `lowerArm${side}`]],
      [`leg${side}`, [`upperLeg${side}`, `knee${side}`, `lowerLeg${side}`]],
    ]),
  ),
};

/** What to colour for a place: itself, its parts, or what it lies in. */
export function listDrawn(site: string): readonly string[] {
  return parts[site] ?? [site, ...listRefinements(site).slice(0, 1)];
}

/** The places to choose from around one, itself among them; none where it says everything. */
export function listRefinements(site: string): readonly string[] {
  return groups.find(([drawn]) => drawn === site) ?? groups.find((group) => group.includes(site)) ?? [];
}
