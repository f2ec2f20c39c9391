// SPDX-License-Identifier: Apache-2.0
import { add, type Canvas, lay } from '../canvas.ts';
import { createRoughness } from '../noise.ts';
import type { Feature } from '../render-phantom.ts';
import { createOutline, type Depth, insidePicture, overPlace, type Place, ramp, scatter } from '../shapes.ts';
import { mostBlood, type Rgb } from '../tones.ts';
import type { TrueBox } from '../truth.ts';

/** How many of something lie in the picture, and where they may lie. */
export interface Spots {
  readonly count: number;
  /** The whole picture by default. */
  readonly within?: Place;
  /** 0-1, by default the usual for the kind. */
  readonly erythema?: number;
}

/** One kind of small thing. */
interface Kind {
  readonly code: string;
  /** Shares of the picture's side. */
  readonly radius: readonly [from: number, to: number];
  readonly gap: number;
  readonly irregular: number;
  readonly erythema: number;
  readonly draw: (canvas: Canvas, spot: Place & { readonly depth: Depth; readonly blood: number }) => void;
}

const pus: Rgb = [0.72, 0.6, 0.3];

/** A dome of a height in radii. */
function raise(
  canvas: Canvas,
  at: number,
  shape: { inside: number; radiusPx: number; height: number },
): void {
  const { inside, radiusPx, height } = shape;
  add(canvas.height, at, height * radiusPx * ramp(inside, -0.3, 1));
}

/** Red and raised, most in the middle. */
const drawPapule: Kind['draw'] = (canvas, spot) => {
  const radiusPx = spot.radius * canvas.sidePx;
  overPlace(canvas, { ...spot, reach: 2 }, (at, depthPx) => {
    const inside = depthPx / radiusPx;
    add(canvas.blood, at, spot.blood * ramp(inside, -0.5, 0.6));
    raise(canvas, at, { inside, radiusPx, height: 0.45 });
  });
};

/** A yellow-white head on a red ground that reaches beyond it. */
const drawPustule: Kind['draw'] = (canvas, spot) => {
  const radiusPx = spot.radius * canvas.sidePx;
  overPlace(canvas, { ...spot, reach: 2.4 }, (at, depthPx) => {
    const inside = depthPx / radiusPx;
    add(canvas.blood, at, spot.blood * ramp(inside, -1, -0.1));
    lay(canvas, at, pus, 0.9 * ramp(inside, -0.15, 0.3));
    raise(canvas, at, { inside, radiusPx, height: 0.5 });
  });
};

/** Raised, pink towards the rim, paler in the middle. */
const drawWheal: Kind['draw'] = (canvas, spot) => {
  const radiusPx = spot.radius * canvas.sidePx;
  overPlace(canvas, spot, (at, depthPx) => {
    const inside = depthPx / radiusPx;
    const pale = 1 - 0.55 * ramp(inside, 0.15, 0.8);
    add(canvas.blood, at, spot.blood * pale * ramp(inside, -0.18, 0.18));
    raise(canvas, at, { inside, radiusPx, height: 0.2 });
  });
};

/** A firm dome, darkest red in the middle. */
const drawNodule: Kind['draw'] = (canvas, spot) => {
  const radiusPx = spot.radius * canvas.sidePx;
  overPlace(canvas, { ...spot, reach: 1.8 }, (at, depthPx) => {
    const inside = depthPx / radiusPx;
    add(canvas.blood, at, spot.blood * ramp(inside, -0.3, 0.7));
    raise(canvas, at, { inside, radiusPx, height: 0.35 });
  });
};

/** A red swelling that points: yellow where the pus shines through. */
const drawAbscess: Kind['draw'] = (canvas, spot) => {
  const radiusPx = spot.radius * canvas.sidePx;
  overPlace(canvas, { ...spot, reach: 2 }, (at, depthPx) => {
    const inside = depthPx / radiusPx;
    add(canvas.blood, at, spot.blood * ramp(inside, -0.4, 0.4));
    lay(canvas, at, [0.6, 0.45, 0.18], 0.75 * ramp(inside, 0.55, 0.8));
    raise(canvas, at, { inside, radiusPx, height: 0.4 });
  });
};

