// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { drawPlain } from '../../test/fixtures/skin-picture.ts';
import { decodeImage } from './decode-image.ts';
import { drawHeatMaps } from './heat-map.ts';

const sideCells = 7;

/** A net that saw most evidence against a condition in the middle, and hardly different amounts around it. */
const hollow = Float32Array.from({ length: sideCells * sideCells }, (_, cell) => {
  const x = (cell % sideCells) - 3;
  const y = Math.floor(cell / sideCells) - 3;
  return Math.abs(x) <= 1 && Math.abs(y) <= 1 ? -100 : (x + y) / 10;
});

describe('a map with one deep hollow', () => {
  it('is painted as a slope, not in bands', async () => {
    const maps = { values: hollow, widthCells: sideCells, heightCells: sideCells, rowOfLabel: () => 0 };
    const [map] = await drawHeatMaps(drawPlain(224, 224, [128, 128, 128]), maps, [
      { condition: 'a', row: 0 },
    ]);
    const { working } = await decodeImage(map?.image.jpeg ?? new Uint8Array(), {
      maxPixels: 1e6,
      neededPx: 224,
    });
    const greens = new Set(working.pixelsHwc.filter((_, at) => at % 3 === 1));
    // In bands, JPEG rounding between them makes 59 shades; the slope has 108.
    expect(greens.size).toBeGreaterThan(85);
  });
});
