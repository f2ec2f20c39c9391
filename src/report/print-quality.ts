// SPDX-License-Identifier: Apache-2.0
import type {
  MediaValidity,
  Modality,
  QualityInterpretation,
  QualityReason,
} from '../record/image-analysis.ts';
import { percentText } from './figures.ts';
import { styles } from './paper-style.ts';
import { printHeading } from './print-heading.ts';
import { type Cell, type Column, printTable } from './print-table.ts';
import type { Printing } from './printing.ts';

/** Keys of what a photograph is found to be. */
const interpretations: Readonly<Record<QualityInterpretation, string>> = {
  Bad: 'pdf.quality.Bad',
  Poor: 'pdf.quality.Poor',
  Fair: 'pdf.quality.Fair',
  Good: 'pdf.quality.Good',
  Excellent: 'pdf.quality.Excellent',
};
const modalities: Readonly<Record<Modality, string>> = {
  None: 'pdf.modality.None',
  Clinical: 'pdf.modality.Clinical',
  Dermoscopic: 'pdf.modality.Dermoscopic',
};

/** Keys of what a person can change. */
export const qualityReasons: Readonly<Record<QualityReason, string>> = {
  blur: 'pdf.reason.blur',
  tooDark: 'pdf.reason.tooDark',
  tooBright: 'pdf.reason.tooBright',
  lowContrast: 'pdf.reason.lowContrast',
  lowResolution: 'pdf.reason.lowResolution',
  glare: 'pdf.reason.glare',
  noise: 'pdf.reason.noise',
  compression: 'pdf.reason.compression',
  notSkin: 'pdf.reason.notSkin',
};

/** Widths in points, made to fill the sheet. */
const columns: readonly Column[] = [
  { key: 'pdf.column.photograph', widthPt: 68 },
  { key: 'pdf.column.quality', widthPt: 92 },
  { key: 'pdf.column.kind', widthPt: 80 },
  { key: 'pdf.column.skin', widthPt: 74 },
  { key: 'pdf.column.usable', widthPt: 60 },
  { key: 'pdf.column.remarks', widthPt: 133 },
];

/** Room for the heads and two rows, in points. */
const ROOM_PT = 44;

/** How far each photograph can be judged, and why not. */
export function printQuality(printing: Printing): void {
  const { paper, record, words } = printing;
  if (record.diagnosis.images.length === 0) return;
  paper.within('Sect', () => {
    printHeading(paper, words.say('pdf.quality.heading'), ROOM_PT);
    const rows = record.diagnosis.images.map(({ validity }, at) => toRow(validity, at, printing));
    printTable(printing, { columns, rows });
  });
}

function toRow(validity: MediaValidity, at: number, { words }: Printing): Cell[] {
  const { quality, domain, modality, isValid, reasons } = validity;
  const score = `${quality.score}, ${words.say(interpretations[quality.interpretation])}`;
  const shows = words.say(domain.isDermatological ? 'answer.yes' : 'answer.no');
  return [
    { text: String(at + 1), style: styles.strong, isHead: true },
    { text: score, style: styles.body },
    { text: words.say(modalities[modality.value]), style: styles.body },
    { text: `${shows}, ${percentText(domain.skinProbability, words.locale)}`, style: styles.body },
    { text: words.say(isValid ? 'answer.yes' : 'answer.no'), style: isValid ? styles.body : styles.strong },
    { text: reasonsText(reasons, words), style: styles.body },
  ];
}

/** What was found wrong with a photograph, worst first. */
export function reasonsText(reasons: readonly QualityReason[], words: Printing['words']): string {
  return reasons.map((reason) => words.say(qualityReasons[reason])).join(', ');
}
