// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { createRandom, randomAnswers } from '../../test/fixtures/random-answers.ts';
import { systemForms } from '../../test/fixtures/score-of.ts';
import { siteOf } from '../../test/fixtures/site-of.ts';

/** A number that drifted prints with sixteen digits; no score of these inputs needs more than twelve characters. */
const longestScore = 12;
const inputs = 1_000_000;

it('scores a million random inputs without drift', { timeout: 600_000 }, () => {
  const random = createRandom(20_261_121);
  const site = siteOf('headTop');
  const drifted: string[] = [];
  for (const { form } of systemForms) {
    for (let count = 0; count < inputs / systemForms.length; count += 1) {
      const values = randomAnswers(form.items, random);
      const { value } = form.formula(values, site);
      if (!Number.isFinite(value) || String(value).length > longestScore)
        drifted.push(`${form.identifier}: ${value} for ${JSON.stringify(values)}`);
    }
  }
  expect(drifted).toEqual([]);
});
