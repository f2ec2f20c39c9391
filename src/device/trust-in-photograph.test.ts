// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createValidity } from '../../test/fixtures/sample-analyses.ts';
import { trustInPhotograph } from './trust-in-photograph.ts';

const good = createValidity(true);
const notSkin = { isDermatological: false, skinProbability: 0.1 };
const blurred = { score: 20, interpretation: 'Bad', isAcceptable: false } as const;

describe('trustInPhotograph', () => {
  it('trusts a good photograph of skin wholly', () => {
    expect(trustInPhotograph(good)).toBe(1);
  });

  it('trusts a photograph no more than it shows skin', () => {
    expect(trustInPhotograph({ ...good, domain: notSkin })).toBe(0.1);
  });

  it('trusts a bad photograph by its quality', () => {
    expect(trustInPhotograph({ ...good, quality: blurred })).toBe(0.2);
    expect(trustInPhotograph({ ...good, quality: blurred, domain: notSkin })).toBeCloseTo(0.02, 10);
  });
});
