// SPDX-License-Identifier: Apache-2.0
import { add, type Canvas, lay } from '../canvas.ts';
import { createNoise, type Field } from '../noise.ts';
import type { Feature } from '../render-phantom.ts';
import { createOutline, type Depth, type Place, ramp } from '../shapes.ts';
import type { Rgb } from '../tones.ts';

/** Linear light of hair. Our own convention */
const hairColours = {
  black: [0.012, 0.01, 0.009],
  brown: [0.05, 0.028, 0.016],
  blond: [0.3, 0.19, 0.085],
  grey: [0.3, 0.29, 0.28],
} as const satisfies Record<string, Rgb>;

export type HairColour = keyof typeof hairColours;

export const hairColourNames = Object.keys(hairColours) as readonly HairColour[];

/** A strand's length and the mean distance of roots, as shares of the picture's side. Our own convention */
const strand = { length: 0.11, apart: 0.0095 };

/** Light along a strand: shine in the middle, shadow under its neighbours. */
const shine = { least: 0.55, most: 1.7 };

function growStrand(
  canvas: Canvas,
  root: { x: number; y: number },
  hair: { colour: Rgb; angle: number },
): void {
  const { sidePx, random } = canvas;
  const light = random.between(shine.least, shine.most);
  const [red, green, blue] = hair.colour;
  const colour: Rgb = [red * light, green * light, blue * light];
  const bend = 0.02 * random.normal();
  let { x, y } = root;
  let angle = hair.angle + 0.18 * random.normal();
  for (let step = 0; step < strand.length * sidePx; step++) {
    angle += bend;
    x += Math.cos(angle);
    y += Math.sin(angle);
    const [column, row] = [Math.round(x), Math.round(y)];
    if (row >= sidePx) return;
    if (column < 0 || row < 0 || column >= sidePx) continue;
    const at = row * sidePx + column;
    lay(canvas, at, colour, 0.8);
    add(canvas.height, at, 0.04);
  }
}

/** Roots on a jittered grid, back to front, so that strands lie on each other like tiles. */
function growHair(canvas: Canvas, colour: Rgb, grows: (x: number, y: number) => number, flow: Field): void {
  const { sidePx, random } = canvas;
  const apart = strand.apart * sidePx;
  for (let y = sidePx; y > -strand.length * sidePx; y -= apart) {
    for (let x = -apart; x < sidePx + apart; x += apart) {
      const root = { x: x + apart * random.next(), y: y + apart * random.next() };
      const angle = Math.PI / 2 + 0.6 * flow(root.x, root.y);
      if (random.next() < grows(root.x, root.y)) growStrand(canvas, root, { colour, angle });
    }
  }
}

/** Bald skin and what is covered: near strands' tips hair hangs over bald skin, so that truth is what is seen. */
function see(canvas: Canvas, depths: readonly Depth[]): Record<string, Uint8Array> {
  const { sidePx, cover } = canvas;
  const bald = new Uint8Array(cover.length);
  for (let at = 0; at < cover.length; at++) {
    const [x, y] = [at % sidePx, Math.floor(at / sidePx)];
    const isBare = (cover[at] as number) < 0.3;
    if (isBare && depths.some((depth) => depth(x, y) > 0)) bald[at] = 255;
  }
  return { bald, hair: bald.map((value) => 255 - value) };
}

/** A scalp seen from near: hair all over, but for bald patches. Masks `hair` and `bald`; together they are the picture. */
export function hairyScalp(patches: readonly Place[], hairColour: HairColour = 'brown'): Feature {
  return (canvas) => {
    const { sidePx, random } = canvas;
    const depths = patches.map((place) => createOutline(place, sidePx, random, 0.08));
    const flow = createNoise(random, 0.4 * sidePx);
    const grows = (x: number, y: number): number =>
      depths.reduce((least, depth) => Math.min(least, 1 - ramp(depth(x, y), -1, 2)), 1);
    growHair(canvas, hairColours[hairColour], grows, flow);
    return { masks: see(canvas, depths), boxes: [], amounts: {} };
  };
}
