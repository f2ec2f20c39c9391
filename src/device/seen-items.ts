// SPDX-License-Identifier: Apache-2.0
import type { EyeReading, LookedFor, Reading } from '../record/severity-reading.ts';
import { round } from '../scoring/exact.ts';
import type { Leaf } from '../scoring/items.ts';

/** An item as a photograph shows it. */
export interface SeenItem {
  /** In the item's own scale. */
  readonly value: number;
  readonly reading: Reading;
  /** Figures beside it, by their names on the wire. */
  readonly figures: Readonly<Record<string, number>>;
}

/** What an eye says of an item; nothing where it says nothing. */
type See = (eye: EyeReading, item: Leaf) => SeenItem | undefined;

/** How a score is read off a photograph. */
export interface SeenScore {
  readonly lookFor: LookedFor;
  /** Each item that the photograph shows, by its code. */
  readonly items: Readonly<Record<string, See>>;
}

/**
 * Lowest number of wheals of each grade from 1 on: none, under 20, 20 to 50, more.
 * @source Młynek and others, Allergy 2008;63:777-780
 */
const fewestWheals = [1, 20, 51];

/**
 * Lowest number of inflammatory lesions of each grade from 1 on: none, up to 5, 6 to 20, 21 to 50, more.
 * @source cut-offs of Hayashi and others, J Dermatol 2008;35:255-260, made for acne on half a face; for other skin our own
 * convention
 */
const fewestInflammations = [1, 6, 21, 51];

/** What is more probable than not counts as present. @source our own convention */
const presentFrom = 0.5;

/** @source our own convention: a lesion's edge raised by oedema or infiltrate is thick either way */
const thickness = sign('swelling', 'induration');

/**
 * How each photograph score is read: which eye looks, and what of its findings becomes which item. A score that a person
 * answers is not among them.
 */
export const seenScores: Readonly<Record<string, SeenScore>> = {
  aeasi: {
    lookFor: 'eczema',
    items: {
      redness: sign('erythema'),
      thickness,
      scratching: sign('excoriation'),
      lichenification: sign('lichenification'),
    },
  },
  agppga: { lookFor: 'pustules', items: signs('erythema', 'desquamation', 'pustulation') },
  aihs4: { lookFor: 'suppuration', items: figures('nodule', 'abscess', 'drainingTunnel') },
  aladin: { lookFor: 'acne', items: figures('acne', 'acneDensity') },
  apasi: { lookFor: 'plaques', items: signs('erythema', 'induration', 'desquamation') },
  asalt: { lookFor: 'hairLoss', items: figures('hairLoss') },
  ascorad: {
    lookFor: 'eczema',
    items: signs('erythema', 'swelling', 'crusting', 'excoriation', 'lichenification', 'dryness'),
  },
  auas: { lookFor: 'wheals', items: { wheals: gradedCount('wheals', 'whealsCount', fewestWheals) } },
  avasi: { lookFor: 'depigmentation', items: figures('depigmentation') },
  awosi: {
    lookFor: 'wound',
    items: {
      ...signs('erythema'),
      ...presences(
        'bordersDamaged',
        'bordersDelimited',
        'bordersDiffused',
        'bordersThickened',
        'bordersIndistinguishable',
        'perilesionalErythema',
        'perilesionalMaceration',
        'biofilmCompatibleTissue',
        'affectedTissueBoneAndOrAdjacent',
        'affectedTissueDermisEpidermis',
        'affectedTissueMuscle',
        'affectedTissueSubcutaneous',
        'affectedTissueHealedSkin',
        'exudationFibrinous',
        'exudationPurulent',
        'exudationBloody',
        'exudationSerous',
        'exudationGreenish',
        'tissueInWoundBedScarred',
        'tissueInWoundBedSlough',
        'tissueInWoundBedNecrotic',
        'tissueInWoundBedGranulation',
        'tissueInWoundBedEpithelia',
      ),
    },
  },
  nsil: {
    lookFor: 'unspecific',
    items: {
      ...signs('dryness', 'erythema'),
      inflammations: gradedCount('inflammations', 'inflammatoryLesionCount', fewestInflammations),
    },
  },
};

/** The strongest of these signs, in the steps of the item's scale. */
function sign(...names: readonly string[]): See {
  return (eye, item) => {
    const found = names.flatMap((name) => eye.signs[name] ?? []);
    const [reading] = found.toSorted((a, b) => b.value - a.value);
    if (reading === undefined) return undefined;
    return { value: round(reading.value * mostOf(item), 0), reading, figures: {} };
  };
}

function signs(...codes: readonly string[]): SeenScore['items'] {
  return Object.fromEntries(codes.map((code) => [code, sign(code)]));
}

/** Counts and percents, as fine as the item takes them. */
function figures(...codes: readonly string[]): SeenScore['items'] {
  return Object.fromEntries(
    codes.map((code): [string, See] => [code, (eye, item) => toFigure(eye.figures[code], item)]),
  );
}

function toFigure(reading: Reading | undefined, item: Leaf): SeenItem | undefined {
  return reading && { value: fitTo(item, reading.value), reading, figures: {} };
}

function gradedCount(figure: string, countName: string, fewest: readonly number[]): See {
  return (eye) => {
    const reading = eye.figures[figure];
    if (reading === undefined) return undefined;
    const count = round(reading.value, 0);
    const value = fewest.filter((each) => count >= each).length;
    return { value, reading, figures: { [countName]: count } };
  };
}

function presences(...codes: readonly string[]): SeenScore['items'] {
  return Object.fromEntries(
    codes.map((code): [string, See] => [code, (eye) => toPresence(eye.figures[code])]),
  );
}

function toPresence(reading: Reading | undefined): SeenItem | undefined {
  if (reading === undefined) return undefined;
  const value = reading.value >= presentFrom ? 1 : 0;
  return { value, reading, figures: { presenceProbability: reading.value } };
}

/** A measured number within the bounds of the item and with its decimals. */
export function fitTo(item: Leaf, measured: number): number {
  if (item.kind === 'choice') return round(measured, 0);
  const { minimum, maximum, decimals } = item;
  return round(Math.min(Math.max(measured, minimum), maximum ?? Number.MAX_SAFE_INTEGER), decimals);
}

function mostOf(item: Leaf): number {
  if (item.kind === 'measure') return item.maximum ?? 1;
  return Math.max(...item.options.map(({ value }) => value));
}
