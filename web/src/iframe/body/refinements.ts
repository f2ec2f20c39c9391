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

/** What to colour for a place: itself, its parts, and whatever drawn part it may lie in. */
export function listDrawn(site: string): readonly string[] {
  const around = groupsAround(site).flatMap(([drawn]) => drawn ?? []);
  return parts[site] ?? [site, ...around];
}

/**
 * The places to choose from around one, itself among them; none where it says everything, nor around one that lies in
 * several drawn parts, such as nails: nobody knows which of them was meant.
 */
export function listRefinements(site: string): readonly string[] {
  const own = groups.find(([drawn]) => drawn === site);
  const [only, ...others] = groupsAround(site);
  return own ?? (others.length === 0 ? (only ?? []) : []);
}

function groupsAround(site: string): readonly (readonly string[])[] {
  return groups.filter((group) => group.includes(site));
}
