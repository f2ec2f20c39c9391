// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';

describe('aihs4', () => {
  it.each([
    [8, 0, 3, 20, 'Intense'],
    [3, 0, 0, 3, 'Mild'],
    [2, 4, 0, 10, 'Moderate'],
    [3, 2, 1, 11, 'Intense'],
  ])('%d nodules, %d abscesses and %d tunnels are %d, %s', (...row) => {
    const [nodule, abscess, drainingTunnel, value, category] = row;
    const score = scoreOf(findForm('aihs4Local'), { nodule, abscess, drainingTunnel });
    expect(score).toMatchObject({ value, warnings: ['notPalpated'] });
    expect(categoryText(score.band)).toBe(category);
  });
});
