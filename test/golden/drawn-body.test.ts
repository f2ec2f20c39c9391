// SPDX-License-Identifier: Apache-2.0

import { expect, test } from 'vitest';
import sites from '../../src/catalogue/data/body-sites.json' with { type: 'json' };
import { listRegions } from '../../web/src/iframe/body/figure-regions.ts';
import { listRefinements } from '../../web/src/iframe/body/refinements.ts';

const open = sites.filter(({ acceptedAsInput }) => acceptedAsInput).map(({ code }) => code);

test.each(['front', 'back'] as const)(
  '%s: every part is a place that can be photographed, drawn once',
  (view) => {
    const drawn = listRegions(view).map(({ site }) => site);
    expect(drawn.filter((site) => !open.includes(site))).toEqual([]);
    expect(new Set(drawn).size).toBe(drawn.length);
  },
);

test('the person’s right is on the left of the front, and on the right of the back', () => {
  const mirrored = (view: 'front' | 'back', site: string) =>
    listRegions(view).find((region) => region.site === site)?.isMirrored;
  expect([mirrored('front', 'kneeRight'), mirrored('front', 'kneeLeft')]).toEqual([false, true]);
  expect([mirrored('back', 'kneeRight'), mirrored('back', 'kneeLeft')]).toEqual([true, false]);
});

test('whatever is tapped can be said more exactly with places that exist, itself among them', () => {
  const drawn = [...listRegions('front'), ...listRegions('back')].map(({ site }) => site);
  for (const site of drawn) {
    const near = listRefinements(site);
    expect(near.filter((code) => !open.includes(code))).toEqual([]);
    if (near.length > 0) expect(near).toContain(site);
  }
});

test('from a place that is not drawn there is a way back to the others around it', () => {
  for (const site of ['nose', 'soleLeft', 'genital']) expect(listRefinements(site)).toContain(site);
});

test('of a place that several drawn parts share nobody knows which of them was meant', () => {
  for (const site of ['nails', 'axillaRight']) expect(listRefinements(site)).toEqual([]);
});
