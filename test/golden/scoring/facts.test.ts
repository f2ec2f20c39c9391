// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { scoringSystems } from '../../../src/scoring/systems.ts';
import { describeSystem } from './describe-system.ts';
import facts from './facts.json' with { type: 'json' };

/* facts.json pins down what is no formula. Whoever changes a table changes it there too, and names the source in the commit. */
const known: Readonly<Record<string, unknown>> = facts;

describe('the tables of every score', () => {
  it.each(scoringSystems.map((system) => [system.code, system] as const))('%s', (code, system) => {
    expect(describeSystem(system)).toEqual(known[code]);
  });

  it('are of these systems and no others, the reference’s first', () => {
    expect(scoringSystems.map(({ code }) => code)).toEqual(Object.keys(facts));
  });
});
