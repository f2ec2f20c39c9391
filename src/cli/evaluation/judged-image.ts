// SPDX-License-Identifier: Apache-2.0
import type { ClinicalIndicators, Conclusion } from '../../record/diagnosis.ts';
import type { MediaValidity } from '../../record/image-analysis.ts';
import type { LabelMeaning } from './known-labels.ts';

/** A class of the label file: labels that cover the same conditions are one class. */
export interface LabelClass {
  readonly name: string;
  readonly conditions: readonly string[];
}

/** What the device said about one labelled picture. */
export interface JudgedImage {
  readonly path: string;
  readonly label: string;
  readonly meaning: LabelMeaning;
  readonly validity: MediaValidity;
  /** Undefined when the picture shows no condition. */
  readonly standing: ClassStanding | undefined;
  /** Undefined unless the figures are split by a column. */
  readonly group: string | undefined;
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

/** The classes among the labels of a file, in order of first appearance. */
export function classesOf(meanings: ReadonlyMap<string, LabelMeaning>): readonly LabelClass[] {
  const classes = new Map<string, LabelClass>();
  for (const [name, meaning] of meanings) {
    if (meaning.kind !== 'condition') continue;
    const key = keyOf(meaning.conditions);
    if (!classes.has(key)) classes.set(key, { name, conditions: meaning.conditions });
  }
  return [...classes.values()];
}

/** Pairs of classes that share a condition: their pictures cannot be told apart by the differential. */
export function overlapsOf(classes: readonly LabelClass[]): readonly (readonly [string, string])[] {
  return classes.flatMap((one, at) =>
    classes
      .slice(at + 1)
      .filter((other) => !new Set(one.conditions).isDisjointFrom(new Set(other.conditions)))
      .map((other) => [one.name, other.name] as const),
  );
}

/** The differential of one picture, most probable first, held against the classes; undefined without a condition. */
export function toStanding(
  differential: { readonly conclusions: readonly Conclusion[]; readonly indicators: ClinicalIndicators },
  meaning: LabelMeaning,
  classes: readonly LabelClass[],
): ClassStanding | undefined {
  if (meaning.kind !== 'condition') return undefined;
  const byCondition = new Map(differential.conclusions.map((entry) => [entry.condition, entry.probability]));
  const masses = classes.map(({ conditions }) =>
    conditions.reduce((sum, condition) => sum + (byCondition.get(condition) ?? 0), 0),
  );
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const shown = new Set(meaning.conditions);
  return {
    truth: classes.findIndex(({ conditions }) => keyOf(conditions) === keyOf(meaning.conditions)),
    classProbabilities: masses.map((mass) => (total > 0 ? mass / total : 1 / masses.length)),
    leadersHit: differential.conclusions.slice(0, LEADERS).map((entry) => shown.has(entry.condition)),
    leaderProbability: differential.conclusions[0]?.probability ?? 0,
    malignancy: differential.indicators.malignancy,
  };
}

/** Places before the true class among the classes of the file; of equals the earlier class goes first. */
export function rankOfTruth({ truth, classProbabilities }: ClassStanding): number {
  const own = classProbabilities[truth] ?? 0;
  return classProbabilities.filter((other, at) => other > own || (other === own && at < truth)).length;
}

export function hasTruthFirst(standing: ClassStanding): boolean {
  return rankOfTruth(standing) === 0;
}

function keyOf(conditions: readonly string[]): string {
  return [...conditions].sort().join(' ');
}
