// SPDX-License-Identifier: Apache-2.0
import sharp, { type OutputInfo, type Sharp } from 'sharp';

/** Something that happens to a photograph on its way and changes nothing of what it shows. */
export interface Disturbance {
  /** As printed, e.g. `JPEG quality 70`. */
  readonly name: string;
  /** The photograph after it, as bytes of a picture file. */
  apply(photograph: Uint8Array): Promise<Uint8Array>;
}

interface Pixels {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

/** The upright picture in sRGB, decoded once. */
const decode = (photograph: Uint8Array): Promise<Pixels> =>
  sharp(photograph)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });

const open = ({ data, info: { width, height, channels } }: Pixels): Sharp =>
  sharp(data, { raw: { width, height, channels } });

/** Without loss, so that each disturbance is measured alone; packing harder would only take longer. */
const toPng = (picture: Sharp): Promise<Uint8Array> => picture.png({ compressionLevel: 1 }).toBuffer();

function disturb(name: string, change: (pixels: Pixels) => Sharp | Promise<Sharp>): Disturbance {
  return { name, apply: async (photograph) => toPng(await change(await decode(photograph))) };
}

const compress = (quality: number): Disturbance => ({
  name: `JPEG quality ${quality}`,
  apply: async (photograph) =>
    open(await decode(photograph))
      .jpeg({ quality })
      .toBuffer(),
});

const turn = (degrees: number): Disturbance =>
  disturb(`turned ${degrees} degrees`, (pixels) => open(pixels).rotate(degrees));

/** Half a turn, by definition of the degree. */
const halfTurnDegrees = 180;

/** The frame keeps its size; what would be empty in its corners is the picture mirrored at its edge. */
async function tiltPixels(pixels: Pixels, degrees: number): Promise<Sharp> {
  const { width, height } = pixels.info;
  const angle = (Math.abs(degrees) * Math.PI) / halfTurnDegrees;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const beside = Math.max(0, Math.ceil((width * cos + height * sin - width) / 2));
  const above = Math.max(0, Math.ceil((height * cos + width * sin - height) / 2));
  const border = { left: beside, right: beside, top: above, bottom: above, extendWith: 'mirror' } as const;
  const wide = await open(pixels).extend(border).raw().toBuffer({ resolveWithObject: true });
  const tilted = await open(wide).rotate(degrees).raw().toBuffer({ resolveWithObject: true });
  const left = Math.floor((tilted.info.width - width) / 2);
  const top = Math.floor((tilted.info.height - height) / 2);
  return open(tilted).extract({ left, top, width, height });
}

const tilt = (degrees: number): Disturbance =>
  disturb(`tilted ${degrees} degrees`, (pixels) => tiltPixels(pixels, degrees));

/** Every pixel value times `factor`, as an exposure would do on the picture as it is encoded. */
const brighten = (percent: number): Disturbance =>
  disturb(`brightness ${percent > 0 ? '+' : ''}${percent} %`, (pixels) =>
    open(pixels).linear(1 + percent / 100, 0),
  );

const rescale = (factor: number): Disturbance =>
  disturb(`rescaled ${factor} x`, (pixels) =>
    open(pixels).resize(
      Math.max(1, Math.round(factor * pixels.info.width)),
      Math.max(1, Math.round(factor * pixels.info.height)),
      { fit: 'fill' },
    ),
  );

const crop = (percent: number): Disturbance =>
  disturb(`middle ${percent} %`, (pixels) => {
    const width = Math.max(1, Math.round((percent / 100) * pixels.info.width));
    const height = Math.max(1, Math.round((percent / 100) * pixels.info.height));
    const left = Math.floor((pixels.info.width - width) / 2);
    const top = Math.floor((pixels.info.height - height) / 2);
    return open(pixels).extract({ left, top, width, height });
  });

/** What phones, messengers and hands do to photographs; how much of each is our own convention. */
export const disturbances: readonly Disturbance[] = [
  ...[95, 85, 70, 55, 40].map(compress),
  ...[90, 180, 270].map(turn),
  ...[-15, 15].map(tilt),
  ...[-20, 20].map(brighten),
  ...[0.5, 2].map(rescale),
  ...[90, 80].map(crop),
];
