// SPDX-License-Identifier: Apache-2.0
import type { Evolution, PatientEvolution } from '@openderm/contract';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { word } from '../catalogue/words.ts';
import type { AssessedScore } from '../record/severity-assessment.ts';
import { score } from '../scoring/score.ts';
import type { Form, ScoringSystem, Site } from '../scoring/scoring-system.ts';
import { toEvolutionItems } from './evolution-items.ts';
import { toScoreBlock } from './score-block.ts';
import { toScoreChange } from './score-change.ts';
import type { Wording } from './wording.ts';

/** What scores are shown with. */
export interface EvolutionContext {
  readonly systems: readonly ScoringSystem[];
  readonly wording: Wording;
  readonly site: Site;
  readonly locale: CatalogueLocale;
}

/** Every scoring system by its code, null unless it was scored: existing clients look each of them up. */
export function toPatientEvolution(
  scores: readonly AssessedScore[],
  context: EvolutionContext,
): PatientEvolution {
  const entries = context.systems.map((system): [string, Evolution | null] => {
    const assessed = scores.find(({ code }) => code === system.code);
    return [system.code, assessed === undefined ? null : toEvolution(system, assessed, context)];
  });
  return Object.fromEntries(entries);
}

function toEvolution(
  system: ScoringSystem,
  assessed: AssessedScore,
  { wording, site, locale }: EvolutionContext,
): Evolution {
  const form = findForm(system, assessed.form);
  // Counted once more: its bands depend on the site, and records keep no words.
  const counted = score(system, form, { values: assessed.answers, site });
  return {
    score: toScoreBlock(system, counted, locale),
    item: toEvolutionItems(form.items, assessed.answers, { form: form.identifier, wording, locale }),
    media: { attachment: null, detection: [] },
    form: form.identifier,
    validated: system.validated,
    verification: system.pending.length > 0 ? 'pending' : 'verified',
    pendingFacts: [...system.pending],
    warnings: assessed.warnings.map((code) => ({ code, text: word(`warning.${code}`, locale) })),
    reduction: assessed.change?.reductionPercent ?? null,
    change: assessed.change === null ? null : toScoreChange(assessed.change),
  };
}

function findForm({ code, forms }: ScoringSystem, identifier: string): Form {
  const form = forms.find((each) => each.identifier === identifier);
  if (form === undefined) throw new Error(`Expected ${code} to have a form ${identifier}`);
  return form;
}
