// SPDX-License-Identifier: Apache-2.0
import type { Company, ReportLocale } from '../record/company.ts';
import type { ReportRecord } from '../record/report-record.ts';
import { createPaper } from './paper.ts';
import { colours, sheet, styles } from './paper-style.ts';
import { printAnswers } from './print-answers.ts';
import { printBasis } from './print-basis.ts';
import { printCautions, printFinding } from './print-finding.ts';
import { printHead } from './print-head.ts';
import { printPatientReport } from './print-patient.ts';
import { printPictures } from './print-pictures.ts';
import { printQuality } from './print-quality.ts';
import { printIndicators, printRanking } from './print-ranking.ts';
import { fitsSeverities, printSeverities } from './print-severity.ts';
import type { Audience } from './printed-media.ts';
import type { EarlierScores, Printing } from './printing.ts';
import { isPrintable, readTypefaces } from './read-typefaces.ts';
import { createReportWords } from './report-words.ts';

export interface ReportToPrint {
  readonly record: ReportRecord;
  readonly company: Company;
  /**
   * JPEGs by media id, embedded as they are: about 1,000 px at the longer side are enough for the printed size. What is
   * missing is said to be no longer kept.
   */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Earlier scores of the same patient and site, by form, e.g. `apasiLocal`, in any order. */
  readonly earlier: EarlierScores;
  /** Where the report can be opened, as a QR code and a link; null where there is no such place. */
  readonly link: string | null;
  readonly locale: ReportLocale;
  /** `patient`: in plain words, without conditions, figures and grades, and never reassuring. */
  readonly audience: Audience;
  /** Milliseconds since the epoch: when it is printed. The same input gives the same bytes. */
  readonly issued: number;
}

/** From the last line of a page to the footer, from the footer's line to its text, and the room of a number, in points. */
const FOOTER_PT = 10;
const FOOTER_GAP_PT = 4;
const PAGE_NUMBER_PT = 60;

/** A report as a tagged PDF 1.7 on A4, its typeface embedded. Every figure comes from the record. */
export async function printReport({ locale, audience, ...report }: ReportToPrint): Promise<Uint8Array> {
  const { record, company, issued } = report;
  const words = createReportWords(locale);
  const title = words.say(audience === 'patient' ? 'pdf.patient.title' : 'pdf.title');
  const facts = {
    title: `${title}, ${record.id}`,
    author: company.name,
    subject: words.say('pdf.footer'),
    creator: `OpenDerm ${record.softwareVersion}`,
    language: locale,
    atMs: issued,
  };
  const paper = createPaper(facts, await readTypefaces());
  const printing: Printing = { ...report, paper, words };
  if (audience === 'patient') printPatientReport(printing);
  else printClinicianReport(printing);
  return paper.finish((pen, page, pages) => {
    const place = { x: sheet.leftPt, y: sheet.floorPt + FOOTER_PT, width: sheet.innerPt };
    pen.fill({ ...place, y: place.y - FOOTER_GAP_PT, height: 0.5 }, colours.line);
    const narrow = { ...place, width: sheet.innerPt - PAGE_NUMBER_PT };
    pen.line(`${record.id} · ${company.name}`, narrow, styles.small);
    pen.line(words.say('pdf.footer'), { ...narrow, y: place.y + styles.body.sizePt + 2 }, styles.small);
    pen.text(`${page} / ${pages}`, place, { ...styles.strong, align: 'right' });
  });
}

function printClinicianReport(printing: Printing): void {
  const { words } = printing;
  printHead(printing, {
    title: words.say('pdf.title'),
    lead: words.say('pdf.lead'),
    open: words.say('pdf.open'),
  });
  printFinding(printing);
  printCautions(printing, unprintable(printing) ? [words.say('pdf.caution.unprintable')] : []);
  if (printing.record.severityOnly !== true) {
    printRanking(printing);
    printIndicators(printing);
  }
  printPictures(printing);
  // A score that does not fit below the pictures leaves its place to the quality, which does.
  const isNext = fitsSeverities(printing);
  if (isNext) printSeverities(printing);
  printQuality(printing);
  if (!isNext) printSeverities(printing);
  printAnswers(printing);
  printBasis(printing);
}

function unprintable({ record, company }: Printing): boolean {
  const { visitIdentifier, anamnesis } = record;
  const written = [company.name, visitIdentifier ?? '', ...anamnesis.flatMap((each) => Object.values(each))];
  return !written.every((text) => isPrintable(text));
}
