// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createPrintableReport } from '../../test/fixtures/printable-report.ts';
import { altsOf, reportLocales as locales, print, printed } from '../../test/fixtures/printed-report.ts';
import { squash } from '../../test/fixtures/read-pdf.ts';
import { bodySites } from '../catalogue/body-sites.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { nameBodySite, nameCondition } from '../catalogue/local-name.ts';
import type { ReportLocale } from '../record/company.ts';
import type { ReportRecord } from '../record/report-record.ts';
import { createReportWords } from './report-words.ts';

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

  it('says when a picture cannot be shown any more', async () => {
    const { text } = await printed({}, { pictures: new Map() });
    expect(text).toContain(squash('This picture can no longer be shown.'));
  });

  it('says when some writing cannot be printed, and keeps steering marks out', async () => {
    const { text } = await printed({ changes: { visitIdentifier: 'a\u202eb\u0007c 皮膚' } });
    expect(text).toContain(squash('Some writing in this report cannot be printed'));
    expect(text).toContain('abc');
    expect((await printed()).text).not.toContain(squash('Some writing in this report cannot be printed'));
  });
});
