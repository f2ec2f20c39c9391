// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type DrawnSpot, drawSpottedSkin, tones } from '../../../test/fixtures/spotted-skin.ts';
import { lookForSuppuration } from './look-for-suppuration.ts';

const nets = { lesion: null, wound: null, acne: null };
const nodule = { radius: 0.05, blood: 0.25, softness: 0.3 };
const abscess = { radius: 0.08, blood: 0.25, pus: 0.6, softness: 0.3 };
const bloodyAbscess = { radius: 0.08, blood: 0.25, darkMiddle: 0.15, softness: 0.3 };
const tunnel = { radius: 0.05, blood: 0.3, darkMiddle: 0.3, elongation: 3 };

const drawn: Readonly<Record<string, readonly DrawnSpot[]>> = {
  nodule: [
    { x: 0.25, y: 0.25, ...nodule },
    { x: 0.7, y: 0.3, ...nodule },
    { x: 0.45, y: 0.75, ...nodule },
  ],
  abscess: [
    { x: 0.3, y: 0.3, ...abscess },
    { x: 0.7, y: 0.7, ...bloodyAbscess },
  ],
  drainingTunnel: [
    { x: 0.35, y: 0.3, ...tunnel },
    { x: 0.6, y: 0.7, ...tunnel },
  ],
};

function count(spots: readonly DrawnSpot[], more: Partial<Parameters<typeof drawSpottedSkin>[0]> = {}) {
  const tone = tones['medium'] ?? [0, 0, 0];
  const finding = lookForSuppuration({ image: drawSpottedSkin({ sidePx: 256, tone, spots, ...more }), nets });
  const counts = Object.fromEntries(
    Object.entries(finding.figures).map(([name, { value }]) => [name, value]),
  );
  return { finding, counts };
}

const none = { nodule: 0, abscess: 0, drainingTunnel: 0 };

it.each(Object.entries(tones))('tells the three kinds apart on %s skin', (_name, tone) => {
  for (const [kind, spots] of Object.entries(drawn)) {
    for (const light of [1, 0.6]) {
      expect(count(spots, { tone, light }).counts).toEqual({ ...none, [kind]: spots.length });
    }
  }
});

it.each(Object.entries(tones))('finds nothing on bare %s skin', (_name, tone) => {
  expect(count([], { tone }).counts).toEqual(none);
});

it.each([192, 384])('finds the same at %i pixels', (sidePx) => {
  const spots = [...(drawn['nodule'] ?? []).slice(0, 2), { x: 0.3, y: 0.75, ...abscess }];
  expect(count(spots, { sidePx }).counts).toEqual({ nodule: 2, abscess: 1, drainingTunnel: 0 });
});

it('leaves small papules and moles to others', () => {
  expect(count([{ x: 0.5, y: 0.5, radius: 0.012, blood: 0.25 }]).counts).toEqual(none);
  expect(count([{ x: 0.5, y: 0.5, radius: 0.06, blood: 0, darkMiddle: 0.4 }]).counts).toEqual(none);
});

it('stays modest, the more so the fainter the swelling', () => {
  const [faint = 0, clear = 0] = [0.12, 0.3].map((blood) => {
    const { finding } = count([{ x: 0.5, y: 0.5, ...nodule, blood }]);
    expect(finding).toMatchObject({ signs: {}, masks: [], drawing: 'annotation' });
    return finding.figures['nodule']?.confidence ?? 0;
  });
  expect(faint).toBeGreaterThan(0);
  expect(faint).toBeLessThan(clear);
  expect(clear).toBeLessThanOrEqual(0.6);
});

it.each([1, 2, 9, 17])('survives a picture of %i pixels', (sidePx) => {
  expect(Object.keys(count(drawn['abscess'] ?? [], { sidePx }).counts)).toEqual(Object.keys(none));
});
