// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, it } from 'vitest';
import { altsOf, print, printed, rolesOf } from '../../test/fixtures/printed-report.ts';
import { listElements, type ReadPdf } from '../../test/fixtures/read-pdf.ts';

const sampleModel = {
  name: 'a-model',
  version: '1.0.0',
  task: 'media-validity' as const,
  sha256: 'b'.repeat(64),
  licence: { id: 'CC-BY-4.0', note: 'Attribution.', commercialUse: true },
};

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

  it('has tables with as many heads as columns, once', async () => {
    const models = Array.from({ length: 70 }, (_, at) => ({ ...sampleModel, version: `1.${at}.0` }));
    const { pages } = await printed({ changes: { models } });
    const heads = pages.map(({ structure }) =>
      listElements(structure)
        .filter(({ role, children }) => role === 'TR' && children.every((cell) => cell.role === 'TH'))
        .map(({ children }) => children.length),
    );
    // The reader hands out a table whole with each of its pages: the last one is on two.
    expect(heads).toEqual([[5, 6], [4, 3], [3]]);
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
