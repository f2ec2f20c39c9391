// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { catalogue } from './conditions.ts';
import { createConditionsOfCode } from './conditions-of-code.ts';

const conditionsOfCode = createConditionsOfCode(catalogue);
const named = (code: string) => conditionsOfCode(code).map((each) => [each.code, each.condition.slug]);

describe('the conditions of a code', () => {
  it('are the one of that code', () => {
    expect(named('EA90')).toEqual([['EA90', 'psoriasis']]);
    expect(named('EK90.0')).toEqual([['EK90.0', 'actinicKeratosis']]);
  });

  it('are the unspecified one, under the code of the category', () => {
    expect(named('EH90')).toEqual([['EH90', 'pressureUlcer']]);
  });

  it('are those of its parts where it has none of its own, named ones first', () => {
    expect(named('EE60')).toEqual([
      ['EE60.0', 'keloid'],
      ['EE60.1', 'hypertrophicScar'],
      ['EE60.Y', 'acneKeloidalisNuchae'],
    ]);
  });

  it('are none for a code outside the catalogue', () => {
    expect(named('EB03')).toEqual([]);
  });
});
