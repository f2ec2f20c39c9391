// SPDX-License-Identifier: Apache-2.0
import type { DiagnosisSupportResponse } from '@openderm/contract';
import example from '@openderm/contract/examples/diagnosis-support.response.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';

const response = example as unknown as DiagnosisSupportResponse;

test('shows the device’s own order, names, codes and numbers', () => {
  const { together, photos, id } = readAnswer(response);
  expect(id).toBe(response.identifier.value);
  expect(together.entries.map(({ rank }) => rank)).toEqual(response.conclusion.map((_, index) => index + 1));
  for (const [index, entry] of together.entries.entries()) {
    const sent = response.conclusion[index];
    expect(entry).toMatchObject({
      name: sent?.code.text,
      probabilityPercent: sent?.probability,
      evidence: sent?.evidence,
    });
    expect(entry.icd11?.code).toBe(sent?.code.coding?.[0]?.code);
  }
  expect(photos).toHaveLength(response.imagingAnalysis.length);
  expect(together.indicatorPercents).toEqual(response.clinicalIndicator);
});

test('has heat maps for single photographs only, as pictures the page may show', () => {
  const { together, photos } = readAnswer(response);
  expect(together.entries.every(({ heatMap }) => heatMap === null)).toBe(true);
  expect(photos[0]?.entries[0]?.heatMap?.source).toMatch(/^data:image\/jpeg;base64,/);
});

test('gives the modality’s own confidence, and none where it is neither', () => {
  const [image] = response.imagingAnalysis;
  if (image === undefined) throw new Error('The example has no photograph');
  const percentOf = (value: 'None' | 'Clinical' | 'Dermoscopic') => {
    const { mediaValidity } = image;
    const modality = { ...mediaValidity.modality, value };
    const changed = {
      ...response,
      imagingAnalysis: [{ ...image, mediaValidity: { ...mediaValidity, modality } }],
    };
    return readAnswer(changed).photos[0]?.validity.modalityPercent;
  };
  const { additionalData } = image.mediaValidity.modality;
  expect(percentOf('Clinical')).toBe(additionalData.aiConfidenceClinical.value);
  expect(percentOf('Dermoscopic')).toBe(additionalData.aiConfidenceDermoscopic.value);
  expect(percentOf('None')).toBe(null);
});

test('keeps an entry without a code, as Non-specific finding comes', () => {
  const conclusion = [
    { code: { coding: null, text: 'Non-specific finding' }, probability: 90, evidence: 'image' as const },
  ];
  expect(readAnswer({ ...response, conclusion }).together.entries[0]).toMatchObject({
    name: 'Non-specific finding',
    icd11: null,
  });
});
