// SPDX-License-Identifier: Apache-2.0
import sharp from 'sharp';

/** A photograph as pixels, upright, sRGB. */
export interface Photo {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

/** One kind of harm, in steps from none to severe, and the word the device should find for it. */
export interface Degradation {
  readonly name: string;
  readonly reason: string;
  readonly steps: readonly number[];
  /** From this step on the photograph must not be acceptable. */
  readonly refusedFrom: number;
  apply(photo: Photo, step: number): Promise<Buffer>;
}

const toSharp = (photo: Photo) =>
  sharp(photo.pixels, { raw: { width: photo.width, height: photo.height, channels: 3 } });

/** Saved almost without loss, so that only the harm itself counts. */
const save = (photo: Photo): Promise<Buffer> =>
  toSharp(photo).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();

const mapPixels = (photo: Photo, change: (value: number) => number): Photo => ({
  ...photo,
  pixels: Buffer.from(photo.pixels.map((value) => Math.max(0, Math.min(255, Math.round(change(value)))))),
});

const shortSide = (photo: Photo): number => Math.min(photo.width, photo.height);

async function blur(photo: Photo, percent: number): Promise<Photo> {
  const sigma = (shortSide(photo) * percent) / 100;
  return sigma < 0.3 ? photo : { ...photo, pixels: await toSharp(photo).blur(sigma).raw().toBuffer() };
}

/** Camera shake along a line at 30 degrees, as long as `percent` of the short side. */
function shake(photo: Photo, percent: number): Photo {
  const length = (shortSide(photo) * percent) / 100;
  const count = Math.max(1, Math.ceil(length));
  const { width, height, pixels } = photo;
  const result = Buffer.alloc(pixels.length);
  const shifts = Array.from({ length: count }, (_, index) => {
    const along = count === 1 ? 0 : (index / (count - 1) - 0.5) * length;
    return [Math.round(along * Math.cos(Math.PI / 6)), Math.round(along * Math.sin(Math.PI / 6))] as const;
  });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (const [dx, dy] of shifts) {
          const fromX = Math.max(0, Math.min(width - 1, x + dx));
          const fromY = Math.max(0, Math.min(height - 1, y + dy));
          sum += pixels[3 * (fromY * width + fromX) + channel] ?? 0;
        }
        result[3 * (y * width + x) + channel] = Math.round(sum / count);
      }
    }
  }
  return { ...photo, pixels: result };
}

/** Seeded normal numbers (Box-Muller over a linear congruential generator), so every run gives the same figures. */
function createNormal(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 1) / 4294967297;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

function addNoise(photo: Photo, sigma: number): Photo {
  const normal = createNormal(1);
  return mapPixels(photo, (value) => value + sigma * normal());
}

/** White reflections covering about `percent` of the picture, in soft-edged discs around its middle. */
function addGlare(photo: Photo, percent: number): Photo {
  const { width, height, pixels } = photo;
  const discs = 5;
  const radius = Math.sqrt((width * height * percent) / 100 / discs / Math.PI);
  const result = Buffer.from(pixels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let disc = 0; disc < discs; disc++) {
        const angle = (2 * Math.PI * disc) / discs;
        const distance = Math.hypot(
          x - width * (0.5 + 0.22 * Math.cos(angle)),
          y - height * (0.5 + 0.22 * Math.sin(angle)),
        );
        const light = radius === 0 ? 0 : Math.max(0, Math.min(1, (radius * 1.1 - distance) / (radius * 0.2)));
        for (let channel = 0; channel < 3; channel++) {
          const at = 3 * (y * width + x) + channel;
          const value = result[at] ?? 0;
          result[at] = Math.round(value + (255 - value) * light);
        }
      }
    }
  }
  return { ...photo, pixels: result };
}

const steps = (...values: number[]) => values;

export const degradations: readonly Degradation[] = [
  {
    name: 'gaussian blur, sigma in % of the short side',
    reason: 'blur',
    steps: steps(0, 0.3, 0.6, 1, 1.5, 2, 3, 4, 6),
    refusedFrom: 3,
    apply: async (photo, step) => save(await blur(photo, step)),
  },
  {
    name: 'camera shake, length in % of the short side',
    reason: 'blur',
    steps: steps(0, 1, 2, 4, 6, 9, 13, 18),
    refusedFrom: 13,
    apply: (photo, step) => save(shake(photo, step)),
  },
  {
    name: 'darkening, % of the light lost',
    reason: 'tooDark',
    steps: steps(0, 20, 40, 55, 70, 80, 88, 95),
    refusedFrom: 88,
    apply: (photo, step) => save(mapPixels(photo, (value) => value * (1 - step / 100))),
  },
  {
    name: 'overexposure, times the light',
    reason: 'tooBright',
    steps: steps(1, 1.2, 1.5, 2, 3, 4.5, 7, 12),
    refusedFrom: 7,
    apply: (photo, step) => save(mapPixels(photo, (value) => value * step)),
  },
  {
    name: 'fading to white, %',
    reason: 'tooBright',
    steps: steps(0, 20, 40, 60, 75, 85, 93, 97),
    refusedFrom: 93,
    apply: (photo, step) => save(mapPixels(photo, (value) => value + ((255 - value) * step) / 100)),
  },
  {
    name: 'loss of contrast around grey, %',
    reason: 'lowContrast',
    steps: steps(0, 20, 40, 60, 75, 85, 92, 97),
    refusedFrom: 97,
    apply: (photo, step) => save(mapPixels(photo, (value) => 128 + (value - 128) * (1 - step / 100))),
  },
  {
    name: 'gaussian noise, sigma in grey levels',
    reason: 'noise',
    steps: steps(0, 4, 8, 14, 22, 32, 45, 64),
    refusedFrom: 45,
    apply: (photo, step) => save(addNoise(photo, step)),
  },
  {
    name: 'noise on a blurred picture (sigma 2 %)',
    reason: 'blur',
    steps: steps(0, 2, 4, 8, 14, 22, 32, 45),
    refusedFrom: 0,
    apply: async (photo, step) => save(addNoise(await blur(photo, 2), step)),
  },
  {
    name: 'JPEG, 100 - quality',
    reason: 'compression',
    steps: steps(5, 15, 30, 50, 70, 80, 90, 95),
    refusedFrom: 95,
    apply: (photo, step) =>
      toSharp(photo)
        .jpeg({ quality: 100 - step })
        .toBuffer(),
  },
  {
    name: 'JPEG saved again as PNG, 100 - quality',
    reason: 'compression',
    steps: steps(5, 15, 30, 50, 70, 80, 90, 95),
    refusedFrom: 95,
    apply: async (photo, step) =>
      sharp(
        await toSharp(photo)
          .jpeg({ quality: 100 - step })
          .toBuffer(),
      )
        .png()
        .toBuffer(),
  },
  {
    name: 'downscaling, divisor of the sides',
    reason: 'lowResolution',
    steps: steps(1, 1.5, 2, 3, 4, 6, 9, 14),
    refusedFrom: 6,
    async apply(photo, step) {
      const width = Math.max(1, Math.round(photo.width / step));
      const height = Math.max(1, Math.round(photo.height / step));
      const pixels = await toSharp(photo).resize(width, height, { fit: 'fill' }).raw().toBuffer();
      return save({ pixels, width, height });
    },
  },
  {
    name: 'reflections, % of the area',
    reason: 'glare',
    steps: steps(0, 2, 5, 10, 18, 28, 40, 55),
    refusedFrom: 40,
    apply: (photo, step) => save(addGlare(photo, step)),
  },
];
