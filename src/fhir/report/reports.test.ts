// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  acneCase,
  createShownReport,
  fewSpots,
  linkOf,
  plaquesOfTrunk,
  psoriasisCase,
  shownMedia,
  shownScore,
} from '../../../test/fixtures/shown-report.ts';
import { bodySites } from '../../catalogue/body-sites.ts';
import { catalogue } from '../../catalogue/conditions.ts';
import { scoringSystems } from '../../scoring/systems.ts';
import { createWording } from '../wording.ts';
import { toFhirReport } from './fhir-report.ts';
import { toRawReport } from './raw-report.ts';

const sources = { systems: scoringSystems, bodySites, catalogue, wording: createWording({}) };

type Shown = ReturnType<typeof createShownReport>;
const rawScores = (shown: Shown, locale: 'en' | 'pt' = 'en') =>
  toRawReport(shown, sources, locale).result.scoringSystems;
const fhirScores = (shown: Shown) => toFhirReport(shown, sources, 'en').result.questionnaires;

describe('both views', () => {
  it('say the same of a score', () => {
    const shown = createShownReport(psoriasisCase);
    const [raw] = rawScores(shown);
    const [fhir] = fhirScores(shown);
    expect(raw?.score.value).toBe(fhir?.score.valueQuantity.value);
    expect(raw?.score.severity.interpretations).toEqual(fhir?.score.interpretations);
    expect(raw?.explainabilityMedia?.url).toBe(fhir?.explainabilityMedia?.content.url);
    expect(raw?.facets.map(({ facet, value }) => [facet.name, value.raw, value.display])).toEqual(
      fhir?.item.map(({ code, answer }) => [
        code[0]?.display,
        answer[0]?.valueCoding.code,
        answer[0]?.valueCoding.display,
      ]),
    );
    expect(raw?.facets[0]).toMatchObject({ method: 'measured', confidence: 62.5 });
    expect(raw?.facets.at(-1)).toMatchObject({ method: 'answer', confidence: null });
    expect(raw?.warnings.map(({ code }) => code)).toEqual(['lowConfidence']);
  });

  it('say the same of every figure', () => {
    const shown = createShownReport(acneCase);
    const { metrics, preliminaryFindings } = toRawReport(shown, sources, 'en').result;
    expect({ ...metrics, ...preliminaryFindings }).toEqual({
      sensitivity: 83.31,
      specificity: 99.53,
      entropy: 5.12,
      hasCondition: 100,
      malignancy: 0.02,
      adjustedMalignancy: null,
      pigmentedLesion: 0,
      urgentReferral: 12.56,
      highPriorityReferral: 50,
    });
    const { performanceIndicators, clinicalIndicators } = toFhirReport(shown, sources, 'en').result;
    const figures = (indicators: typeof performanceIndicators) =>
      indicators.component.map(({ code, valueQuantity }) => [code.coding[0]?.code, valueQuantity.value]);
    expect(figures(performanceIndicators)).toEqual(Object.entries(metrics));
    expect(figures(clinicalIndicators)).toEqual(Object.entries(preliminaryFindings));
  });

  it('say where the classifier looked, also for what it was not taught', () => {
    const maps = ['acne', 'other'].map((condition, number) => ({
      imageIndex: 1,
      condition,
      media: shownMedia(60 + number, 'heatMap'),
    }));
    const { observations } = toRawReport(
      createShownReport({ imageCount: 2, heatMaps: maps }),
      sources,
      'en',
    ).result;
    expect(observations.map(({ media }) => media.heatMaps)).toEqual([
      [],
      [
        { condition: 'Acne', url: linkOf(shownMedia(60)) },
        { condition: 'other', url: linkOf(shownMedia(61)) },
      ],
    ]);
  });

  it('never show a picture that nobody has made a link to', () => {
    const shown = createShownReport(acneCase);
    const broken = { ...shown, links: { ...shown.links, media: new Map() } };
    expect(() => toRawReport(broken, sources, 'en')).toThrow('link to the picture');
    expect(() => toFhirReport(broken, sources, 'en')).toThrow('link to the picture');
  });

  it('do not name what stays in the house', () => {
    const shown = createShownReport({ ...acneCase, subjectHash: 'f'.repeat(64) });
    for (const view of [toRawReport(shown, sources, 'en'), toFhirReport(shown, sources, 'en')]) {
      expect(JSON.stringify(view)).not.toContain(shown.record.id);
      expect(JSON.stringify(view)).not.toContain(shown.record.companyId);
      expect(JSON.stringify(view)).not.toContain('f'.repeat(64));
    }
  });
});

