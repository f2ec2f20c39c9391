// SPDX-License-Identifier: Apache-2.0
import type { Band } from '../../scoring/scoring-system.ts';
import type { Clinic } from './clinic.ts';
import type { Judged } from './judged.ts';
import { listAnswered } from './questions.ts';

/** A score for programs: codes beside words. */
export function toScoreJson({ system, form, values, site, result }: Judged, clinic: Clinic) {
  const { code, validated, pending, source, licence, formulaText, bands } = system;
  return {
    code,
    form: form.identifier,
    title: clinic.title(system),
    bodySite: site ?? null,
    value: result.value,
    band: result.band === null ? null : toBand(result.band, clinic),
    bands: result.bandTable.map((band) => toBand(band, clinic)),
    bandsBasis: bands?.basis ?? null,
    components: result.components ?? {},
    item: listAnswered(form, values).map(({ question, value }) => ({
      path: question.path,
      text: clinic.question(question),
      value,
      display: clinic.answer(question, value),
    })),
    warnings: (result.warnings ?? []).map((each) => ({ code: each, text: clinic.word(`warning.${each}`) })),
    formula: formulaText,
    source,
    licence,
    validated,
    verification: pending.length > 0 ? 'pending' : 'verified',
    pendingFacts: pending,
  };
}

function toBand({ category, range, intensity }: Band, { word }: Clinic) {
  return { code: category, category: word(`band.${category}`), range, intensity };
}
