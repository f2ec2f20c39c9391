// SPDX-License-Identifier: Apache-2.0
import type { Item, Items } from '../../../src/scoring/items.ts';
import type { ScoringSystem } from '../../../src/scoring/scoring-system.ts';

/** Everything of a system that is no sentence and no formula: what facts.json pins down. */
export function describeSystem(system: ScoringSystem): object {
  const { forms, bands, licence, minimalImportantDifference } = system;
  return {
    input: system.input,
    conditions: system.conditions,
    sites: system.sites,
    range: system.range,
    direction: system.direction,
    validated: system.validated,
    pending: system.pending,
    licence: [licence.terms, licence.holder],
    bandsBasis: bands?.basis ?? null,
    bands: bands?.bands.map(({ range, category, intensity }) => `${range} ${category} ${intensity}`) ?? [],
    responses: system.responses.map(({ name, reductionPercent }) => `${name} ${reductionPercent}`),
    minimalImportantDifference: minimalImportantDifference?.points ?? null,
    forms: Object.fromEntries(
      forms.map(({ identifier, mode, atLeastOne, items }) => [
        identifier,
        { mode, ...(atLeastOne && { atLeastOne }), items: describeItems(items) },
      ]),
    ),
  };
}

function describeItems(items: Items): object {
  return Object.fromEntries(Object.entries(items).map(([code, item]) => [code, describeItem(item)]));
}

/** A line for a question, an object for a group of them. */
function describeItem(item: Item): string | object {
  const optional = item.required ? '' : ' (optional)';
  if (item.kind === 'group') return { [`${item.label}${optional}`]: describeItems(item.items) };
  const alias = item.alias === undefined ? '' : ` alias ${item.alias}`;
  const answers =
    item.kind === 'choice'
      ? item.options.map(({ value, label }) => `${value} ${label}`).join(', ')
      : `${item.minimum} to ${item.maximum ?? '∞'}, ${item.decimals} decimals, ${item.display}`;
  return `${item.label}${optional}${alias}, ${item.by}: ${answers}`;
}
