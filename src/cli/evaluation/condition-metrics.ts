// SPDX-License-Identifier: Apache-2.0
import { computeCalibrationError, type Prediction } from './calibration-error.ts';
import { type ClassStanding, type LabelClass, LEADERS, rankOfTruth } from './judged-image.ts';
import { computeAuc, rankScores } from './roc-auc.ts';
import {
  type BootstrapOptions,
  bootstrapEstimates,
  defaultBootstrap,
  type Statistic,
} from './stratified-bootstrap.ts';
import { type Estimate, wilsonInterval } from './wilson-interval.ts';

/** How often the differential names the condition shown. */
export interface Accuracy {
  readonly accuracy: Estimate;
  /** Mean over the classes of the share recognised. */
  readonly balancedAccuracy: Estimate;
  readonly topThree: Estimate;
  /** Expected calibration error of the first entry. */
  readonly calibrationError: Estimate;
}

export interface ClassMetrics extends LabelClass {
  readonly n: number;
  readonly sensitivity: Estimate;
  readonly specificity: Estimate;
  readonly auc: Estimate;
}

export interface ConditionMetrics {
  readonly n: number;
  /** Only the classes of the label file compete. */
  readonly amongClasses: Accuracy;
  /** Every entry of the catalogue competes. */
  readonly wholeCatalogue: Accuracy;
  readonly classes: readonly ClassMetrics[];
  /** Row: class shown; column: class the differential puts first among the classes. */
  readonly confusion: readonly (readonly number[])[];
  /** The malignancy indicator, malignant against benign classes; null when one of the two is absent. */
  readonly malignancyAuc: Estimate | null;
}

export interface MetricsOptions {
  /** Whether all conditions of a class are malignant (true), none (false), or some (null: left out of the AUC). */
  readonly isMalignant: (group: LabelClass) => boolean | null;
  readonly bootstrap?: BootstrapOptions;
}

/** Accuracy of the differential on labelled pictures; proportions carry Wilson, the rest bootstrap intervals (95 %). */
export function computeConditionMetrics(
  standings: readonly ClassStanding[],
  classes: readonly LabelClass[],
  options: MetricsOptions,
): ConditionMetrics {
  const predicted = standings.map(({ classProbabilities }) => indexOfHighest(classProbabilities));
  const confusion = classes.map((_, truth) =>
    classes.map(
      (_, guess) => standings.filter((each, at) => each.truth === truth && predicted[at] === guess).length,
    ),
  );
  const bootstrap = options.bootstrap ?? defaultBootstrap;
  return {
    n: standings.length,
    amongClasses: measureAccuracy(standings, standings.map(toRestricted), bootstrap),
    wholeCatalogue: measureAccuracy(standings, standings.map(toOpen), bootstrap),
    classes: measureClasses(standings, classes, { confusion, bootstrap }),
    confusion,
    malignancyAuc: measureMalignancy(standings, classes, { ...options, bootstrap }),
  };
}

interface Outcome extends Prediction {
  readonly isAmongThree: boolean;
}

function toRestricted(standing: ClassStanding): Outcome {
  const rank = rankOfTruth(standing);
  const confidence = Math.max(...standing.classProbabilities);
  return { confidence, isCorrect: rank === 0, isAmongThree: rank < LEADERS };
}

function toOpen({ leadersHit, leaderProbability }: ClassStanding): Outcome {
  return {
    confidence: leaderProbability,
    isCorrect: leadersHit[0] ?? false,
    isAmongThree: leadersHit.includes(true),
  };
}

function measureAccuracy(
  standings: readonly ClassStanding[],
  outcomes: readonly Outcome[],
  bootstrap: BootstrapOptions,
): Accuracy {
  const strata = standings.map(({ truth }) => truth);
  const [balancedAccuracy, calibrationError] = bootstrapEstimates(
    strata,
    [balancedAccuracyOf(strata, outcomes), (counts) => computeCalibrationError(outcomes, counts)],
    bootstrap,
  );
  const share = (hits: readonly Outcome[]) => wilsonInterval(hits.length, outcomes.length);
  return {
    accuracy: share(outcomes.filter(({ isCorrect }) => isCorrect)),
    balancedAccuracy: balancedAccuracy ?? wilsonInterval(0, 0),
    topThree: share(outcomes.filter(({ isAmongThree }) => isAmongThree)),
    calibrationError: calibrationError ?? wilsonInterval(0, 0),
  };
}

function balancedAccuracyOf(strata: readonly number[], outcomes: readonly Outcome[]): Statistic {
  const classCount = Math.max(-1, ...strata) + 1;
  return (counts) => {
    const drawn = new Float64Array(classCount);
    const hits = new Float64Array(classCount);
    strata.forEach((truth, picture) => {
      const count = counts[picture] ?? 0;
      drawn[truth] = (drawn[truth] ?? 0) + count;
      if (outcomes[picture]?.isCorrect) hits[truth] = (hits[truth] ?? 0) + count;
    });
    const recalls = [...drawn].flatMap((n, truth) => (n > 0 ? [(hits[truth] ?? 0) / n] : []));
    return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  };
}

interface ClassContext {
  readonly confusion: readonly (readonly number[])[];
  readonly bootstrap: BootstrapOptions;
}

function measureClasses(
  standings: readonly ClassStanding[],
  classes: readonly LabelClass[],
  { confusion, bootstrap }: ClassContext,
): readonly ClassMetrics[] {
  const strata = standings.map(({ truth }) => truth);
  const aucs = bootstrapEstimates(
    strata,
    classes.map((_, number) => {
      const scores = standings.map(({ classProbabilities }) => classProbabilities[number] ?? 0);
      const ranking = rankScores(
        scores,
        strata.map((truth) => truth === number),
      );
      return (counts: Uint16Array) => computeAuc(ranking, counts);
    }),
    bootstrap,
  );
  return classes.map((group, number) => {
    const n = sum(confusion[number] ?? []);
    const hits = confusion[number]?.[number] ?? 0;
    const calledSo = sum(confusion.map((row) => row[number] ?? 0));
    const others = standings.length - n;
    return {
      ...group,
      n,
      sensitivity: wilsonInterval(hits, n),
      specificity: wilsonInterval(others - (calledSo - hits), others),
      auc: aucs[number] ?? wilsonInterval(0, 0),
    };
  });
}

function measureMalignancy(
  standings: readonly ClassStanding[],
  classes: readonly LabelClass[],
  options: Required<MetricsOptions>,
): Estimate | null {
  const flags = classes.map(options.isMalignant);
  const clear = standings.filter(({ truth }) => flags[truth] !== null && flags[truth] !== undefined);
  const isMalignant = clear.map(({ truth }) => flags[truth] === true);
  if (!isMalignant.includes(true) || !isMalignant.includes(false)) return null;
  const ranking = rankScores(
    clear.map(({ malignancy }) => malignancy),
    isMalignant,
  );
  const strata = clear.map(({ truth }) => truth);
  return bootstrapEstimates(strata, [(counts) => computeAuc(ranking, counts)], options.bootstrap)[0] ?? null;
}

function indexOfHighest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
