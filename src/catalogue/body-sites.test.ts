// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { bodySites } from './body-sites.ts';

const codes = new Set(bodySites.map(({ code }) => code));

/** The whole body is nobody's part; a cycle would never get there. */
function depthOf(code: string, seen = 0): number {
  const parent = bodySites.find((site) => site.code === code)?.parent ?? null;
  if (parent === null || seen > bodySites.length) return seen;
  return depthOf(parent, seen + 1);
}

describe('bodySites', () => {
  it('has 72 sites, each code once, each named in four languages', () => {
    expect(bodySites).toHaveLength(72);
    expect(codes.size).toBe(72);
    expect(bodySites.filter(({ names }) => Object.values(names).some((name) => name === ''))).toEqual([]);
  });

  it.each(['headFront', 'armLeft', 'trunkFront', 'legsBack', 'scalp', 'nails', 'perioral'])(
    'takes the compatible API’s %s',
    (code) => {
      expect(bodySites.find((site) => site.code === code)?.acceptedAsInput).toBe(true);
    },
  );

  it('puts every site within one that exists, and ends at the top', () => {
    expect(bodySites.filter(({ parent }) => parent !== null && !codes.has(parent))).toEqual([]);
    expect(bodySites.filter(({ code }) => depthOf(code) > 5)).toEqual([]);
  });

  it('says left and right where the code does', () => {
    for (const { code, laterality } of bodySites) {
      if (/Left/.test(code)) expect(laterality).toBe('left');
      if (/Right/.test(code)) expect(laterality).toBe('right');
    }
  });
});
