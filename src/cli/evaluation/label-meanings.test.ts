// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Catalogue, Condition } from '../../catalogue/catalogue.ts';
import { resolveLabels } from './label-meanings.ts';

function condition(slug: string, text: string, code: string): Condition {
  return {
    slug,
    text,
    icd11: { code, title: text },
    names: { en: text, es: text, fr: text, de: text },
    synonyms: slug === 'melanoma' ? ['Cutaneous melanoma'] : [],
    category: 'benignTumour',
    flags: { malignant: false, pigmented: false, urgent: false, highPriority: false },
    flagBasis: { malignancy: 'benign', urgency: 'routine', urgencyRationale: 'benignOrCosmetic' },
    priorTier: 'common',
    priorSource: 'assumed',
  };
}

const conditions = [
  condition('melanoma', 'Melanoma', '2C30'),
  condition('actinicKeratosis', 'Actinic keratosis', 'EK90.0'),
  condition('actinicCheilitis', 'Actinic cheilitis', 'EK90.0'),
];
const catalogue: Catalogue = {
  version: 'test',
  conditions,
  find: (slug) => conditions.find((each) => each.slug === slug),
};
const meaningOf = (label: string, map = {}) => resolveLabels([label], catalogue, map).meanings.get(label);

describe('resolveLabels', () => {
  it.each(['actinicKeratosis', 'Actinic keratosis', 'actinic_keratosis', 'ACTINIC-KERATOSIS'])(
    'reads %s however it is spelled',
    (label) => {
      expect(meaningOf(label)).toEqual({ kind: 'condition', conditions: ['actinicKeratosis'] });
    },
  );

  it('reads synonyms, and codes with all conditions that share them', () => {
    expect(meaningOf('Cutaneous melanoma')).toEqual({ kind: 'condition', conditions: ['melanoma'] });
    expect(meaningOf('EK90.0')).toEqual({
      kind: 'condition',
      conditions: ['actinicKeratosis', 'actinicCheilitis'],
    });
  });

  it('reads the abbreviations of public sets', () => {
    expect(meaningOf('df')).toEqual({ kind: 'condition', conditions: ['dermatofibroma'] });
    expect(meaningOf('not_skin')).toEqual({ kind: 'notSkin' });
  });

  it("lets the user's own table decide first", () => {
    expect(meaningOf('df', { df: '2C30' })).toEqual({ kind: 'condition', conditions: ['melanoma'] });
    expect(meaningOf('x7', { x7: ['melanoma', 'actinicKeratosis'] })).toEqual({
      kind: 'condition',
      conditions: ['melanoma', 'actinicKeratosis'],
    });
    expect(meaningOf('junk', { junk: null })).toEqual({ kind: 'ignored' });
  });

  it('refuses what it does not know and says what comes near', () => {
    const { meanings, unknown } = resolveLabels(['actinic keratoses', 'qqq'], catalogue);
    expect(meanings.size).toBe(0);
    expect(unknown).toEqual([
      { label: 'actinic keratoses', suggestions: ['actinicKeratosis', 'actinicCheilitis'] },
      { label: 'qqq', suggestions: [] },
    ]);
  });

  it('refuses a table entry that names nothing', () => {
    expect(resolveLabels(['x7'], catalogue, { x7: ['melanoma', 'nonsense'] }).unknown).toHaveLength(1);
  });
});
