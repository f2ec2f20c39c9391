// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { disturbances } from './disturbances.ts';

const photo = await readFile(join(import.meta.dirname, '../../examples/photos/melanoma-1.jpg'));
const original = await sharp(photo).metadata();

const changed = async (name: string) => {
  const found = disturbances.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no disturbance ${name}`);
  return sharp(await found.apply(photo));
};

const meanOf = async (picture: Sharp) => {
  const { channels } = await picture.stats();
  return channels.reduce((sum, { mean }) => sum + mean, 0) / channels.length;
};

describe('disturbances', () => {
  it('have names of their own and give a picture each', async () => {
    expect(new Set(disturbances.map(({ name }) => name)).size).toBe(disturbances.length);
    const formats = await Promise.all(
      disturbances.map(async ({ name }) => (await (await changed(name)).metadata()).format),
    );
    expect(new Set(formats)).toEqual(new Set(['jpeg', 'png']));
  });

  it('keep, turn, halve, double and crop the frame', async () => {
    const { width, height } = original;
    const sizeOf = async (name: string) => {
      const { info } = await (await changed(name)).toBuffer({ resolveWithObject: true });
      return [info.width, info.height];
    };
    expect(await sizeOf('tilted 15 degrees')).toEqual([width, height]);
    expect(await sizeOf('turned 90 degrees')).toEqual([height, width]);
    expect(await sizeOf('rescaled 0.5 x')).toEqual([Math.round(width / 2), Math.round(height / 2)]);
    expect(await sizeOf('rescaled 2 x')).toEqual([2 * width, 2 * height]);
    expect(await sizeOf('middle 80 %')).toEqual([Math.round(0.8 * width), Math.round(0.8 * height)]);
  });

  it('fill the corners of a tilted picture with skin, not with black', async () => {
    const corner = (await changed('tilted 15 degrees')).extract({ left: 0, top: 0, width: 8, height: 8 });
    const corners = sharp(await corner.png().toBuffer());
    const own = sharp(photo).extract({ left: 0, top: 0, width: 8, height: 8 });
    expect(await meanOf(corners)).toBeGreaterThan(0.5 * (await meanOf(sharp(await own.png().toBuffer()))));
  });

  it('darken by a fifth', async () => {
    const ratio = (await meanOf(await changed('brightness -20 %'))) / (await meanOf(sharp(photo)));
    expect(ratio).toBeCloseTo(0.8, 2);
  });
});
