// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { outlineFigures } from './outline-figures.ts';

const half = { both: 10, found: 20, drawn: 20, all: 100 };
const right = { both: 20, found: 20, drawn: 20, all: 100 };
const missed = { both: 0, found: 0, drawn: 20, all: 100 };
const alarm = { both: 0, found: 30, drawn: 0, all: 100 };

describe('outlineFigures', () => {
  it('gives the mean overlap of the pictures in which something was drawn', () => {
    const { dice, jaccard } = outlineFigures([half, right, missed, alarm], ['a', 'b', 'c', 'd']);
    expect(dice).toMatchObject({ n: 3, value: (0.5 + 1 + 0) / 3 });
    expect(jaccard?.value).toBeCloseTo((1 / 3 + 1 + 0) / 3);
  });

  it('says how much was outlined where there is nothing', () => {
    const figures = outlineFigures([right, alarm], ['a', 'b']);
    expect(figures['outlinedWhereNothingIs']).toMatchObject({ n: 1, value: 0.3 });
    expect(outlineFigures([right], ['a'])).not.toHaveProperty('outlinedWhereNothingIs');
  });
});
