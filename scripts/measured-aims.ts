// SPDX-License-Identifier: Apache-2.0
import type { Estimate } from '../src/cli/evaluation/wilson-interval.ts';
import type { Metrics } from './read-metrics.ts';

/** A figure that the page judges. */
export interface JudgedFigure {
  readonly what: string;
  /** File of figures it stands in: `metrics-NAME.json`. */
  readonly from: string;
  readonly read: (metrics: Metrics) => Estimate | null | undefined;
  /** What was set out to be reached; null: nothing was. */
  readonly aim: { readonly atLeast: number } | { readonly atMost: number } | null;
}

const among = (metrics: Metrics) => metrics.conditions?.amongClasses;
const whole = (metrics: Metrics) => metrics.conditions?.wholeCatalogue;
const figure = (name: string) => (metrics: Metrics) => metrics.figures?.[name];
const melanoma = ({ conditions }: Metrics) => conditions?.classes.find(({ name }) => name === 'mel')?.auc;
const calibrated = { atMost: 0.05 };

/** The aims of the project, decided before the models were trained; our own convention, no clinical threshold. */
export const judgedFigures: readonly JudgedFigure[] = [
  {
    what: 'dermoscopy: balanced accuracy, whole catalogue',
    from: 'dermoscopy',
    read: (m) => whole(m)?.balancedAccuracy,
    aim: { atLeast: 0.8 },
  },
  {
    what: 'dermoscopy: balanced accuracy, its 7 classes',
    from: 'dermoscopy',
    read: (m) => among(m)?.balancedAccuracy,
    aim: { atLeast: 0.8 },
  },
  { what: 'dermoscopy: melanoma AUC', from: 'dermoscopy', read: melanoma, aim: { atLeast: 0.9 } },
  {
    what: 'dermoscopy: malignant against benign AUC',
    from: 'dermoscopy',
    read: (m) => m.conditions?.malignancyAuc,
    aim: null,
  },
  {
    what: 'dermoscopy: accuracy, whole catalogue',
    from: 'dermoscopy',
    read: (m) => whole(m)?.accuracy,
    aim: null,
  },
  {
    what: 'dermoscopy: among the first three, whole catalogue',
    from: 'dermoscopy',
    read: (m) => whole(m)?.topThree,
    aim: null,
  },
  {
    what: 'dermoscopy: expected calibration error, whole catalogue',
    from: 'dermoscopy',
    read: (m) => whole(m)?.calibrationError,
    aim: calibrated,
  },
  {
    what: 'dermoscopy: expected calibration error, its classes',
    from: 'dermoscopy',
    read: (m) => among(m)?.calibrationError,
    aim: calibrated,
  },
  {
    what: 'smartphone: balanced accuracy, whole catalogue',
    from: 'smartphone',
    read: (m) => whole(m)?.balancedAccuracy,
    aim: { atLeast: 0.65 },
  },
  {
    what: 'smartphone: balanced accuracy, its classes',
    from: 'smartphone',
    read: (m) => among(m)?.balancedAccuracy,
    aim: { atLeast: 0.65 },
  },
  {
    what: 'smartphone: malignant against benign AUC',
    from: 'smartphone',
    read: (m) => m.conditions?.malignancyAuc,
    aim: { atLeast: 0.85 },
  },
  {
    what: 'smartphone: accuracy, whole catalogue',
    from: 'smartphone',
    read: (m) => whole(m)?.accuracy,
    aim: null,
  },
  {
    what: 'smartphone: among the first three, whole catalogue',
    from: 'smartphone',
    read: (m) => whole(m)?.topThree,
    aim: null,
  },
  {
    what: 'smartphone: expected calibration error, whole catalogue',
    from: 'smartphone',
    read: (m) => whole(m)?.calibrationError,
    aim: calibrated,
  },
  {
    what: 'smartphone: expected calibration error, its classes',
    from: 'smartphone',
    read: (m) => among(m)?.calibrationError,
    aim: calibrated,
  },
  { what: 'lesion outlines: Dice', from: 'lesion', read: figure('dice'), aim: { atLeast: 0.85 } },
  { what: 'lesion outlines: Jaccard', from: 'lesion', read: figure('jaccard'), aim: null },
  { what: 'wound outlines: Dice', from: 'wound', read: figure('dice'), aim: { atLeast: 0.85 } },
  { what: 'wound outlines: Jaccard', from: 'wound', read: figure('jaccard'), aim: null },
  {
    what: 'wound outlines: share outlined where there is no wound',
    from: 'wound',
    read: figure('outlinedWhereNothingIs'),
    aim: null,
  },
  {
    what: 'acne count: mean relative error of a picture',
    from: 'count',
    read: figure('meanRelativeError'),
    aim: { atMost: 0.3 },
  },
  {
    what: 'acne count: error as a share of all lesions',
    from: 'count',
    read: figure('errorShareOfAll'),
    aim: { atMost: 0.3 },
  },
  {
    what: 'acne count: mean absolute error, lesions',
    from: 'count',
    read: figure('meanAbsoluteError'),
    aim: null,
  },
  { what: 'acne count: rank correlation (Spearman)', from: 'count', read: figure('spearman'), aim: null },
  {
    what: 'acne grade: balanced accuracy',
    from: 'grade',
    read: figure('balancedAccuracy'),
    aim: { atLeast: 0.7 },
  },
  { what: 'acne grade: quadratic kappa', from: 'grade', read: figure('quadraticKappa'), aim: null },
];

/** Yes only where the whole interval is on the right side: a point estimate on few pictures is luck as well. */
export function verdictOf({ aim }: JudgedFigure, estimate: Estimate | null | undefined): string {
  if (!aim) return '';
  if (!estimate || estimate.value === null) return 'not measured';
  const isAtLeast = 'atLeast' in aim;
  const reaches = (value: number | null) =>
    value !== null && (isAtLeast ? value >= aim.atLeast : value <= aim.atMost);
  if (!reaches(estimate.value)) return '**no**';
  return reaches(isAtLeast ? estimate.low : estimate.high) ? 'yes' : 'as a point estimate';
}

export function aimInWords({ aim }: JudgedFigure): string {
  if (!aim) return '';
  return 'atLeast' in aim ? `at least ${aim.atLeast}` : `at most ${aim.atMost}`;
}
