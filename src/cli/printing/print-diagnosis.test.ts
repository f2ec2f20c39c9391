// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createSampleCatalogue, createSampleDiagnosis } from '../../../test/fixtures/sample-diagnosis.ts';
import type { Diagnosis } from '../../record/diagnosis.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printDiagnosis } from './print-diagnosis.ts';

const catalogue = createSampleCatalogue(12);

function printed(diagnosis: Diagnosis): readonly string[] {
  const lines: string[] = [];
  const terminal: Terminal = {
    print: (line) => void lines.push(line),
    remark: () => undefined,
    paint: (_, text) => text,
    widthColumns: 80,
    progressStream: undefined,
  };
  printDiagnosis(diagnosis, catalogue, terminal);
  return lines;
}

describe('printDiagnosis', () => {
  const one = printed(createSampleDiagnosis(catalogue, 1));

  it('fits 80 columns', () => {
    const warnings: Diagnosis['warnings'] = ['outsideKnownConditions', 'noValidImage', 'imagesDisagree'];
    const lines = printed({ ...createSampleDiagnosis(catalogue, 3), warnings });
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('ranks five entries with code, percent and bar, and marks those that rest on the prior alone', () => {
    expect(one.find((line) => line.startsWith('  1'))).toMatch(/condition0 +EA0 +15\.4 % {2}█/);
    expect(one.find((line) => line.startsWith('  5'))).toContain('condition4 *');
    expect(one.some((line) => line.startsWith('  6'))).toBe(false);
  });

  it('says whether the photograph is usable, and what to do about its faults', () => {
    const [image] = createSampleDiagnosis(catalogue, 1).images;
    if (!image) throw new Error('Expected an image');
    const blurred = { ...image, validity: { ...image.validity, isValid: false, reasons: ['blur'] as const } };
    const lines = printed({ ...createSampleDiagnosis(catalogue, 1), images: [blurred] });
    expect(lines).toContainEqual(
      expect.stringContaining('not usable, quality 87 of 100 (Excellent), 4032 x 3024 px JPEG'),
    );
    expect(lines).toContainEqual(expect.stringContaining('blurred: hold the camera still'));
  });

  it('puts several photographs together first', () => {
    expect(one[0]).toBe('Lesion close-up');
    expect(printed(createSampleDiagnosis(catalogue, 2))[0]).toBe('All 2 photographs together, 2 usable');
  });
});
