// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toneNames } from '../test/phantoms/tones.ts';
import type { Experiment } from '../test/phantoms/trials/experiment.ts';
import { figureExperiments, presenceExperiments } from '../test/phantoms/trials/figure-experiments.ts';
import { aim, findShortfalls } from '../test/phantoms/trials/floors.ts';
import { runExperiment } from '../test/phantoms/trials/run-experiment.ts';
import { signExperiments } from '../test/phantoms/trials/sign-experiments.ts';
import { type Outcome, sumUpTrials } from '../test/phantoms/trials/sum-up-trials.ts';
import { generated, table } from './markdown-table.ts';
import { writeMeasuredPages } from './write-measured-pages.ts';

/* Writes docs/reference/phantoms.md, what the measured methods say of rendered skin, and the pages that quote it. */

/** How often each amount is drawn on each tone. */
const repeats = 2;

interface Measured {
  readonly experiment: Experiment;
  readonly outcome: Outcome;
}

const round = (value: number | undefined): string =>
  value === undefined ? '–' : value.toFixed(2).replace('-0.00', '0.00');

function measure(experiments: readonly Experiment[]): Measured[] {
  return experiments.map((experiment) => ({
    experiment,
    outcome: sumUpTrials(runExperiment(experiment, { repeats })),
  }));
}

const perTone = (values: Outcome['errorByTone']): string[] => toneNames.map((tone) => round(values[tone]));

const verdict = ({ experiment, outcome }: Measured): string =>
  findShortfalls(outcome, experiment.hasError).join(', ') || 'reached';

function rankTable(measured: readonly Measured[]): string {
  const rows = measured.map((one) => {
    const { n, correlation, correlationByTone, toneGap } = one.outcome;
    const figures = [String(n), round(correlation), ...perTone(correlationByTone), round(toneGap)];
    return [one.experiment.name, ...figures, verdict(one)];
  });
  return table(['what', 'n', 'all', ...toneNames, 'tone gap', 'falls short of the aim in'], rows);
}

function errorTable(measured: readonly Measured[]): string {
  const rows = measured.map((one) => {
    const { n, error, errorByTone, meanTruth, toneGap, correlation } = one.outcome;
    const figures = [String(n), round(meanTruth), round(error), ...perTone(errorByTone)];
    return [one.experiment.name, ...figures, round(toneGap), round(correlation), verdict(one)];
  });
  const header = ['what', 'n', 'mean truth', 'mean error', ...toneNames, 'tone gap', 'rank correlation'];
  return table([...header, 'falls short of the aim in'], rows);
}

function page(): string {
  return [
    '# Measured methods on rendered skin\n',
    generated('test/phantoms', 'node scripts/phantom-report.ts'),
    '**These are rendered pictures, no clinical evidence.** They show whether a measured method rises with what it measures,',
    'and whether it does so alike on every skin tone, in several lights and with several cameras. They do not show that its',
    'grades agree with those of clinicians: skin is richer than any drawing of it. Methods and drawings were made by the same',
    'people, so that what is good here may be worse on photographs.\n',
    `Skin tones I to VI follow Fitzpatrick's types by our own convention. Every amount is drawn ${repeats} times on each tone, each time`,
    'in another place, light and camera, the same ones for every tone. *Tone gap* is the most that the mean of one tone differs',
    'from that of all tones at the same amount.\n',
    `The aim, our own convention: a rank correlation (Spearman) of ${aim.correlation} over all and ${aim.withinTone} within each tone; a tone gap of at most`,
    `${aim.toneGap} of a level of 0-1; errors and tone gaps of counts and percents of at most ${100 * aim.errorShare} % of their mean true value.`,
    'What falls short is a known weakness. Tests hold every method to what it reached, in test/phantoms/trials/floors.ts.\n',
    '## Signs: rank correlation with the set amount\n',
    rankTable(measure(signExperiments)),
    '\n## Tissues of wounds: rank correlation with the set share\n',
    rankTable(measure(presenceExperiments)),
    '\n## Counts and percents: mean error\n',
    'Percents are of the visible skin, errors percent points; tone I has no melanin to lose and is left out where pigment is lost.\n',
    errorTable(measure(figureExperiments)),
    '',
  ].join('\n');
}

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs', 'reference', 'phantoms.md'), page());
writeMeasuredPages(root);
