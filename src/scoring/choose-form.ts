// SPDX-License-Identifier: Apache-2.0
import type { Form, ScoringSystem } from './scoring-system.ts';

/** The form that answers were meant for: the one that knows most of their codes; the first, when none is better. */
export function chooseForm({ code, forms }: ScoringSystem, answers: unknown): Form {
  const given = typeof answers === 'object' && answers !== null ? Object.keys(answers) : [];
  const known = (form: Form) => given.filter((each) => Object.hasOwn(form.items, each)).length;
  const [first, ...others] = forms;
  if (first === undefined) throw new Error(`${code} has no form`);
  return others.reduce((best, form) => (known(form) > known(best) ? form : best), first);
}
