// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { altsOf, reportLocales as locales, printed } from '../../test/fixtures/printed-report.ts';
import { squash } from '../../test/fixtures/read-pdf.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { nameCondition } from '../catalogue/local-name.ts';
import { createReportWords } from './report-words.ts';

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
