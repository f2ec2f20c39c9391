// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { foldSpelling } from './fold-spelling.ts';

describe('foldSpelling', () => {
  it.each([
    [['Naevus', 'nevus', 'Nævus', 'Nävus', 'NEVUS']],
    [['Haemangioma', 'hemangioma', 'Hämangioma']],
    [['Oedema', 'edema', 'œdema', 'Ödema']],
    [['Generalised', 'generalized']],
    [['Tumour', 'tumor']],
    [['Fußekzem', 'Fussekzem']],
    [['Acné', 'acne', ' A-C.N E ']],
    [['Gürtelrose', 'Guertelrose']],
  ])('makes one of %j', (spellings) => {
    expect(new Set(spellings.map(foldSpelling)).size).toBe(1);
  });

  it('keeps different names apart', () => {
    expect(foldSpelling('erythema')).not.toBe(foldSpelling('ecthyma'));
    expect(foldSpelling('')).toBe('');
  });
});
