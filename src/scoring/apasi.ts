// SPDX-License-Identifier: Apache-2.0
import { scaleBands } from './bands.ts';
import { choice } from './items.ts';
import { pasi, pasiBands, regionPasi } from './pasi.ts';
import { regionOf, regionWeights } from './regions.ts';
import { areaGrades, signs0to4 } from './scales.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * APASI: PASI of one photographed site. The photograph shows how red, thick and scaly the plaques are; a person says how
 * much of the region they cover, because the picture seldom shows all of it.
 */

const signs = {
  surface: choice('sign.surface', areaGrades, { alias: 'area' }),
  erythema: choice('sign.erythema', signs0to4, { by: 'seen' }),
  induration: choice('sign.induration', signs0to4, { by: 'seen' }),
  desquamation: choice('sign.desquamation', signs0to4, { by: 'seen' }),
};

/**
 * Automatic PASI of one site: weighted by its region, so that it is also what the site adds to the PASI of the whole body,
 * and read against the whole-body cut-offs times the same weight.
 * @source Fredriksson and Pettersson 1978; the reference API's example of a trunk, 0.3 × 3 × (3 + 2 + 2) = 6.3, severe
 */
export const apasi: ScoringSystem = {
  code: 'apasi',
  input: 'photograph',
  source: pasi.source,
  licence: pasi.licence,
  conditions: pasi.conditions,
  sites: null,
  forms: [
    defineForm({
      identifier: 'apasiLocal',
      mode: 'local',
      items: signs,
      formula(values, site) {
        const weight = regionWeights[regionOf(site)];
        const value = regionPasi(weight, values);
        return { value, globalScoreContribution: value, bands: scaleBands(pasiBands.bands, weight) };
      },
    }),
  ],
  formulaText:
    'APASI = weight × area × (erythema + induration + desquamation); weight 0.1 head, 0.2 arms, 0.3 trunk, 0.4 legs',
  range: '[0, 72]',
  bands: pasiBands,
  direction: 'higherIsWorse',
  responses: pasi.responses,
  minimalImportantDifference: pasi.minimalImportantDifference,
  validated: true,
  pending: pasi.pending,
  example: {
    form: 'apasiLocal',
    site: 'armLeft',
    answers: { surface: 4, erythema: 3, induration: 3, desquamation: 3 },
    value: 7.2,
    category: 'severe',
  },
};
