// SPDX-License-Identifier: Apache-2.0
import type { ClinicalSignResponse, ClinicalSignsResponse } from '@openderm/contract';
import type { ClinicalSign } from '../catalogue/clinical-signs.ts';
import type { Items, Leaf } from '../scoring/items.ts';
import type { Form, ScoringSystem } from '../scoring/scoring-system.ts';
import { toWireNames } from './wire-names.ts';
import type { Asked, Wording } from './wording.ts';

export interface ClinicalSignSources {
  readonly signs: readonly ClinicalSign[];
  readonly systems: readonly ScoringSystem[];
  readonly wording: Wording;
}

/** Every clinical sign with its names, and who asks for it on which scale. */
export function toClinicalSignList({ signs, systems, wording }: ClinicalSignSources): ClinicalSignsResponse {
  const uses = systems.flatMap(({ code, forms }) => listUses(code, forms));
  return signs.map(({ code, names, definitions }) => ({
    code,
    name: toWireNames(names),
    definition: toWireNames(definitions),
    scoringSystem: toUsers(
      uses.filter(({ asked }) => asked.item.label === `sign.${code}`),
      wording,
    ),
  }));
}

type User = ClinicalSignResponse['scoringSystem'][number];

interface Use {
  readonly system: string;
  readonly asked: Asked<Leaf>;
}

function listUses(system: string, forms: readonly Form[]): readonly Use[] {
  return forms.flatMap(({ identifier, items }) =>
    listLeaves(items).map((leaf): Use => ({ system, asked: { form: identifier, ...leaf } })),
  );
}

function listLeaves(
  items: Items,
  above: readonly string[] = [],
): readonly Pick<Asked<Leaf>, 'path' | 'item'>[] {
  return Object.entries(items).flatMap(([code, item]) => {
    const path = [...above, code];
    return item.kind === 'group' ? listLeaves(item.items, path) : [{ path, item }];
  });
}

/** One entry for each system and scale: most systems ask for a sign in several places in the same way. */
function toUsers(uses: readonly Use[], wording: Wording): User[] {
  const users = new Map<string, User>();
  for (const { system, asked } of uses) {
    const scale = toScale(asked, wording);
    const place = asked.path.join('.');
    const key = JSON.stringify([system, scale]);
    const known = users.get(key);
    if (known === undefined) users.set(key, { code: system, item: [place], scale });
    else if (!known.item.includes(place)) known.item.push(place);
  }
  return [...users.values()];
}

function toScale(asked: Asked<Leaf>, wording: Wording): User['scale'] {
  const { item } = asked;
  if (item.kind === 'measure') {
    const { minimum, maximum, decimals } = item;
    return { type: decimals === 0 ? 'integer' : 'decimal', minimum, maximum, allowedValues: null };
  }
  const values = item.options.map(({ value }) => value);
  return {
    type: 'choice',
    minimum: Math.min(...values),
    maximum: Math.max(...values),
    allowedValues: values.map((value) => ({ value, label: toWireNames(wording.answer(asked, value)) })),
  };
}
