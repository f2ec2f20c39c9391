// SPDX-License-Identifier: Apache-2.0
import type { ModelIdentity, ModelTask } from '../record/model-identity.ts';
import { percentText } from './figures.ts';
import { styles } from './paper-style.ts';
import { printHeading } from './print-heading.ts';
import { type Cell, type Column, printTable } from './print-table.ts';
import type { Printing } from './printing.ts';

/** Keys of what a model is for. */
const tasks: Readonly<Record<ModelTask, string>> = {
  'condition-classification': 'pdf.task.classification',
  'media-validity': 'pdf.task.validity',
  'lesion-segmentation': 'pdf.task.segmentation',
  'acne-detection': 'pdf.task.acne',
};

/** Widths in points, made to fill the sheet. */
const columns: readonly Column[] = [
  { key: 'pdf.column.model', widthPt: 190 },
  { key: 'pdf.column.task', widthPt: 110 },
  { key: 'pdf.column.licence', widthPt: 207 },
];

/** Room for the lines above and below the models and for their heads, and for each of them, in points. */
const ROOM_PT = 62;
const ROW_PT = 15.1;

/** So many models and their heading are kept on one page: our own choice. */
const KEPT_MODELS = 8;

/** Of a list that nobody asked for. */
const noFigures = { imageEvidence: null, sensitivity: null, specificity: null, entropy: null };

/** How sure the list is, and which software and models gave it. */
export function printBasis(printing: Printing): void {
  const { paper, record, words } = printing;
  const { diagnosis } = record;
  const { imageEvidence, sensitivity, specificity, entropy } =
    record.severityOnly === true
      ? noFigures
      : { imageEvidence: diagnosis.imageEvidence, ...diagnosis.performance };
  const figure = (key: string, share: number | null) => {
    const text = share === null ? words.say('pdf.basis.unknown') : percentText(share, words.locale);
    return words.pair(words.say(key), text);
  };
  const kept = Math.min(record.models.length, KEPT_MODELS);
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.basis.heading'), ROOM_PT + ROW_PT * kept);
    const figures = [
      figure('pdf.basis.imageEvidence', imageEvidence),
      figure('pdf.basis.entropy', entropy),
      figure('pdf.basis.sensitivity', sensitivity),
      figure('pdf.basis.specificity', specificity),
    ];
    paper.paragraph('P', `${figures.join('. ')}.`, styles.body);
    paper.paragraph('P', words.say('pdf.basis.validation'), styles.small);
    printTable(printing, { columns, rows: record.models.map((model) => toRow(model, printing)) });
    const software = words.say('pdf.basis.software', `OpenDerm ${record.softwareVersion}`);
    const catalogue = words.say('pdf.basis.catalogue', diagnosis.catalogueVersion);
    paper.paragraph('P', `${software}. ${catalogue}.`, styles.small);
  });
}

function toRow({ name, version, task, licence }: ModelIdentity, { words }: Printing): Cell[] {
  return [
    { text: `${name} ${version}`, style: styles.body, isHead: true },
    { text: words.say(tasks[task]), style: styles.body },
    { text: licence.id, style: styles.body },
  ];
}