describe('a score', () => {
  it('is shown as it was kept, though it should be counted otherwise by now', () => {
    const kept = { ...plaquesOfTrunk, value: 4.4, category: 'moderate' };
    const severity = shownScore(kept, { condition: 'psoriasis', bodySite: 'trunkFront' });
    const shown = createShownReport({ ...psoriasisCase, severities: [severity] });
    expect(rawScores(shown)[0]?.score).toMatchObject({ value: 4.4, severity: { value: 2 } });
    expect(fhirScores(shown)[0]?.score.interpretation?.text).toBe('Moderate');
  });
});

describe('earlier scores', () => {
  const day = 86_400_000;
  const shown = createShownReport(psoriasisCase);
  const scoredBefore = (days: number, value: number) => ({
    encryptedId: `report-${days}`,
    createdAtMs: shown.record.createdAtMs - days * day,
    value,
  });
  const withEarlier = (...scores: ReturnType<typeof scoredBefore>[]) => ({
    ...shown,
    earlier: new Map([['apasiLocal', scores]]),
  });

  it('fill reduction, from the first one known, and history, oldest first', () => {
    const course = withEarlier(scoredBefore(1, 7), scoredBefore(30, 18.9));
    const history = [
      { diagnosticReportId: 'report-30', issued: '2026-07-04T12:38:10+00:00', value: 18.9 },
      { diagnosticReportId: 'report-1', issued: '2026-08-02T12:38:10+00:00', value: 7 },
    ];
    expect(rawScores(course)).toMatchObject([{ reduction: 66.67, history }]);
    expect(fhirScores(course)).toMatchObject([{ reduction: 66.67, history }]);
  });

  it('give a negative reduction where the score rose, and none where it was 0 before', () => {
    expect(rawScores(withEarlier(scoredBefore(9, 4.2)))).toMatchObject([{ reduction: -50 }]);
    expect(rawScores(withEarlier(scoredBefore(9, 0)))).toMatchObject([
      { reduction: null, history: [{ value: 0 }] },
    ]);
  });

  it('of another form change nothing', () => {
    const other = { ...shown, earlier: new Map([['aladinLocal', [scoredBefore(9, 4)]]]) };
    expect(rawScores(other)).toMatchObject([{ reduction: null, history: null }]);
  });
});

describe('what was found', () => {
  it('is marked on the picture that is linked, though it be smaller than the photograph', () => {
    const severity = shownScore(fewSpots, { condition: 'acne', bodySite: 'headFront' });
    const photograph = { ...severity.photograph, widthPx: 8, heightPx: 6 };
    const shown = createShownReport({ ...acneCase, severities: [{ ...severity, photograph }] });
    const annotations = fhirScores(shown)[0]?.explainabilityMedia?.annotations ?? [];
    expect(annotations).toMatchObject([
      { rect: { topLeft: { x: 1, y: 1 }, width: 1, height: 1 }, type: 'acne', confidence: 0.5 },
    ]);
    expect(annotations[0]?.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('has an id of its own', () => {
    const detections = Array.from({ length: 300 }, () => fewSpots.detections[0]).flatMap(
      (each) => each ?? [],
    );
    const severity = shownScore({ ...fewSpots, detections }, { condition: 'acne', bodySite: 'headFront' });
    const [score] = fhirScores(createShownReport({ ...acneCase, severities: [severity] }));
    const ids = score?.explainabilityMedia?.annotations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(300);
  });

  it('has no picture where the score drew none', () => {
    const severity = shownScore(fewSpots, { condition: 'acne', bodySite: 'headFront' });
    const shown = createShownReport({ ...acneCase, severities: [{ ...severity, media: null }] });
    expect(rawScores(shown)[0]?.explainabilityMedia).toBeNull();
    expect(fhirScores(shown)[0]?.explainabilityMedia).toBeNull();
  });
});
