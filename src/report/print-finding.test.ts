// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { print, printed } from '../../test/fixtures/printed-report.ts';
import { squash } from '../../test/fixtures/read-pdf.ts';

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

  it('is that only the severity was asked for, where nobody asked more', async () => {
    const changes = { severityOnly: true, pathology: null };
    const { text, pages } = await printed({ changes });
    expect(pages[1]?.text).toContain('How sure the reading is');
    expect(text).toContain(squash('Only severity was asked for'));
    expect(text).toContain(squash('Probability that rests on the pictures: not known.'));
    for (const absent of ['Possible conditions', 'Indicators', 'Inconclusive', '95.3 %'])
      expect(text, absent).not.toContain(squash(absent));
    const patient = await printed({ changes }, { audience: 'patient' });
    expect(patient.text).toContain(squash('Show this to a clinician'));
    expect(patient.text).not.toContain(squash('The computer could not'));
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
