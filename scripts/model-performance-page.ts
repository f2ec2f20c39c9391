// SPDX-License-Identifier: Apache-2.0

import type { Estimate } from '../src/cli/evaluation/wilson-interval.ts';
import { generated, inWords, table } from './markdown-table.ts';
import { aimInWords, type JudgedFigure, judgedFigures, verdictOf } from './measured-aims.ts';
import type { Metrics } from './read-metrics.ts';

/** Where a figure comes from: set, part, day, weights. */
function sourceOf({ subject, measuredOn, models, model, isCurrent }: Metrics): string {
  const sha256 = models.find(({ name }) => name === model)?.sha256.slice(0, 8) ?? '?';
  const weights = isCurrent ? sha256 : `${sha256}, **older weights**`;
  return `${subject.labels}, held out; ${measuredOn}; ${weights}`;
}

function figureRow(figure: JudgedFigure, all: readonly Metrics[]): readonly string[] {
  const metrics = all.find(({ name }) => name === figure.from);
  const estimate = metrics && figure.read(metrics);
  return [
    figure.what,
    String(estimate?.n ?? 0),
    inWords(estimate),
    aimInWords(figure),
    verdictOf(figure, estimate),
    metrics ? sourceOf(metrics) : 'not measured',
  ];
}

function figuresTable(all: readonly Metrics[]): string {
  const rows = judgedFigures.map((figure) => figureRow(figure, all));
  return table(
    ['figure', 'pictures', 'value (95 % interval)', 'aim', 'reached', 'set, part; measured on; weights'],
    rows,
  );
}

/** `0.975 (0.951 to 0.990), n 399`, or a dash. */
const withNumber = (estimate: Estimate | null | undefined): string =>
  estimate && estimate.n > 0 ? `${inWords(estimate)}, n ${estimate.n}` : '–';

function validityTable(all: readonly Metrics[]): string {
  const rows = all.flatMap((metrics) => {
    const { images } = metrics;
    if (!images) return [];
    const { validShare, skinRecognised, notSkinRecognised, modalityRecognised } = images;
    const shares = [skinRecognised, notSkinRecognised, modalityRecognised, validShare];
    return [[metrics.subject.labels, ...shares.map(withNumber), metrics.measuredOn]];
  });
  const head = [
    'set',
    'skin taken for skin',
    'not skin refused',
    'modality right',
    'skin usable',
    'measured on',
  ];
  return table(head, rows);
}

/** How steady the answers are, one table for each set that was disturbed. */
export function robustnessTables(all: readonly Metrics[]): string {
  const disturbed = all.filter(({ rows }) => rows !== undefined);
  if (disturbed.length === 0) return 'Not measured yet.';
  return disturbed
    .map((metrics) => {
      const rows = (metrics.rows ?? []).map((row) => [
        row.disturbance,
        String(row.sameFirst.n),
        inWords(row.sameFirst),
        inWords(row.probabilityChange),
        inWords(row.absoluteChange),
        inWords(row.stillUsable),
      ]);
      const head = ['disturbance', 'n', 'first condition stays', 'mean change of its probability'];
      const more = ['mean size of the change', 'usable stays usable'];
      return `**${sourceOf(metrics)}**\n\n${table([...head, ...more], rows)}`;
    })
    .join('\n\n');
}

/** What stands between the first and the last row of every table in docs/reference/phantoms.md, headings included. */
const phantomTables = (phantoms: string): string =>
  phantoms.slice(phantoms.indexOf('## ')).replaceAll('## ', '### ').trim();

const commands = `
<!-- not executed: hours, and the pictures are yours -->
\`\`\`sh
python -m training.held_out --data DATA/ham10000_224 --data DATA/pad_ufes_20_subset --data DATA/pad_ufes_20_masked \\
  --data DATA/isic_mix10 --data DATA/acne04 --data DATA/foot_ulcer_seg --data DATA/azh_wound_test \\
  --data DATA/not_skin_imagenet1000 --out HELD
node scripts/measure-models.ts --data DATA --held-out HELD
node scripts/phantom-report.ts
npm run reference
\`\`\`
`.trim();

/** Every figure of the shipped models and measured methods. */
export function performancePage(all: readonly Metrics[], phantoms: string): string {
  return `# Model performance

${generated('models/*/metrics-*.json and docs/reference/phantoms.md', 'npm run reference')}
Every figure of the shipped models and measured methods, each with its number of pictures, 95 % interval, data, day and weights.
How figures are computed, and per-class tables: [accuracy.md](accuracy.md). Decision support only; nothing here is a clinical validation.

## Learned models, on held-out pictures

*Held out*: subjects (patients, lesions, photographs) of the published \`train\` parts that were kept away from training, from choosing
recipes and from fitting temperatures. Everything is read as the server reads it (\`openderm eval\`). *Reached*: "yes" where the
whole interval reaches the aim, "as a point estimate" where only the value does. The aims are our own. These parts are small, and come from
the same sources as the training pictures: expect less elsewhere.

${figuresTable(all)}

Foot ulcers have no patient numbers: pictures of one person may lie in training and here. Pictures are taken as
independent, but for outlines of lesions (whole patients are drawn) and acne (whole faces). *Its classes*: only the classes of the set
compete; *whole catalogue*: all 577 entries do, as a caller sees it. The calibration error is biased upwards on few pictures,
and its interval more so: resampling adds noise to every bin. Perfectly calibrated answers with the confidences of condition-default 1.0.0 would show about 0.12 on 73
pictures and 0.05 on 250 (simulated): on so few, an aim of 0.05 can neither be shown nor refuted.

## Whether a picture can be used

${validityTable(all)}

## Robustness

Share of pictures whose first condition of the whole differential stays the same after a disturbance, and what becomes of that condition's
probability. Steady is not the same as right.

${robustnessTables(all)}

## Measured methods, on rendered phantoms

**Rendered pictures, no clinical evidence:** they show whether a method rises with what it measures, alike on every skin tone. What each
eye does and where it fails: [eyes.md](eyes.md). Source: [phantoms.md](phantoms.md).

${phantomTables(phantoms)}

## Measuring again

After new weights, with the folders of pictures in \`DATA\` (see training/README.md):

${commands}

\`measure-models.ts\` runs \`openderm eval --split test --out ...\` once for each entry of scripts/measurements.ts and keeps the figures
beside the model as metrics-NAME.json; \`--only NAME\` measures a part of them. \`npm run reference\` then writes this page, [eyes.md](eyes.md), and the
table of robustness in the card of \`condition-default\`. Figures of other weights than those that lie there are marked.
`;
}
