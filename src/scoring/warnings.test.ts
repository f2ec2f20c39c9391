// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findForm, scoreOf } from '../../test/fixtures/score-of.ts';

/** The example of a form, with some answers changed. */
function warningsOf(identifier: string, changed: Readonly<Record<string, unknown>>): readonly string[] {
  const found = findForm(identifier);
  const answers = { ...found.system.example.answers, ...changed };
  return scoreOf(found, answers, found.system.example.site).warnings ?? [];
}

describe('warnings of a score', () => {
  it('tell of shortness of breath, and of nothing where there is none', () => {
    expect(warningsOf('scovid', { shortnessOfBreath: 1 })).toEqual(['shortnessOfBreath']);
    expect(warningsOf('scovid', { shortnessOfBreath: 0 })).toEqual([]);
  });

  it('tell of a sign of infection that was graded, which counts once', () => {
    expect(warningsOf('resvech', { biofilmCompatibleTissue: 2 })).toEqual(['infectionSignAboveOne']);
    expect(warningsOf('resvech', { biofilmCompatibleTissue: 1 })).toEqual([]);
  });

  it('tell of more skin than a face has', () => {
    const patch = { bsaPercent: 3, depigmentation: 0.5 };
    const warned = (answers: unknown) => scoreOf(findForm('fvasi'), answers, 'faceFront').warnings;
    expect(warned({ patch1: patch })).toEqual([]);
    expect(warned({ patch1: patch, patch2: patch, patch3: patch })).toEqual(['moreSkinThanAFace']);
  });

  it.each(['gppasi', 'gppga'])('tell that %s counts no fever and no blood', (identifier) => {
    expect(warningsOf(identifier, {})).toEqual(['systemicSignsNotCounted']);
  });

  it('tell that a low checklist does not rule a melanoma out', () => {
    expect(warningsOf('sevenPc', {})).toContain('doesNotExcludeMelanoma');
  });
});
