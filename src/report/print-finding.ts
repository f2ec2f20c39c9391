// SPDX-License-Identifier: Apache-2.0
import type { DiagnosisWarning } from '../record/diagnosis.ts';
import { percentText } from './figures.ts';
import { colours, sheet, styles } from './paper-style.ts';
import type { Printing } from './printing.ts';

const GAP_PT = 8;

/** What the first entry is where it is probable enough, else that nothing is. */
export function printFinding({ paper, record, words }: Printing): void {
  paper.moveTo(paper.y + GAP_PT);
  paper.paragraph('H2', words.say('pdf.finding.heading'), styles.label);
  const { text, more } = findingTexts({ record, words });
  paper.paragraph('P', text, styles.finding);
  paper.paragraph('P', more, styles.body);
}

function findingTexts({ record, words }: Pick<Printing, 'record' | 'words'>) {
  if (record.severityOnly === true)
    return { text: words.say('pdf.finding.notAsked'), more: words.say('pdf.finding.notAskedMore') };
  if (record.pathology === null)
    return {
      text: words.say('pdf.finding.inconclusive'),
      more: words.say('pdf.finding.inconclusiveMore'),
    };
  const { name, code } = words.condition(record.pathology);
  const found = record.diagnosis.conclusions.find(({ condition }) => condition === record.pathology);
  const percent = found === undefined ? [] : [percentText(found.probability, words.locale)];
  const parts = [code === null ? name : `${name} (${words.say('pdf.column.code')} ${code})`, ...percent];
  return { text: parts.join(', '), more: words.say('pdf.finding.named') };
}

/** Codes of the diagnosis, gravest first, with the keys of their sentences. */
const cautions = {
  noValidImage: 'pdf.caution.noValidImage',
  outsideKnownConditions: 'pdf.caution.outsideKnownConditions',
  imagesDisagree: 'pdf.caution.imagesDisagree',
  forcedScoreUnread: 'pdf.caution.forcedScoreUnread',
  nonCommercialModel: 'pdf.caution.nonCommercialModel',
} as const satisfies Record<DiagnosisWarning, string>;

const INSET_PT = 10;

/** What a reader must know before the figures, in a box; nothing where there is nothing to say. */
export function printCautions({ paper, record, words }: Printing, further: readonly string[]): void {
  const { warnings, images } = record.diagnosis;
  const invalid = images.flatMap(({ validity }, at) => (validity.isValid ? [] : [at + 1]));
  const isPartly = invalid.length > 0 && invalid.length < images.length;
  const known = Object.entries(cautions).filter(([code]) => warnings.some((each) => each === code));
  const texts = [
    ...known.map(([, key]) => words.say(key)),
    ...(isPartly ? [words.say('pdf.caution.someInvalid', invalid.join(', '))] : []),
    ...further,
  ];
  if (texts.length > 0) printBox({ paper, words }, texts);
}

function printBox({ paper, words }: Pick<Printing, 'paper' | 'words'>, texts: readonly string[]): void {
  const width = sheet.innerPt - 2 * INSET_PT;
  const heading = words.say('pdf.caution.heading');
  const marked = texts.map((text) => `!  ${text}`);
  const heights = marked.map((text) => paper.heightOf(text, styles.caution, width));
  const headingPt = paper.heightOf(heading, styles.cautionHeading, width);
  const height = headingPt + heights.reduce((sum, each) => sum + each, 0) + INSET_PT;
  paper.need(height + GAP_PT);
  const box = { x: sheet.leftPt, y: paper.y + GAP_PT, width: sheet.innerPt, height };
  paper.decorate((pen) => {
    pen.fill(box, colours.cautionPale);
    pen.fill({ ...box, width: 3 }, colours.caution);
  });
  let y = box.y + INSET_PT / 2;
  const x = sheet.leftPt + INSET_PT;
  paper.within('Sect', () => {
    y += paper.print({ tag: 'H2', text: heading, style: styles.cautionHeading, x, y, width });
    for (const text of marked) y += paper.print({ tag: 'P', text, style: styles.caution, x, y, width });
  });
  paper.moveTo(box.y + height);
}
