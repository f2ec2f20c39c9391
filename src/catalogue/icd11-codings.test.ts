// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { catalogue } from './conditions.ts';
import { icd11Codings } from './icd11-codings.ts';

const codingsOf = (slug: string) =>
  catalogue.conditions.filter((each) => each.slug === slug).flatMap(icd11Codings);

describe('icd11Codings', () => {
  it('gives the code and the title as they are', () => {
    expect(codingsOf('psoriasis')).toEqual([{ code: 'EA90', title: 'Psoriasis' }]);
    expect(codingsOf('fibrousPapuleOfTheFace')).toHaveLength(1);
  });

  it('takes two joined codes apart, each with its own title', () => {
    expect(codingsOf('palmoplantarPsoriasis')).toEqual([
      { code: 'EA90.42', title: 'Palmoplantar pustulosis' },
      { code: 'EA90.5Y', title: 'Psoriasis of other specified site or distribution' },
    ]);
  });

  it('has none for Non-specific finding', () => {
    expect(codingsOf('nonSpecificFinding')).toEqual([]);
  });

  it('never lets a joined code through', () => {
    const codes = catalogue.conditions.flatMap(icd11Codings).map(({ code }) => code);
    expect(codes.filter((code) => !/^[0-9A-Z]{4}(\.[0-9A-Z]{1,3})?$/.test(code))).toEqual([]);
  });
});
