// SPDX-License-Identifier: Apache-2.0
import type { EyeFinding } from '../../../src/vision/eyes/eye.ts';
import { lookForAcne } from '../../../src/vision/eyes/look-for-acne.ts';
import { lookForDepigmentation } from '../../../src/vision/eyes/look-for-depigmentation.ts';
import { lookForHairLoss } from '../../../src/vision/eyes/look-for-hair-loss.ts';
import { lookForPlaques } from '../../../src/vision/eyes/look-for-plaques.ts';
import { lookForSuppuration } from '../../../src/vision/eyes/look-for-suppuration.ts';
import { lookForUnspecific } from '../../../src/vision/eyes/look-for-unspecific.ts';
import { lookForWheals } from '../../../src/vision/eyes/look-for-wheals.ts';
import { lookForWound } from '../../../src/vision/eyes/look-for-wound.ts';
import { depigmentedPatches } from '../features/depigmented-patches.ts';
import { type HairColour, hairColourNames, hairyScalp } from '../features/hairy-scalp.ts';
import { inflamedPatch } from '../features/inflamed-patch.ts';
import { limb } from '../features/limb.ts';
import { openWound } from '../features/open-wound.ts';
import { spots } from '../features/spots.ts';
import type { Random } from '../random.ts';
import type { Phantom } from '../render-phantom.ts';
import type { Place } from '../shapes.ts';
import { toneNames } from '../tones.ts';
import { type Experiment, readFigure } from './experiment.ts';

/** Radii of patches, as shares of the picture's side. */
const radii = [0.1, 0.16, 0.22, 0.28, 0.33];

const truePercent =
  (mask: string) =>
  ({ truth }: Phantom): number =>
    truth.percents[mask] ?? 0;

const trueCount =
  (code: string) =>
  ({ truth }: Phantom): number =>
    truth.counts[code] ?? 0;

const somewhere = (radius: number, random: Random): Place => ({
  x: random.between(0.46, 0.54),
  y: random.between(0.46, 0.54),
  radius,
});

/** Percent of the picture that a mask of the finding marks. */
const readMaskPercent =
  (stem: string) =>
  ({ masks }: EyeFinding): number => {
    const found = masks.find((mask) => mask.stem === stem);
    if (!found) return 0;
    const { values } = found.mask;
    return (100 * values.filter((value) => value >= found.presentFrom).length) / values.length;
  };

const hairLossIn = (colour: HairColour): Experiment => ({
  name: `hair loss, ${colour} hair: percent`,
  eye: lookForHairLoss,
  amounts: radii,
  draw: (radius, random) => [hairyScalp([somewhere(radius, random)], colour)],
  truth: truePercent('bald'),
  read: readFigure('hairLoss'),
  hasError: true,
});

const percents: readonly Experiment[] = [
  {
    name: 'plaques: affected percent',
    eye: lookForPlaques,
    amounts: radii,
    draw: (radius, random) => [
      inflamedPatch({ ...somewhere(radius, random), erythema: 0.7, desquamation: 0.3 }),
    ],
    truth: truePercent('lesion'),
    read: readFigure('affectedPercent'),
    hasError: true,
  },
  {
    name: 'plaques: affected percent of a limb',
    eye: lookForPlaques,
    amounts: [0.06, 0.1, 0.14, 0.18, 0.22],
    draw: (radius, random) => [inflamedPatch({ ...somewhere(radius, random), erythema: 0.7 }), limb()],
    truth: truePercent('lesion'),
    read: readFigure('affectedPercent'),
    hasError: true,
  },
  {
    name: 'depigmentation: percent',
    // The palest skin has hardly any melanin to lose: in visible light nothing is seen of it.
    tones: toneNames.slice(1),
    eye: lookForDepigmentation,
    amounts: radii,
    draw: (radius, random) => [depigmentedPatches([somewhere(radius, random)])],
    truth: truePercent('depigmentation'),
    read: readFigure('depigmentation'),
    hasError: true,
  },
  ...hairColourNames.map(hairLossIn),
  {
    name: 'wound: percent of the picture',
    eye: lookForWound,
    amounts: [0.08, 0.12, 0.16, 0.2, 0.24],
    draw: (radius, random) => [openWound({ ...somewhere(radius, random), slough: 0.25, erythema: 0.4 })],
    truth: truePercent('wound'),
    read: readMaskPercent('woundMask'),
    hasError: true,
  },
];

const counts: readonly Experiment[] = [
  {
    name: 'wheals: count',
    eye: lookForWheals,
    amounts: [0, 3, 6, 9, 12],
    draw: (count) => [spots('wheals', { count })],
    truth: trueCount('wheal'),
    read: readFigure('wheals'),
    hasError: true,
  },
  {
    name: 'acne (measured): count',
    eye: lookForAcne,
    amounts: [0, 5, 10, 20, 30],
    draw: (count) => [spots('papules', { count })],
    truth: trueCount('acne'),
    read: readFigure('acne'),
    hasError: true,
  },
  {
    name: 'unspecific: inflammations',
    eye: lookForUnspecific,
    amounts: [0, 4, 8, 12, 16],
    draw: (count) => [spots('papules', { count })],
    truth: trueCount('acne'),
    read: readFigure('inflammations'),
    hasError: true,
  },
  {
    name: 'suppuration: nodules',
    eye: lookForSuppuration,
    amounts: [0, 2, 4, 6, 8],
    draw: (count) => [spots('nodules', { count })],
    truth: trueCount('nodule'),
    read: readFigure('nodule'),
    hasError: true,
  },
  {
    name: 'suppuration: abscesses',
    eye: lookForSuppuration,
    amounts: [0, 1, 2, 3, 4],
    draw: (count) => [spots('abscesses', { count })],
    truth: trueCount('abscess'),
    read: readFigure('abscess'),
    hasError: true,
  },
  {
    name: 'suppuration: draining tunnels',
    eye: lookForSuppuration,
    amounts: [0, 1, 2, 3, 4],
    draw: (count) => [spots('tunnels', { count })],
    truth: trueCount('drainingTunnel'),
    read: readFigure('drainingTunnel'),
    hasError: true,
  },
];

/** Presences rise with the share of the tissue; the level itself is a probability, so that only ranks count. */
const presence = (item: string, part: 'slough' | 'necrosis' | 'maceration'): Experiment => ({
  name: `wound: ${part}`,
  eye: lookForWound,
  amounts: [0, 0.15, 0.3, 0.45, 0.6],
  draw: (amount, random) => [openWound({ ...somewhere(0.18, random), erythema: 0.3, [part]: amount })],
  read: readFigure(item),
  hasError: false,
});

/** Areas and counts: the error counts, in percent points or in things. */
export const figureExperiments: readonly Experiment[] = [...percents, ...counts];

/** Probabilities of a wound's tissues. */
export const presenceExperiments: readonly Experiment[] = [
  presence('tissueInWoundBedSlough', 'slough'),
  presence('tissueInWoundBedNecrotic', 'necrosis'),
  presence('perilesionalMaceration', 'maceration'),
];
