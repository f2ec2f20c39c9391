// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, it } from 'vitest';
import { createPrintableReport, type ReportTraits } from '../../test/fixtures/printable-report.ts';
import { listElements, type ReadPdf, readPdf, squash } from '../../test/fixtures/read-pdf.ts';
import { bodySites } from '../catalogue/body-sites.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { nameBodySite, nameCondition } from '../catalogue/local-name.ts';
import type { ReportLocale } from '../record/company.ts';
import type { ReportRecord } from '../record/report-record.ts';
import { printReport, type ReportToPrint } from './print-report.ts';
import { createReportWords } from './report-words.ts';

const locales: readonly ReportLocale[] = ['en', 'es', 'fr', 'de', 'pt'];

async function print(
  traits: ReportTraits = {},
  changes: Partial<ReportToPrint> = {},
): Promise<{ readonly bytes: Uint8Array; readonly report: ReportToPrint }> {
  const sample = await createPrintableReport(traits);
  const report: ReportToPrint = { ...sample, locale: 'en', audience: 'clinician', ...changes };
  return { report, bytes: await printReport(report) };
}

async function printed(traits: ReportTraits = {}, changes: Partial<ReportToPrint> = {}) {
  const { bytes, report } = await print(traits, changes);
  return { ...(await readPdf(bytes)), report };
}

const rolesOf = ({ pages }: ReadPdf) =>
  pages.flatMap(({ structure }) => listElements(structure).map(({ role }) => role));
const altsOf = ({ pages }: ReadPdf) =>
  pages.flatMap(({ structure }) =>
    listElements(structure).flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : [])),
  );

/** As a reader of the language writes it. */
const percent = (probability: number, locale: ReportLocale) =>
  `${(probability * 100).toFixed(1).replace('.', locale === 'en' ? '.' : ',')} %`;

/** Every fact of a record that the sheet has to carry, in words of the language. */
function factsOf(record: ReportRecord, locale: ReportLocale): readonly string[] {
  const site = bodySites.find(({ code }) => code === record.bodySite);
  const { conclusions, indicators, performance, images, catalogueVersion, imageEvidence } = record.diagnosis;
  const [severity] = record.severities;
  const { say } = createReportWords(locale);
  return [
    record.id,
    record.visitIdentifier ?? '',
    '2026-03-01 09:15 UTC',
    site === undefined ? 'no site' : nameBodySite(site, locale).name,
    ...conclusions.slice(0, 5).flatMap(({ condition }) => {
      const found = catalogue.find(condition);
      return found === undefined ? ['unknown'] : [nameCondition(found, locale).name, found.icd11?.code ?? ''];
    }),
    ...conclusions.slice(0, 4).map(({ probability }) => percent(probability, locale)),
    ...Object.values(indicators).map((share) => percent(share, locale)),
    ...[performance.sensitivity, performance.specificity, performance.entropy, imageEvidence].map((share) =>
      percent(share ?? Number.NaN, locale),
    ),
    ...images.map(({ validity }) => String(validity.quality.score)),
    ...record.anamnesis.flatMap(({ question, answer }) => [question, answer]),
    ...record.models.flatMap(({ name, version, licence }) => [`${name} ${version}`, licence.id]),
    record.softwareVersion,
    catalogueVersion,
    String(severity?.score.value).replace('.', locale === 'en' ? '.' : ','),
    say(`band.${severity?.score.category}`),
    ...(severity?.score.warnings ?? []).map((code) => say(`warning.${code}`)),
    ...Object.values(severity?.score.items ?? {}).map(({ value }) => String(value)),
  ];
}