/** A red cord with a dark, wet mouth. */
const drawTunnel: Kind['draw'] = (canvas, { x, y, radius, blood }) => {
  const { sidePx, random } = canvas;
  const turn = random.between(0, Math.PI);
  const radiusPx = radius * sidePx;
  const rough = createRoughness(random, radiusPx, 2);
  const depth: Depth = (column, row) => {
    const [right, down] = [column - x * sidePx, row - y * sidePx];
    const along = right * Math.cos(turn) + down * Math.sin(turn);
    const across = down * Math.cos(turn) - right * Math.sin(turn) + 0.1 * radiusPx * rough(column, row);
    return Math.min(radiusPx - Math.abs(along), 0.25 * radiusPx - Math.abs(across));
  };
  overPlace(canvas, { x, y, radius, depth }, (at, depthPx) => {
    const inside = depthPx / (0.25 * radiusPx);
    add(canvas.blood, at, blood * ramp(inside, -0.5, 0.3));
    lay(canvas, at, [0.05, 0.008, 0.006], 0.8 * ramp(inside, 0.4, 0.7));
    raise(canvas, at, { inside, radiusPx: 0.25 * radiusPx, height: 0.4 });
  });
};

/** Our own convention: sizes and redness as close photographs show them. */
const kinds = {
  papules: {
    code: 'acne',
    radius: [0.012, 0.02],
    gap: 2.2,
    irregular: 0.05,
    erythema: 0.9,
    draw: drawPapule,
  },
  pustules: {
    code: 'pustule',
    radius: [0.012, 0.018],
    gap: 2.4,
    irregular: 0.05,
    erythema: 0.8,
    draw: drawPustule,
  },
  wheals: { code: 'wheal', radius: [0.03, 0.07], gap: 1.7, irregular: 0.15, erythema: 0.6, draw: drawWheal },
  nodules: {
    code: 'nodule',
    radius: [0.03, 0.045],
    gap: 2,
    irregular: 0.05,
    erythema: 0.8,
    draw: drawNodule,
  },
  abscesses: {
    code: 'abscess',
    radius: [0.05, 0.065],
    gap: 1.9,
    irregular: 0.08,
    erythema: 0.9,
    draw: drawAbscess,
  },
  tunnels: {
    code: 'drainingTunnel',
    radius: [0.07, 0.1],
    gap: 1.4,
    irregular: 0,
    erythema: 0.9,
    draw: drawTunnel,
  },
} as const satisfies Record<string, Kind>;

function boxAround(code: string, { x, y, radius }: Place, sidePx: number): TrueBox {
  const at = (share: number): number => Math.min(sidePx, Math.max(0, Math.round(share * sidePx)));
  return { code, x1: at(x - radius), y1: at(y - radius), x2: at(x + radius), y2: at(y + radius) };
}

/** Small things of one kind, clear of each other; the boxes of the truth say how many found room. */
export function spots(name: keyof typeof kinds, { count, within, erythema }: Spots): Feature {
  return (canvas) => {
    const { sidePx, random } = canvas;
    const kind: Kind = kinds[name];
    const isInside = within
      ? (place: Place) =>
          Math.hypot(place.x - within.x, place.y - within.y) < 0.85 * within.radius - place.radius
      : insidePicture();
    const places = scatter(random, { count, radius: kind.radius, gap: kind.gap, isInside });
    for (const place of places) {
      const depth = createOutline(place, sidePx, random, kind.irregular);
      kind.draw(canvas, { ...place, depth, blood: mostBlood * (erythema ?? kind.erythema) });
    }
    return { masks: {}, boxes: places.map((place) => boxAround(kind.code, place, sidePx)), amounts: {} };
  };
}
