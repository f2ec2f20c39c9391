// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireResponse } from '@openderm/contract';
import { ancestorsOf } from '../catalogue/body-site-ancestors.ts';
import type { BodySite } from '../catalogue/body-sites.ts';
import { score } from '../scoring/score.ts';
import type { Form, ScoringSystem } from '../scoring/scoring-system.ts';

/** The example of a system, with the band its score falls into; null for a form that has none. */
export function toWorkedExample(
  system: ScoringSystem,
  form: Form,
  sites: readonly BodySite[],
): QuestionnaireResponse['workedExample'] {
  const { form: identifier, site = null, answers, value, category } = system.example;
  if (identifier !== form.identifier) return null;
  const where = site ?? anySite;
  const { band } = score(system, form, {
    values: answers,
    site: { code: where, ancestors: ancestorsOf(where, sites) },
  });
  return { item: answers, bodySite: site, score: value, category, bandRange: band?.range ?? null };
}

/** Where it does not matter. */
const anySite = 'armLeft';
