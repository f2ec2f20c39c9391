// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../record/severity-reading.ts';
import { measureIndices } from './colour/skin-indices.ts';
import type { EyeFinding, EyePicture } from './eye.ts';
import { measurePigment } from './pigment/measure-pigment.ts';
import { findSkin } from './skin/find-skin.ts';
import { drawWoundMasks } from './wound/draw-wound-masks.ts';
import { type FoundWound, keepWounds } from './wound/find-wound.ts';
import { findWoundByColour } from './wound/find-wound-by-colour.ts';
import { gradePresences, healedPresences } from './wound/grade-presences.ts';
import { type MeasuredWound, measureWound } from './wound/measure-wound.ts';

/**
 * Rules of colour inside a learned outline, and inside one that is colour too: a makeshift that finds half of all wounds, so
 * that what it says stays below what is shown without a warning. Our own convention
 */
const trust = { learned: 0.6, measured: 0.25 };

/** That there is no wound: a net that saw none, colour that saw none, and colour without any skin. Our own convention */
const trustInNone = { learned: 0.6, measured: 0.2, withoutSkin: 0.05 };

/** A wound, and skin around it, of this share of the picture are enough to measure. Our own convention */
const enough = { wound: 0.004, skin: 0.03 };

/** Least share of the picture that skin must fill before its soundness can be told. Our own convention */
const leastSkin = 0.05;

/** Redness of the ring, as rise of the erythema index, that counts as the most. Our own convention */
const strongestRise = 0.16;

/** Looks for an open wound, its bed, its border and the skin around it. Figures are probabilities of presence, 0-1. */
export function lookForWound({ image, nets }: EyePicture): EyeFinding {
  const indices = measureIndices(image);
  const pigment = measurePigment(image);
  const skin = findSkin(image).values;
  const found =
    nets.wound === null
      ? keepWounds(findWoundByColour({ image, indices, pigment, skin }), 'measured')
      : keepWounds(nets.wound, 'learned');
  const measured =
    found.areaPx === 0 ? null : measureWound({ image, indices, pigment, skin, wound: found.wound });
  const readings = measured === null ? readHealed(found, skin) : readWound(found, measured);
  return { ...readings, boxes: [], masks: drawWoundMasks(image, found, measured), drawing: null };
}

type Readings = Pick<EyeFinding, 'signs' | 'figures'>;

function readHealed({ method }: FoundWound, skin: Uint8Array): Readings {
  let skinPx = 0;
  for (const value of skin) if (value > 0) skinPx++;
  const confidence = skinPx < leastSkin * skin.length ? trustInNone.withoutSkin : trustInNone[method];
  return {
    signs: { erythema: toReading(0, confidence) },
    figures: toReadings(healedPresences(), confidence),
  };
}

function readWound(
  { areaPx, wound, method }: FoundWound,
  { facts, erythemaRise, skinPx }: MeasuredWound,
): Readings {
  const seenWound = Math.min(1, areaPx / (enough.wound * wound.length));
  const seenSkin = Math.min(1, skinPx / (enough.skin * wound.length));
  const erythema = Math.max(0, Math.min(1, erythemaRise / strongestRise));
  return {
    signs: { erythema: toReading(erythema, trust[method] * seenWound * seenSkin) },
    figures: toReadings(gradePresences(facts), trust[method] * seenWound * (0.5 + 0.5 * seenSkin)),
  };
}

/** A presence that is neither likely nor unlikely says little: its confidence is halved. */
function toReadings(presences: Readonly<Record<string, number>>, trusted: number): Record<string, Reading> {
  return Object.fromEntries(
    Object.entries(presences).map(([item, value]) => [
      item,
      toReading(value, trusted * (0.5 + Math.abs(value - 0.5))),
    ]),
  );
}

function toReading(value: number, confidence: number): Reading {
  return { value, confidence, method: 'measured' };
}
