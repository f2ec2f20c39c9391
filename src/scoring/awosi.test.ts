// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { awosi } from './awosi.ts';

const form = findForm('awosiLocal');
const nothing = Object.fromEntries(Object.keys(form.form.items).map((item) => [item, 0]));

function scoreWith(...items: readonly string[]) {
  const score = scoreOf(form, { ...nothing, ...Object.fromEntries(items.map((item) => [item, 1])) });
  return [score.value, categoryText(score.band)];
}

describe('awosi', () => {
  it('has the 24 items of the contract', () => {
    expect(Object.keys(nothing)).toHaveLength(24);
    expect(Object.keys(awosi.example.answers).sort()).toEqual(Object.keys(nothing).sort());
  });

  it.each([
    ['bordersIndistinguishable', 0, 'None'],
    ['bordersDiffused', 1, 'Stage 1'],
    ['bordersDelimited', 2, 'Stage 1'],
    ['bordersDamaged', 3, 'Stage 1'],
    ['bordersThickened', 4, 'Stage 1'],
    ['affectedTissueHealedSkin', 0, 'None'],
    ['affectedTissueDermisEpidermis', 1, 'Stage 2'],
    ['affectedTissueSubcutaneous', 2, 'Stage 3'],
    ['affectedTissueMuscle', 3, 'Stage 4'],
    ['affectedTissueBoneAndOrAdjacent', 4, 'Stage 4'],
    ['tissueInWoundBedScarred', 0, 'None'],
    ['tissueInWoundBedEpithelia', 1, 'Stage 1'],
    ['tissueInWoundBedGranulation', 2, 'Stage 1'],
    ['tissueInWoundBedSlough', 3, 'Stage 1'],
    ['tissueInWoundBedNecrotic', 4, 'Stage 1'],
    ['exudationFibrinous', 1, 'Stage 1'],
    ['exudationSerous', 1, 'Stage 1'],
    ['exudationBloody', 1, 'Stage 1'],
    ['exudationPurulent', 2, 'Stage 1'],
    ['exudationGreenish', 2, 'Stage 1'],
    ['erythema', 1, 'Stage 1'],
    ['perilesionalErythema', 1, 'Stage 1'],
    ['perilesionalMaceration', 1, 'Stage 1'],
    ['biofilmCompatibleTissue', 1, 'Stage 1'],
  ])('counts %s as %d, %s', (item, value, category) => {
    expect(scoreWith(item)).toEqual([value, category]);
  });

  it('counts the worst finding of a kind, not each', () => {
    expect(scoreWith('bordersDelimited', 'bordersThickened', 'bordersDiffused')).toEqual([4, 'Stage 1']);
    expect(scoreWith('affectedTissueDermisEpidermis', 'affectedTissueSubcutaneous')).toEqual([2, 'Stage 3']);
    expect(scoreWith('erythema', 'perilesionalErythema')).toEqual([1, 'Stage 1']);
  });

  it('does not count erythema by its grade', () => {
    expect(scoreOf(form, { ...nothing, erythema: 4 }).value).toBe(1);
  });

  it('reaches 17 where everything is seen', () => {
    expect(scoreWith(...Object.keys(nothing))).toEqual([17, 'Stage 4']);
  });
});
