// SPDX-License-Identifier: Apache-2.0
import { printModels } from '../printing/print-models.ts';
import { wrapWords } from '../printing/words.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Accuracy, ClassMetrics, ConditionMetrics } from './condition-metrics.ts';
import type { Evaluation } from './evaluate.ts';
import type { GroupMetrics } from './group-metrics.ts';
import type { ImageMetrics } from './image-metrics.ts';
import type { Estimate } from './wilson-interval.ts';

const ESTIMATE_COLUMNS = 22;

/** All figures as tables for 80 columns; every one with n and its 95 % interval. */
export function printEvaluation(evaluation: Evaluation, terminal: Terminal): void {
  const { subject, conditions, images, ignored, unreadable } = evaluation;
  const split = subject.split === undefined ? 'all rows' : `split "${subject.split}"`;
  const leftOut = [
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(unreadable.length > 0 ? [`${unreadable.length} unreadable`] : []),
  ];
  const note = leftOut.length > 0 ? `; left out: ${leftOut.join(', ')}` : '';
  terminal.print(terminal.paint('bold', `${subject.labels}, ${split}: ${images.n} pictures${note}`));
  terminal.print('');
  if (conditions) printConditions(conditions, terminal);
  for (const [one, other] of evaluation.overlaps)
    terminal.print(`! "${one}" and "${other}" share conditions.`);
  if (evaluation.groups.length > 0) printGroups(evaluation.groups, subject.by ?? '', terminal);
  printImages(images, terminal);
  printModels(evaluation.models, terminal);
  const method =
    '95 % intervals: Wilson for shares, stratified bootstrap (2,000 resamples) for balanced accuracy, AUC and calibration error. Pictures are taken as independent: several of one person make the true interval wider.';
  for (const line of wrapWords(method, terminal.widthColumns)) terminal.print(terminal.paint('dim', line));
}

function printConditions(metrics: ConditionMetrics, terminal: Terminal): void {
  const restricted = `among ${metrics.classes.length} classes`;
  const heads = [`${metrics.n} with a condition`, restricted, 'whole catalogue'];
  const lines: readonly (readonly [string, keyof Accuracy])[] = [
    ['accuracy', 'accuracy'],
    ['balanced accuracy', 'balancedAccuracy'],
    ['among the first three', 'topThree'],
    ['calibration error', 'calibrationError'],
  ];
  const { amongClasses, wholeCatalogue } = metrics;
  const rows = lines.map(([name, key]) => [name, inWords(amongClasses[key]), inWords(wholeCatalogue[key])]);
  const malignancy = metrics.malignancyAuc;
  const extra = malignancy ? [['malignant AUC', '', inWords(malignancy)]] : [];
  printTable([heads, ...rows, ...extra], { widths: [26, ESTIMATE_COLUMNS + 2, ESTIMATE_COLUMNS] }, terminal);
  printClasses(metrics.classes, terminal);
  if (metrics.classes.length > 1) printConfusion(metrics, terminal);
}

function printClasses(classes: readonly ClassMetrics[], terminal: Terminal): void {
  const heads = ['class', 'n', 'sensitivity', 'specificity', 'AUC'];
  const rows = classes.map(({ name, n, sensitivity, specificity, auc }) => [
    name,
    String(n),
    inWords(sensitivity, 2),
    inWords(specificity, 2),
    inWords(auc),
  ]);
  printTable([heads, ...rows], { widths: [15, 6, 18, 18, ESTIMATE_COLUMNS] }, terminal);
}

/** More classes than this do not fit beside each other; the JSON has them all. */
const CONFUSION_CLASSES = 10;

function printConfusion({ classes, confusion }: ConditionMetrics, terminal: Terminal): void {
  if (classes.length > CONFUSION_CLASSES) return;
  const heads = ['shown \\ said', ...classes.map(({ name }) => name)];
  const rows = confusion.map((row, at) => [classes[at]?.name ?? '', ...row.map(String)]);
  printTable([heads, ...rows], { widths: [15, ...classes.map(() => 6)], align: 'right' }, terminal);
}

function printImages(images: ImageMetrics, terminal: Terminal): void {
  const { Clinical, Dermoscopic, None } = images.modalities;
  const shares: readonly (readonly [string, Estimate | null])[] = [
    ['usable, of skin', images.validShare],
    ['skin taken for skin', images.skinRecognised],
    ['not skin refused', images.notSkinRecognised],
    ['modality right', images.modalityRecognised],
  ];
  const rows = shares.flatMap(([name, share]) =>
    share && share.n > 0 ? [[name, String(share.n), inWords(share)]] : [],
  );
  printTable([['pictures', 'n', ''], ...rows], { widths: [26, 8, ESTIMATE_COLUMNS] }, terminal);
  const judged = `judged clinical ${Clinical}, dermoscopic ${Dermoscopic}, neither ${None}`;
  const faults = images.reasons.map(({ reason, n }) => `${reason} ${n}`).join(', ');
  for (const line of wrapWords(
    `${judged}${faults === '' ? '' : `; faults named: ${faults}`}`,
    terminal.widthColumns,
  )) {
    terminal.print(terminal.paint('dim', line));
  }
  terminal.print('');
}

function printGroups(groups: readonly GroupMetrics[], column: string, terminal: Terminal): void {
  const heads = [column, 'n', 'among the classes', 'whole catalogue', 'usable'];
  const rows = groups.map(({ group, accuracyAmongClasses, accuracyWholeCatalogue, validShare }) => [
    group,
    String(accuracyAmongClasses.n),
    inWords(accuracyAmongClasses, 2),
    inWords(accuracyWholeCatalogue, 2),
    inWords(validShare, 2),
  ]);
  printTable([heads, ...rows], { widths: [17, 6, 19, 19, 19] }, terminal);
}

interface TableLayout {
  readonly widths: readonly number[];
  /** Of all columns but the first. */
  readonly align?: 'left' | 'right';
}

type TableRows = readonly (readonly string[])[];

export function printTable([heads = [], ...rows]: TableRows, layout: TableLayout, terminal: Terminal): void {
  const columns = layout.widths.map((widthColumns, at) => ({
    widthColumns,
    align: at === 0 ? ('left' as const) : (layout.align ?? 'left'),
  }));
  const table = setInColumns([heads.map((head) => terminal.paint('dim', head)), ...rows], columns);
  for (const line of table) terminal.print(line);
  terminal.print('');
}

/** `0.812 (0.790-0.833)`, or a dash where there was nothing to measure. */
export function inWords({ value, low, high }: Estimate, digits = 3): string {
  if (value === null) return '-';
  if (low === null || high === null) return value.toFixed(digits);
  return `${value.toFixed(digits)} (${low.toFixed(digits)}-${high.toFixed(digits)})`;
}
