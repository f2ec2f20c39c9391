// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { ancestorsOf, childrenOf } from './body-site-ancestors.ts';
import { bodySites } from './body-sites.ts';

describe('the hierarchy of body sites', () => {
  it('goes up to the whole body, nearest first', () => {
    expect(ancestorsOf('trunkFront', bodySites)).toEqual(['trunk', 'wholeBody']);
    expect(ancestorsOf('wholeBody', bodySites)).toEqual([]);
    expect(ancestorsOf('nowhere', bodySites)).toEqual([]);
  });

  it('goes down one step', () => {
    expect(childrenOf('wholeBody', bodySites)).toEqual(
      expect.arrayContaining(['headNeck', 'upperLimbs', 'trunk', 'lowerLimbs']),
    );
    expect(childrenOf('trunkFront', bodySites)).not.toContain('trunk');
  });

  it('has each site but the topmost below exactly one other', () => {
    const below = bodySites.flatMap(({ code }) => childrenOf(code, bodySites));
    const parted = bodySites.filter(({ parent }) => parent !== null).map(({ code }) => code);
    expect(below.toSorted()).toEqual(parted.toSorted());
  });
});
