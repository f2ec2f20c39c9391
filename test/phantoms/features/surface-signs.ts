// SPDX-License-Identifier: Apache-2.0
import { add, type Canvas, lay } from '../canvas.ts';
import { createCells, createNoise, createRoughness } from '../noise.ts';
import { ramp } from '../shapes.ts';
import type { Rgb } from '../tones.ts';

/** Where a sign is put: 0 (not) to 1 (fully) for each pixel. */
export type Area = Float32Array;

/** Lays a sign of an amount of 0-1 over an area. */
export type PutSign = (canvas: Canvas, area: Area, amount: number) => void;

const colours = {
  scale: [0.85, 0.83, 0.8],
  flake: [0.85, 0.82, 0.79],
  crust: [0.26, 0.135, 0.035],
} as const satisfies Record<string, Rgb>;

/** Grains as shares of the picture's side. Our own convention, by what close photographs show. */
const grains = { scale: 1 / 42, flake: 1 / 110, crust: 1 / 30, line: 1 / 34 };

function overArea(
  { sidePx }: Canvas,
  area: Area,
  visit: (at: number, share: number, x: number, y: number) => void,
): void {
  for (let at = 0; at < area.length; at++) {
    const share = area[at] as number;
    if (share > 0) visit(at, share, at % sidePx, Math.floor(at / sidePx));
  }
}

/** Silvery flakes in clumps: at 1 they cover about three quarters. */
export const putScale: PutSign = (canvas, area, amount) => {
  const cells = createCells(canvas.random, grains.scale * canvas.sidePx);
  const clumps = createNoise(canvas.random, 0.08 * canvas.sidePx);
  const warp = createRoughness(canvas.random, 0.05 * canvas.sidePx, 3);
  overArea(canvas, area, (at, share, x, y) => {
    const bend = 0.02 * canvas.sidePx * warp(x, y);
    const { value, depth } = cells(x + bend, y - bend);
    if (value + 0.25 * clumps(x, y) > 0.78 * amount) return;
    const cover = 0.85 * share * ramp(depth, 0, 0.25) * (0.5 + 0.5 * cells(y, x).value);
    lay(canvas, at, colours.scale, cover);
    add(canvas.height, at, 1.2 * cover);
  });
};

/** Fine whitish flakes, thin enough to see the skin through them. */
export const putDryness: PutSign = (canvas, area, amount) => {
  const cells = createCells(canvas.random, grains.flake * canvas.sidePx);
  overArea(canvas, area, (at, share, x, y) => {
    const { value, depth } = cells(x, y);
    // Flakes lift at their edges, so that edges are what is white.
    const rim = 1 - ramp(depth, 0.05, 0.45);
    if (value < 0.15 + 0.75 * amount) lay(canvas, at, colours.flake, 0.42 * share * rim);
  });
};

/** Yellow-brown crumbs: at 1 they cover about half. */
export const putCrusts: PutSign = (canvas, area, amount) => {
  const cells = createCells(canvas.random, grains.crust * canvas.sidePx);
  const rough = createRoughness(canvas.random, 0.03 * canvas.sidePx, 3);
  overArea(canvas, area, (at, share, x, y) => {
    const bend = 0.5 * grains.crust * canvas.sidePx * rough(x, y);
    const { value, depth } = cells(x + bend, y + bend);
    if (value > 0.55 * amount) return;
    const cover = 0.9 * share * ramp(depth, 0, 0.2);
    const light = 1 + 0.35 * rough(x, y);
    const [red, green, blue] = colours.crust;
    lay(canvas, at, [red * light, green * light, blue * light], cover);
    add(canvas.height, at, 1.5 * cover * light);
  });
};

/** Furrows of two directions that cross, deeper and darker with the amount. */
export const putLichenification: PutSign = (canvas, area, amount) => {
  const warp = createNoise(canvas.random, 0.12 * canvas.sidePx);
  const turn = canvas.random.between(0, Math.PI);
  const grain = grains.line * canvas.sidePx;
  const wave = (along: number): number => Math.abs(Math.sin((Math.PI * along) / grain));
  overArea(canvas, area, (at, share, x, y) => {
    const bend = grain * warp(x, y);
    const across = x * Math.cos(turn) + y * Math.sin(turn) + bend;
    const down = x * Math.cos(turn + 1.2) + y * Math.sin(turn + 1.2) - bend;
    const furrow = Math.max(1 - ramp(wave(across), 0, 0.5), 1 - ramp(wave(down), 0, 0.5));
    add(canvas.height, at, -1.6 * amount * share * furrow);
    add(canvas.melanin, at, amount * share * (0.05 + 0.16 * furrow));
  });
};

/** Most scratches of one patch. */
const mostScratches = 14;

/** Thin, long, slightly bent red lines: at 1 there are fourteen, each two fifths of the patch wide. */
export const putExcoriations: PutSign = (canvas, area, amount) => {
  const inside = Array.from(area.keys()).filter((at) => (area[at] as number) > 0.9);
  if (inside.length === 0) return;
  const { random } = canvas;
  const length = 0.7 * Math.sqrt(inside.length);
  const main = random.between(0, Math.PI);
  for (let line = 0; line < Math.round(mostScratches * amount); line++) {
    const start = inside[Math.floor(random.next() * inside.length)] ?? 0;
    scratch(canvas, start, { angle: main + 0.3 * random.normal(), length: length * random.between(0.5, 1) });
  }
};

function scratch(canvas: Canvas, start: number, line: { angle: number; length: number }): void {
  const { sidePx, random } = canvas;
  const bend = (0.4 * random.normal()) / line.length;
  const half = 0.0035 * sidePx;
  for (let step = -line.length / 2; step < line.length / 2; step += 0.5) {
    const angle = line.angle + bend * step;
    const x = (start % sidePx) + step * Math.cos(angle);
    const y = Math.floor(start / sidePx) + step * Math.sin(angle);
    const width = half * (1.3 - 2 * Math.abs(step / line.length));
    for (let off = -2; off <= 2; off++) {
      const [column, row] = [Math.round(x - off * Math.sin(angle)), Math.round(y + off * Math.cos(angle))];
      if (column < 0 || row < 0 || column >= sidePx || row >= sidePx || Math.abs(off) > width + 0.5) continue;
      const at = row * sidePx + column;
      canvas.blood[at] = Math.max(canvas.blood[at] as number, 1.5);
      lay(canvas, at, [0.12, 0.012, 0.01], 0.2);
    }
  }
}
