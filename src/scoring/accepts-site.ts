// SPDX-License-Identifier: Apache-2.0
import type { Items, ValueTree } from './items.ts';
import { type Form, type Outcome, type ScoringSystem, type Site, SiteError } from './scoring-system.ts';

/** Whether a form can be scored on a body site: it is one of the system's, and the formula has a place for it. */
export function acceptsSite({ sites }: ScoringSystem, form: Form, site: Site): boolean {
  const isNamed = sites === null || [site.code, ...site.ancestors].some((code) => sites.includes(code));
  return isNamed && leastOutcome(form, site) !== undefined;
}

/** Whether the score is read against bands of the site's own. */
export function scalesBands(form: Form, site: Site): boolean {
  return leastOutcome(form, site)?.bands !== undefined;
}

function leastOutcome(form: Form, site: Site): Outcome | undefined {
  try {
    return form.formula(lowestAnswers(form.items), site);
  } catch (error) {
    if (error instanceof SiteError) return undefined;
    throw error;
  }
}

/** Every question answered with the least: which sites a formula knows does not depend on the answers. */
export function lowestAnswers(items: Items): ValueTree {
  return Object.fromEntries(
    Object.entries(items).map(([code, item]) => {
      if (item.kind === 'group') return [code, lowestAnswers(item.items)];
      return [code, item.kind === 'measure' ? item.minimum : item.options[0]?.value];
    }),
  );
}
