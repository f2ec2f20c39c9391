// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { lookForWound } from './look-for-wound.ts';

type Rgb = readonly [number, number, number];

const side = 200;
const radius = 36;

interface Scene {
  readonly skin?: Rgb;
  readonly bed?: Rgb;
  /** Colour of the skin next to the wound. */
  readonly ring?: Rgb;
  readonly hasNet?: boolean;
}

/** Skin with a round wound in the middle and a ring around it. */
function read({ skin = [205, 160, 132], bed = skin, ring = skin, hasNet = true }: Scene) {
  const pixelsHwc = new Uint8Array(3 * side * side);
  const values = new Uint8Array(side * side);
  for (let at = 0; at < side * side; at++) {
    const away = Math.hypot((at % side) - side / 2, Math.floor(at / side) - side / 2);
    const colour = away < radius ? bed : away < radius + 12 ? ring : skin;
    pixelsHwc.set(colour, 3 * at);
    values[at] = away < radius && bed !== skin ? 250 : 0;
  }
  const wound = hasNet ? { values, widthPx: side, heightPx: side } : null;
  const image = { pixelsHwc, widthPx: side, heightPx: side };
  return lookForWound({ image, nets: { lesion: null, wound, acne: null } });
}

const red: Rgb = [165, 45, 42];

describe('lookForWound', () => {
  const beds: readonly (readonly [string, string, Rgb])[] = [
    ['tissueInWoundBedGranulation', 'angiogenesisAndGranulatedTissueMask', red],
    ['tissueInWoundBedSlough', 'biofilmAndSloughMask', [205, 178, 112]],
    ['tissueInWoundBedNecrotic', 'necrosisMask', [36, 30, 27]],
    ['biofilmCompatibleTissue', 'biofilmAndSloughMask', [150, 165, 90]],
    ['affectedTissueBoneAndOrAdjacent', 'boneCartilageOrTendonMask', [236, 228, 206]],
  ];

  it.each(beds)('sees %s and draws it', (item, stem, bed) => {
    const { figures, masks } = read({ bed });
    expect(figures[item]?.value).toBeGreaterThan(0.5);
    const drawn = masks.find((mask) => mask.stem === stem)?.mask.values.filter((value) => value >= 128);
    expect(drawn?.length).toBeGreaterThan(0.8 * Math.PI * radius * radius);
  });

  it('grades redness of the skin around, rising', () => {
    const rings: readonly Rgb[] = [
      [205, 160, 132],
      [205, 140, 118],
      [205, 115, 100],
    ];
    const levels = rings.map((ring) => read({ bed: red, ring }).signs['erythema']?.value ?? 0);
    expect(levels[0]).toBeLessThan(0.05);
    expect(levels[1]).toBeGreaterThan(levels[0] ?? 0);
    expect(levels[2]).toBeGreaterThan(levels[1] ?? 0);
  });

  it('sees a soaked white rim', () => {
    const soaked = read({ bed: red, ring: [240, 230, 222] }).figures['perilesionalMaceration'];
    expect(soaked?.value).toBeGreaterThan(0.5);
    expect(read({ bed: red }).figures['perilesionalMaceration']?.value).toBe(0);
  });

  it('names one border', () => {
    const { figures } = read({ bed: red });
    expect(figures['bordersDelimited']?.value).toBeGreaterThan(0.5);
    expect(figures['bordersDiffused']?.value).toBeLessThan(0.5);
    expect(figures['bordersIndistinguishable']?.value).toBeLessThan(0.5);
  });

  it('finds a red wound by colour where there is no net, and is less sure', () => {
    const seen = read({ bed: red, hasNet: false });
    const learned = read({ bed: red });
    const item = 'tissueInWoundBedGranulation';
    expect(seen.figures[item]?.value).toBeGreaterThan(0.5);
    expect(seen.figures[item]?.confidence).toBeLessThan(learned.figures[item]?.confidence ?? 0);
  });

  it('calls unbroken skin healed and draws nothing', () => {
    for (const hasNet of [true, false]) {
      const { figures, masks } = read({ hasNet });
      expect(figures['affectedTissueHealedSkin']?.value).toBe(1);
      expect(Object.values(figures).filter(({ value }) => value > 0)).toHaveLength(1);
      expect(Object.keys(figures)).toHaveLength(23);
      expect(masks).toHaveLength(8);
      expect(masks.every(({ mask }) => mask.values.every((value) => value < 128))).toBe(true);
    }
  });

  it('is hardly sure of anything where there is no skin', () => {
    const { signs } = read({ skin: [60, 110, 190], hasNet: false });
    expect(signs['erythema']?.confidence).toBeLessThan(0.1);
  });
});
