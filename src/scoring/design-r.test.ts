// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findForm, scoreOf } from '../../test/fixtures/score-of.ts';

const designR = findForm('designR');
const counted = { exudate: 3, size: 6, inflammation: 1, granulation: 3, necrotic: 3, pocket: 0 };

describe('DESIGN-R', () => {
  it.each([[{ depth: 0 }], [{ depth: 5 }], [{ depthNotCounted: 3 }], [{}]])(
    'is the same whatever the depth: %j',
    (depth) => {
      expect(scoreOf(designR, { ...depth, ...counted }).value).toBe(16);
    },
  );

  it('reaches 66', () => {
    const worst = { exudate: 6, size: 15, inflammation: 9, granulation: 6, necrotic: 6, pocket: 24 };
    expect(scoreOf(designR, { depth: 5, ...worst }).value).toBe(66);
  });

  it('has no points between those of its parts', () => {
    expect(() => scoreOf(designR, { ...counted, exudate: 2 })).toThrow('notAllowed');
  });
});
