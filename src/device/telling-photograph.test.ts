// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Conclusion } from '../record/diagnosis.ts';
import { chooseTellingPhotograph, type TellablePhotograph } from './telling-photograph.ts';

function photograph(
  score: number,
  probability: number,
  { isValid = true, evidence = 'image' as Conclusion['evidence'] } = {},
): TellablePhotograph {
  return {
    validity: {
      quality: { score, interpretation: 'Good', isAcceptable: isValid },
      domain: { isDermatological: true, skinProbability: 1 },
      modality: { value: 'Clinical', clinicalProbability: 1, dermoscopicProbability: 0 },
      isValid,
      reasons: [],
    },
    conclusions: [
      { condition: 'psoriasis', probability, evidence },
      { condition: 'acne', probability: 1 - probability, evidence: 'image' },
    ],
  };
}

describe('the most telling photograph', () => {
  it('shows the condition most clearly, weighed by its quality', () => {
    const photographs = [photograph(90, 0.4), photograph(60, 0.9), photograph(100, 0.5)];
    expect(chooseTellingPhotograph(photographs, 'psoriasis')).toBe(1);
    expect(chooseTellingPhotograph(photographs, 'acne')).toBe(0);
  });

  it('is a valid one where there is any', () => {
    const photographs = [photograph(100, 1, { isValid: false }), photograph(50, 0.1)];
    expect(chooseTellingPhotograph(photographs, 'psoriasis')).toBe(1);
    expect(chooseTellingPhotograph([photograph(30, 0.2, { isValid: false })], 'psoriasis')).toBe(0);
  });

  it('is the sharpest where no picture speaks for the condition, then the first', () => {
    const prior = [
      photograph(70, 0.2, { evidence: 'prior' }),
      photograph(80, 0.1, { evidence: 'prior' }),
      photograph(80, 0.3, { evidence: 'prior' }),
    ];
    expect(chooseTellingPhotograph(prior, 'psoriasis')).toBe(1);
    expect(chooseTellingPhotograph(prior, 'rosacea')).toBe(1);
  });
});
