// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { bodySites } from './body-sites.ts';
import names from './data/body-site-names.json' with { type: 'json' };

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

  it('has names in further languages for sites, each a text of its own', () => {
    const further = bodySites.flatMap(({ furtherNames }) => Object.entries(furtherNames));
    expect(further.length).toBeGreaterThan(300);
    expect(new Set(further.map(([locale]) => locale))).toEqual(
      new Set(['pt_BR', 'it_IT', 'bg_BG', 'pl_PL', 'ko_KO', 'ca_ES']),
    );
    expect(further.filter(([, name]) => name.trim() !== name || name === '')).toEqual([]);
    const known = Object.keys(names).filter((code) => !codes.has(code));
    expect(known, 'data/body-site-names.json names sites that do not exist').toEqual([]);
  });

  it('writes Bulgarian and Korean in their own letters', () => {
    for (const { furtherNames } of bodySites) {
      expect(furtherNames.bg_BG ?? 'а').toMatch(/^[\p{Script=Cyrillic} ]+$/u);
      expect(furtherNames.ko_KO ?? '가').toMatch(/^[\p{Script=Hangul} ]+$/u);
    }
  });

  it('tells left from right in every language', () => {
    const pairs = bodySites.filter(({ laterality }) => laterality === 'left');
    for (const left of pairs) {
      const right = bodySites.find(({ code }) => code === left.code.replace('Left', 'Right'));
      expect(Object.keys(right?.furtherNames ?? {})).toEqual(Object.keys(left.furtherNames));
      for (const [locale, name] of Object.entries({ ...left.names, ...left.furtherNames })) {
        expect(name).not.toBe({ ...right?.names, ...right?.furtherNames }[locale]);
      }
    }
  });
});
