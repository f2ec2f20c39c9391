// SPDX-License-Identifier: Apache-2.0
import { areaGradeOf } from './area-grade.ts';
import { scaleBands } from './bands.ts';
import { easi, easiBands, easiWeightsAt, regionEasi } from './easi.ts';
import { choice, measure, percentage } from './items.ts';
import { regionOf } from './regions.ts';
import { signs0to3 } from './scales.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * AEASI: EASI of one photographed site. The photograph shows redness, thickness, scratching and lichenification; a person
 * says how much of the site is affected, and how old the patient is.
 */

const items = {
  surface: percentage('sign.surface', { alias: 'area' }),
  patientAge: measure('sign.patientAge', {
    minimum: 0,
    maximum: 150,
    decimals: 0,
    display: 'answer.years',
  }),
  redness: choice('sign.redness', signs0to3, { by: 'seen' }),
  thickness: choice('sign.thickness', signs0to3, { by: 'seen' }),
  scratching: choice('sign.scratching', signs0to3, { by: 'seen' }),
  lichenification: choice('sign.lichenification', signs0to3, { by: 'seen' }),
};

/**
 * Automatic EASI of one site: weighted by its region, so that it is also what the site adds to the EASI of the whole body.
 * Read against the cut-offs of the whole body, as integrations expect, and once more against those times the weight.
 * @source Hanifin and others 2001; the reference's example of an arm, 0.2 × 4 × (2 + 2) = 3.2, mild
 */
export const aeasi: ScoringSystem = {
  code: 'aeasi',
  input: 'photograph',
  source: easi.source,
  licence: easi.licence,
  conditions: ['EA80', 'EA89'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'aeasiLocal',
      mode: 'local',
      items,
      formula({ surface, patientAge, ...signs }, site) {
        const weight = easiWeightsAt(patientAge)[regionOf(site)];
        const surfaceGrade = areaGradeOf(surface);
        const value = regionEasi(weight, surfaceGrade, signs);
        return {
          value,
          components: { surfaceGrade },
          globalScoreContribution: value,
          localBands: scaleBands(easiBands.bands, weight),
        };
      },
    }),
  ],
  formulaText:
    'AEASI = weight × area grade × (redness + thickness + scratching + lichenification); weight 0.1 head, 0.2 arms, 0.3 trunk, 0.4 legs, under eight years 0.2, 0.2, 0.3, 0.3',
  range: '[0, 72]',
  bands: easiBands,
  direction: 'higherIsWorse',
  responses: easi.responses,
  minimalImportantDifference: easi.minimalImportantDifference,
  validated: true,
  pending: ['weights', 'minimalImportantDifference'],
  example: {
    form: 'aeasiLocal',
    site: 'armLeft',
    answers: { surface: 60, patientAge: 40, redness: 2, thickness: 2, scratching: 0, lichenification: 0 },
    value: 3.2,
    category: 'mild',
  },
};
