// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { DiagnosisSupportResponse } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { toConditionCodes } from '../../src/fhir/conclusion.ts';
import { toDiagnosticReport, writeDiagnosticReport } from '../../src/fhir/diagnostic-report.ts';
import { compareStructure } from '../fixtures/compare-structure.ts';
import { createSampleCatalogue, createSampleDiagnosis } from '../fixtures/sample-diagnosis.ts';

const golden = JSON.parse(
  await readFile(new URL('./diagnosis-support.json', import.meta.url), 'utf8'),
) as unknown;
const catalogue = createSampleCatalogue(9);
const codes = toConditionCodes(catalogue);
const diagnosis = createSampleDiagnosis(catalogue, 2);
const report = JSON.parse([...writeDiagnosticReport(diagnosis, codes)].join('')) as ReturnType<
  typeof toDiagnosticReport
>;

describe('the answer of /diagnosis-support', () => {
  it("has every field of the reference's example with the same name, type and nesting", () => {
    expect(compareStructure(golden, report)).toEqual([]);
  });

  it('keeps the fixed texts', () => {
    const { category, code, resourceType, status } = golden as typeof report;
    expect(report).toMatchObject({ category, code, resourceType, status });
    expect(report.imagingAnalysis[0]?.mediaValidity.domain.additionalData.aiConfidence.code).toMatchObject({
      text: 'AI model confidence in the image being dermatological',
      coding: [
        { systemDisplay: 'Legit.Health', code: 'aiConfidence', system: null, display: null, version: null },
      ],
    });
  });

  it('fits its own schema', () => {
    expect(Compile(DiagnosisSupportResponse).Errors(report)).toEqual([]);
  });

  it('is the same whether written in pieces or made as a whole', () => {
    expect(report).toEqual(toDiagnosticReport(diagnosis, codes));
  });

  it('prints issued with microseconds and without offset, durations and percentages as the seed does', () => {
    expect(report.issued).toBe('2026-03-01T09:15:42.500000');
    expect(report.analysisDuration).toBe(0.98765);
    expect(report.performanceIndicator).toEqual({ sensitivity: 71.5, specificity: 96.25, entropy: 12.5 });
    expect(report.conclusion[0]?.probability).toBe(20);
    expect(report.conclusion[1]?.probability).toBe(17.77777778);
  });

  it('shows a heat map for the first five entries of each image and null after that', () => {
    for (const image of report.imagingAnalysis) {
      const shown = image.conclusion.map(({ explainability }) => explainability !== null);
      expect(shown).toEqual([true, true, true, true, true, false, false, false, false]);
    }
  });

  it('says that a heat map of the other label does not speak for the condition', () => {
    const conclusions = report.imagingAnalysis[0]?.conclusion ?? [];
    expect(conclusions[3]?.explainability?.heatMap.title).toContain('to predict this class');
    expect(conclusions[4]?.evidence).toBe('prior');
    expect(conclusions[4]?.explainability?.heatMap.title).toContain('was not taught');
  });

  it('leaves the coding of Non-specific finding null and echoes what the caller said of an image', () => {
    expect(report.conclusion.at(-1)?.code).toEqual({ coding: null, text: 'nonSpecificFinding' });
    const echoed = report.imagingAnalysis.map(({ contentAttachment }) => contentAttachment);
    expect(echoed).toEqual([
      { title: 'Lesion close-up', contentType: 'image/jpeg' },
      { title: null, contentType: null },
    ]);
  });
});