describe('a printed report', () => {
  it.each(locales)('carries every fact of the record in %s', async (locale) => {
    const { text, report } = await printed({ photographs: 2 }, { locale });
    const missing = factsOf(report.record, locale).filter((fact) => !text.includes(squash(fact)));
    expect(missing).toEqual([]);
    expect(text).toContain(squash(report.company.name));
  });

  it.each(locales)('has the same bytes when it is printed again, in %s', async (locale) => {
    const [first, second] = [await print({}, { locale }), await print({}, { locale })];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it('has other bytes for another record', async () => {
    const [first, second] = [await print(), await print({ changes: { visitIdentifier: 'another' } })];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(false);
  });

  it.each(locales)(
    'takes two pages at most for ten photographs with every caution, in %s',
    async (locale) => {
      const warnings = ['outsideKnownConditions', 'imagesDisagree', 'nonCommercialModel'] as const;
      const { pages } = await printed({ photographs: 10, invalid: [2, 7], warnings }, { locale });
      expect(pages.length).toBeLessThanOrEqual(2);
    },
  );

  it('numbers its pages', async () => {
    const { pages } = await printed({ photographs: 10 });
    expect(pages).toHaveLength(2);
    for (const [at, { text }] of pages.entries()) expect(text).toContain(`${at + 1} / 2`);
  });

  it('leads back by link and QR code, and has neither where there is no way', async () => {
    const linked = await printed();
    expect(linked.pages[0]?.links).toEqual([linked.report.link]);
    expect(altsOf(linked)).toContain('QR code that opens this report online');
    const alone = await printed({}, { link: null });
    expect(alone.pages.flatMap(({ links }) => links)).toEqual([]);
    expect(altsOf(alone)).not.toContain('QR code that opens this report online');
    const long = await printed({}, { link: `https://derm.example.org/?${'a'.repeat(700)}` });
    expect(long.pages[0]?.links).toHaveLength(1);
    expect(altsOf(long)).not.toContain('QR code that opens this report online');
  });

  it('cuts no answer short, however long', async () => {
    const said = Array.from({ length: 3000 }, (_, at) => `word${at + 1000}`);
    const anamnesis = [{ question: 'Why?', answer: said.join(' ') }];
    const { text, pages } = await printed({ changes: { anamnesis } });
    expect(said.filter((each) => !text.includes(each))).toEqual([]);
    expect(pages.length).toBeGreaterThan(2);
  });

  it('keeps long names in their place', async () => {
    const name = 'A very long name of an organisation '.repeat(8).trim();
    const company = { ...(await createPrintableReport()).company, name };
    const { text, pages } = await printed({ changes: { visitIdentifier: 'v'.repeat(400) } }, { company });
    expect(text).toContain(squash(name));
    expect(text).toContain('v'.repeat(400));
    expect(pages).toHaveLength(2);
  });

  it('draws no bar where the table could be another than that of the record', async () => {
    const { report } = await print();
    const severities = report.record.severities.map((each) => ({
      ...each,
      score: { ...each.score, value: 7.7 },
    }));
    const read = await printed({ changes: { severities } });
    expect(read.text).toContain(squash('7.7, Severe'));
    expect(altsOf(read).filter((alt) => alt.startsWith('Scale of the score'))).toEqual([]);
    expect(altsOf(await printed()).filter((alt) => alt.startsWith('Scale of the score'))).toHaveLength(1);
  });

  it('says when a picture is no longer kept', async () => {
    const { text } = await printed({}, { pictures: new Map() });
    expect(text).toContain(squash('This picture is no longer kept.'));
  });

  it('says when some writing cannot be printed, and keeps steering marks out', async () => {
    const { text } = await printed({ changes: { visitIdentifier: 'a\u202eb\u0007c 皮膚' } });
    expect(text).toContain(squash('Some writing in this report cannot be printed'));
    expect(text).toContain('abc');
    expect((await printed()).text).not.toContain(squash('Some writing in this report cannot be printed'));
  });
});

describe('what a reader must know', () => {
  it('stands above the figures', async () => {
    const warnings = ['outsideKnownConditions', 'imagesDisagree', 'nonCommercialModel'] as const;
    const { text } = await printed({ photographs: 3, invalid: [1], warnings });
    const at = (sentence: string) => text.indexOf(squash(sentence));
    for (const sentence of [
      'This may be something the models were not taught',
      'The photographs point to different conditions',
      'A model that gave these figures may not be used commercially',
      'Photographs that cannot be judged reliably were left out of the list: 2.',
    ]) {
      expect(at(sentence), sentence).toBeGreaterThan(0);
      expect(at(sentence), sentence).toBeLessThan(at('Possible conditions'));
    }
  });

  it('is that nothing could be named, where nothing could', async () => {
    const { text, report } = await printed({ isInconclusive: true });
    expect(report.record.pathology).toBeNull();
    expect(text).toContain(
      squash('Inconclusive No condition stands out enough to be named. Show this to a clinician'),
    );
    expect(text).not.toContain(squash('To be confirmed by a clinician'));
    expect(text).not.toContain(squash('Severity:'));
  });

  it('is that nothing is ruled out, and that no clinician has signed the flags', async () => {
    const { text } = await printed();
    expect(text).toContain(squash('that no clinician has signed. A low figure never rules anything out.'));
  });

  it('is that a forced score says nothing of the diagnosis', async () => {
    const { report } = await print();
    const severities = report.record.severities.map((each) => ({ ...each, forced: true }));
    const { text } = await printed({ isInconclusive: true, changes: { severities } });
    expect(text).toContain(squash('Scored because it was asked for, whatever the list of conditions says'));
  });

  it('is what kind of reading each item is', async () => {
    const { text } = await printed();
    expect(text).toContain(squash('Erythema 3: Marked measured 62.5 %'));
    expect(text).toContain(squash('Affected area 3: 30 to 49 % answered –'));
    expect(text).toContain(squash('they are an aid and no clinical evidence'));
  });

  it('prints a score that this version does not know', async () => {
    const { report } = await print();
    const severities = report.record.severities.map((each) => ({
      ...each,
      score: { ...each.score, code: 'novel', form: 'novelLocal', category: 'odd', warnings: ['strange'] },
    }));
    const { text } = await printed({ changes: { severities } });
    for (const fact of ['Severity: NOVEL', '6.3, odd', 'erythema 3 measured 62.5 %', 'strange'])
      expect(text, fact).toContain(squash(fact));
  });
});

describe('the structure', () => {
  let clinician: ReadPdf;
  beforeAll(async () => {
    clinician = await printed({ photographs: 3, invalid: [2] }, { locale: 'de' });
  });

  it('is that of a tagged document in its language, with a title', () => {
    expect(clinician.isTagged).toBe(true);
    expect(clinician.language).toBe('de');
    expect(clinician.info['Title']).toContain('Bericht zur Diagnoseunterstützung');
    expect(clinician.info['PDFFormatVersion']).toBe('1.7');
    expect(clinician.info['CreationDate']).toBe('D:20260302080000Z');
  });

  it('has one title, headings, tables with heads, and paragraphs', () => {
    const roles = rolesOf(clinician);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    for (const role of ['H2', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure', 'Caption', 'Link'])
      expect(roles, role).toContain(role);
  });

  it('describes every picture', () => {
    const alts = altsOf(clinician);
    expect(alts.filter((alt) => alt.trim() === '')).toEqual([]);
    for (const alt of ['Foto 1', 'Foto 3. Wärmebild: Psoriasis', 'Übersichtsfoto'])
      expect(alts, alt).toContain(alt);
    expect(alts.some((alt) => alt.startsWith('Skala des Werts: Keine 0; Leicht 0–2,1;'))).toBe(true);
  });

  it('embeds its typeface', async () => {
    const { bytes } = await print();
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(raw).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
  });
});

describe('a report for a patient', () => {
  it.each(locales)(
    'asks to be shown to a clinician, and has no condition, figure or grade, in %s',
    async (locale) => {
      const { text, report } = await printed({ photographs: 2 }, { locale, audience: 'patient' });
      const { say } = createReportWords(locale);
      for (const key of ['pdf.patient.show', 'pdf.patient.policy', 'pdf.patient.urgent'])
        expect(text, key).toContain(squash(say(key)));
      const telling = [
        ...catalogue.conditions.slice(0, 3).map((condition) => nameCondition(condition, locale).name),
        ...report.record.diagnosis.conclusions.slice(0, 5).flatMap(({ condition }) => {
          const found = catalogue.find(condition);
          return found === undefined ? [] : [nameCondition(found, locale).name, found.icd11?.code ?? 'none'];
        }),
        say('band.severe'),
      ];
      expect(telling.filter((word) => text.toLowerCase().includes(squash(word).toLowerCase()))).toEqual([]);
      expect(text).not.toContain('%');
    },
  );

  it('says that a photograph which could not be read says nothing', async () => {
    const { text } = await printed({ photographs: 2, invalid: [0, 1] }, { audience: 'patient' });
    expect(text).toContain(squash('This says nothing about your skin.'));
    expect(text).toContain(squash('If you take it again, avoid this: blurred, too dark.'));
  });

  it.each([
    ['nothing was named', { isInconclusive: true }],
    ['the picture lies outside what is known', { warnings: ['outsideKnownConditions'] as const }],
  ])('says that it may still be something when %s', async (_what, traits) => {
    const { text } = await printed(traits, { audience: 'patient' });
    expect(text).toContain(squash('That does not mean that it is nothing.'));
    expect(text).toContain(squash('Show this to a clinician'));
  });

  it('is tagged, with every picture described', async () => {
    const read = await printed({ photographs: 10 }, { audience: 'patient' });
    expect(read.isTagged).toBe(true);
    expect(altsOf(read).filter((alt) => alt.startsWith('Photograph'))).toHaveLength(10);
    expect(read.pages.length).toBeLessThanOrEqual(2);
  });
});
