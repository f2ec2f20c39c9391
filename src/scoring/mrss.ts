// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, type Option } from './items.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * mRSS: how thick the skin of systemic sclerosis is at 17 sites, felt with the fingers, never read off a photograph. 0
 * (normal) to 51. Nobody published bands.
 */

const source = {
  citation:
    'Clements P, Lachenbruch P, Seibold J, et al. Inter and intraobserver variability of total skin thickness score (modified Rodnan TSS) in systemic sclerosis. J Rheumatol 1995;22:1281-1285.',
};

/** @source Clements and others 1995 */
const thickness: readonly Option[] = [
  { value: 0, label: 'mrss.answer.thickness.0' },
  { value: 1, label: 'mrss.answer.thickness.1' },
  { value: 2, label: 'mrss.answer.thickness.2' },
  { value: 3, label: 'mrss.answer.thickness.3' },
];

const at = (site: string) => choice(`mrss.item.${site}`, thickness);

const items = {
  rightFingers: at('rightFingers'),
  leftFingers: at('leftFingers'),
  rightHand: at('rightHand'),
  leftHand: at('leftHand'),
  rightForearm: at('rightForearm'),
  leftForearm: at('leftForearm'),
  rightUpperArm: at('rightUpperArm'),
  leftUpperArm: at('leftUpperArm'),
  face: at('face'),
  chest: at('chest'),
  abdomen: at('abdomen'),
  rightThigh: at('rightThigh'),
  leftThigh: at('leftThigh'),
  rightLowerLeg: at('rightLowerLeg'),
  leftLowerLeg: at('leftLowerLeg'),
  rightFoot: at('rightFoot'),
  leftFoot: at('leftFoot'),
};

/**
 * Modified Rodnan Skin Score: the sum of 17 sites.
 * @source Clements and others 1995; minimal important difference about 3 to 5, of which the upper end is taken so that no
 * change is called important too early
 */
export const mrss: ScoringSystem = {
  code: 'mrss',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['4A42'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'mrss',
      mode: 'global',
      items,
      formula: (sites) => ({ value: sum(Object.values(sites)) }),
    }),
  ],
  formulaText: 'The sum of the skin thickness 0-3 at 17 sites',
  range: '[0, 51]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: {
    points: 5,
    source: {
      citation:
        'Khanna D, Furst DE, Hays RD, et al. Minimally important difference in diffuse systemic sclerosis: results from the D-penicillamine study. Ann Rheum Dis 2006;65:1325-1329.',
    },
  },
  validated: true,
  pending: ['items', 'minimalImportantDifference'],
  example: {
    form: 'mrss',
    answers: {
      rightFingers: 2,
      leftFingers: 2,
      rightHand: 1,
      leftHand: 1,
      rightForearm: 1,
      leftForearm: 1,
      rightUpperArm: 0,
      leftUpperArm: 0,
      face: 1,
      chest: 0,
      abdomen: 0,
      rightThigh: 0,
      leftThigh: 0,
      rightLowerLeg: 0,
      leftLowerLeg: 0,
      rightFoot: 1,
      leftFoot: 1,
    },
    value: 11,
    category: null,
  },
};
