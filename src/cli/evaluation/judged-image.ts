// SPDX-License-Identifier: Apache-2.0
import type { ClinicalIndicators, Conclusion } from '../../record/diagnosis.ts';
import type { MediaValidity } from '../../record/image-analysis.ts';
import type { LabelMeaning } from './known-labels.ts';

/** One labelled picture and what the device said about it. */
export interface JudgedImage {
  readonly path: string;
  readonly label: string;
  readonly meaning: LabelMeaning;
  readonly validity: MediaValidity;
  /** The whole differential, most probable first. */
  readonly conclusions: readonly Conclusion[];
  readonly indicators: ClinicalIndicators;
}

/** A class of the label file: labels that cover the same conditions are one class. */
export interface LabelClass {
  readonly name: string;
  readonly conditions: readonly string[];
}

/** How one picture stands against the classes of its file. */
export interface ClassStanding {
  /** Number of the class it shows. */
  readonly truth: number;
  /** Mass of the differential on each class's conditions, renormalised over the classes: sums to 1. */
  readonly classProbabilities: readonly number[];
  /** For the first three of the whole differential: does the entry belong to the class it shows? */
  readonly leadersHit: readonly boolean[];
  /** Probability of the first entry of the whole differential. */
  readonly leaderProbability: number;
  /** The malignancy indicator over the whole differential. */
  readonly malignancy: number;
}

/** How many leading entries of a differential count as "in the first three". */
export const LEADERS = 3;

/** The classes present among the pictures, in order of first appearance. */
export function classesOf(images: readonly JudgedImage[]): readonly LabelClass[] {
  const classes = new Map<string, LabelClass>();
  for (const { label, meaning } of images) {
    if (meaning.kind !== 'condition') continue;
    const key = [...meaning.conditions].sort().join(' ');
    if (!classes.has(key)) classes.set(key, { name: label, conditions: meaning.conditions });
  }
  return [...classes.values()];
}

/** Standings of the pictures that show a condition; the others are left out. */
export function standingsOf(
  images: readonly JudgedImage[],
  classes: readonly LabelClass[],
): readonly ClassStanding[] {
  const numberByKey = new Map(classes.map((each, number) => [[...each.conditions].sort().join(' '), number]));
  return images.flatMap((image) => {
    if (image.meaning.kind !== 'condition') return [];
    const truth = numberByKey.get([...image.meaning.conditions].sort().join(' '));
    return truth === undefined ? [] : [toStanding(image, truth, classes)];
  });
}

function toStanding(image: JudgedImage, truth: number, classes: readonly LabelClass[]): ClassStanding {
  const byCondition = new Map(image.conclusions.map((entry) => [entry.condition, entry.probability]));
  const masses = classes.map(({ conditions }) =>
    conditions.reduce((sum, condition) => sum + (byCondition.get(condition) ?? 0), 0),
  );
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const shown = new Set(classes[truth]?.conditions);
  return {
    truth,
    classProbabilities: masses.map((mass) => (total > 0 ? mass / total : 1 / masses.length)),
    leadersHit: image.conclusions.slice(0, LEADERS).map((entry) => shown.has(entry.condition)),
    leaderProbability: image.conclusions[0]?.probability ?? 0,
    malignancy: image.indicators.malignancy,
  };
}
