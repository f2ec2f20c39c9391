// SPDX-License-Identifier: Apache-2.0

/** A tappable part of the drawn body, in a drawing of 200 x 460. */
export interface FigureRegion {
  /** Body site code; of one that comes in pairs, of the side drawn. */
  readonly site: string;
  /** SVG path. */
  readonly path: string;
  /** Drawn on the other half of the picture. */
  readonly isMirrored: boolean;
}

export type FigureView = 'front' | 'back';

const chest =
  'M87 82C94 86 106 86 113 82L138 92C144 95 146 102 145 110L141 140C128 148 72 148 59 140L55 110C54 102 56 95 62 92Z';
const belly = 'M59 140C72 148 128 148 141 140L138 172L141 200C128 208 72 208 59 200L62 172Z';
const neck = 'M88 65C92 69 108 69 112 65L113 82C106 86 94 86 87 82Z';

const middle: Readonly<Record<FigureView, Readonly<Record<string, string>>>> = {
  front: {
    scalp: 'M78 30C78 8 122 8 122 30C116 22 84 22 78 30Z',
    faceFront: 'M78 30C84 22 116 22 122 30L121 46C120 60 110 68 100 68C90 68 80 60 79 46Z',
    neck,
    chest,
    abdomen: belly,
    groin: 'M59 200C72 208 128 208 141 200L143 216C130 226 112 232 100 240C88 232 70 226 57 216Z',
  },
  back: {
    headBack: 'M78 30C78 8 122 8 122 30L121 46C120 60 110 68 100 68C90 68 80 60 79 46Z',
    neck,
    upperBack: chest,
    lowerBack: belly,
    buttocks: 'M59 200C72 208 128 208 141 200L145 226C140 250 112 252 100 244C88 252 60 250 55 226Z',
  },
};

/** The limb on the left half of the picture; the other one is its mirror image. */
const limbs: Readonly<Record<string, string>> = {
  upperArm: 'M62 92C50 94 44 102 42 114L34 160C38 166 48 167 53 163L59 140L55 110C54 102 56 95 62 92Z',
  elbow: 'M34 160C38 166 48 167 53 163L50 182C46 186 36 185 31 180Z',
  lowerArm: 'M31 180C36 185 46 186 50 182L40 232C37 236 28 235 25 231Z',
  hand: 'M25 231C28 235 37 236 40 232L42 250C43 262 38 276 32 280C26 280 22 270 21 260L14 252C12 248 16 244 20 246L23 248Z',
  knee: 'M63 317C70 323 84 324 93 318L91 346C84 351 71 350 65 345Z',
  lowerLeg: 'M65 345C71 350 84 351 91 346L90 380L85 420C81 424 73 424 70 420L62 380Z',
  foot: 'M70 420C73 424 81 424 85 420L87 436C88 446 80 452 70 452C60 452 56 448 60 442Z',
};

const thighs: Readonly<Record<FigureView, string>> = {
  front: 'M57 216C70 226 88 232 99 240L98 262L93 318C84 324 70 323 63 317L56 262Z',
  back: 'M55 226C60 250 88 252 99 244L98 262L93 318C84 324 70 323 63 317L56 262Z',
};

/**
 * The body as somebody else sees it: on the picture of the front the person's right is on the left. With the palms
 * turned forward, as anatomy draws it.
 */
export function listRegions(view: FigureView): readonly FigureRegion[] {
  const pairs = { ...limbs, upperLeg: thighs[view] };
  const sides = view === 'front' ? (['Right', 'Left'] as const) : (['Left', 'Right'] as const);
  const paired = sides.flatMap((side, half) =>
    Object.entries(pairs).map(([name, path]) => {
      const site = name === 'hand' && view === 'front' ? `palm${side}` : `${name}${side}`;
      return { site, path, isMirrored: half === 1 };
    }),
  );
  const single = Object.entries(middle[view]).map(([site, path]) => ({ site, path, isMirrored: false }));
  return [...single, ...paired];
}
