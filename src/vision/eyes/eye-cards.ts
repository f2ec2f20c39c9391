// SPDX-License-Identifier: Apache-2.0
import type { LookedFor } from '../../record/severity-reading.ts';

/** What one eye is, for people who judge whether to trust it; docs/reference/eyes.md is made of these. */
export interface EyeCard {
  /** What it looks for, in the clinic's words. */
  readonly title: string;
  /** Measured by rules of ours, or learned from pictures where the model set has a net, else measured. */
  readonly kind: 'measured' | 'learned, else measured';
  /** Task of the model whose card says what was learned; null: nothing was. */
  readonly learnedBy: 'acne-detection' | 'lesion-segmentation' | null;
  readonly signs: readonly string[];
  readonly figures: readonly string[];
  readonly how: string;
  /** On what its numbers were chosen. */
  readonly chosenOn: string;
  /** First words of its rows in docs/reference/phantoms.md. */
  readonly phantoms: readonly string[];
  readonly failures: readonly string[];
}

const relative =
  'Inflamed skin is outlined by its erythema index (optical densities, after Diffey and others 1984 and Takiwaki 1998) against the rest of the skin in the picture; every sign compares it with that skin, so that the own skin tone falls out.';
const phantomsOnly = 'Rendered skin, and a look at some photographs; no grades of clinicians.';
const needsOwnSkin =
  'Without unaffected skin in the picture there is nothing to compare with: confidence falls.';
const noBlur =
  'Blur and small files hide texture: scale, dryness, lichenification and relief are lost first.';

/** One card for each eye; a missing one does not compile. */
export const eyeCards: Readonly<Record<LookedFor, EyeCard>> = {
  acne: {
    title: 'Lesions of acne, and the grade of the whole',
    kind: 'learned, else measured',
    learnedBy: 'acne-detection',
    signs: [],
    figures: ['acne', 'acneDensity', 'acneGrade'],
    how: 'A net finds and counts lesions and gives a grade (Hayashi 2008). Without one, round red spots are counted by colour and size, and there is no grade.',
    chosenOn:
      'Learned: see the card of the model. Measured: spots were tuned on training pictures of ACNE04, and on rendered skin.',
    phantoms: ['acne (measured)'],
    failures: [
      'The figures above are of the measured fallback alone; blackheads and whiteheads are not seen by it at all.',
      'Moles, scars, nostrils and lips are counted now and then; crowded lesions merge.',
    ],
  },
  depigmentation: {
    title: 'Skin without pigment (vitiligo)',
    kind: 'measured',
    learnedBy: null,
    signs: [],
    figures: ['depigmentation'],
    how: 'Light is flattened, pigment measured as an optical density; pale skin stands apart from the own pigmented skin as a second tone.',
    chosenOn: phantomsOnly,
    phantoms: ['depigmentation'],
    failures: [
      'Very light skin has hardly any pigment to lose: patches in it are not told apart.',
      'Skin that lost its pigment throughout the picture looks like even skin; gloss, scars and scale can pass for pale skin.',
    ],
  },
  eczema: {
    title: 'Signs of atopic eczema',
    kind: 'measured',
    learnedBy: null,
    signs: ['erythema', 'swelling', 'induration', 'crusting', 'excoriation', 'lichenification', 'dryness'],
    figures: ['affectedPercent'],
    how: relative,
    chosenOn: phantomsOnly,
    phantoms: ['eczema'],
    failures: [
      needsOwnSkin,
      noBlur,
      'Dryness is hardly to be told at 512 pixels; its confidence is kept low.',
      'Swelling and induration need light from the side: one photograph from the front shows little of them.',
    ],
  },
  hairLoss: {
    title: 'Hair and bare scalp (alopecia)',
    kind: 'measured',
    learnedBy: null,
    signs: [],
    figures: ['hairLoss'],
    how: 'Hair is told from skin by more fine texture than the bare skin of the same picture has, and by being darker; the scalp is what the hair frames.',
    chosenOn: phantomsOnly,
    phantoms: ['hair loss'],
    failures: [
      'Light hair (blond, grey) in a blurred or noisy photograph without any bare skin is partly taken for bare scalp; pores and noise for light hair.',
      'A fully bald head, a shaved one, a parting, caps and dark backgrounds mislead it.',
    ],
  },
  plaques: {
    title: 'Plaques of psoriasis',
    kind: 'measured',
    learnedBy: null,
    signs: ['erythema', 'induration', 'desquamation'],
    figures: ['affectedPercent'],
    how: `${relative} Scale is what lies pale on the red; thickness is shading along the edge.`,
    chosenOn: phantomsOnly,
    phantoms: ['plaques'],
    failures: [
      needsOwnSkin,
      noBlur,
      'Anything red counts as inflamed: lips, flushed cheeks, sunburn, tattoos; on very dark skin redness is faint.',
      'Induration needs light from the side.',
    ],
  },
  pustules: {
    title: 'Generalised pustular psoriasis',
    kind: 'measured',
    learnedBy: null,
    signs: ['erythema', 'desquamation', 'pustulation'],
    figures: [],
    how: `${relative} Pustules are small, bright, yellowish spots on red ground; the grade follows the ground that they cover.`,
    chosenOn: phantomsOnly,
    phantoms: ['pustules'],
    failures: [
      needsOwnSkin,
      'Gloss and scale resemble pus; lakes of pus that run together are no spots any more.',
    ],
  },
  suppuration: {
    title: 'Nodules, abscesses and draining tunnels (hidradenitis)',
    kind: 'measured',
    learnedBy: null,
    signs: [],
    figures: ['nodule', 'abscess', 'drainingTunnel'],
    how: 'Large red swellings; by the shape and the colour of their middle nodule (even), abscess (pus) or tunnel (slit-like opening).',
    chosenOn: phantomsOnly,
    phantoms: ['suppuration'],
    failures: [
      'What lies under the skin a photograph does not show: it cannot replace a finger or ultrasound.',
      'Hair and creases of armpit and groin, and scars, are mistaken for openings; which of the three is unsure.',
    ],
  },
  unspecific: {
    title: 'Inflamed skin without a known condition',
    kind: 'measured',
    learnedBy: null,
    signs: ['dryness', 'erythema'],
    figures: ['inflammations'],
    how: `${relative} Round red spots are counted.`,
    chosenOn: 'Spots: training pictures of ACNE04, and rendered skin. The rest: rendered skin.',
    phantoms: ['unspecific'],
    failures: [needsOwnSkin, noBlur, 'Moles, bites and vessels are counted as inflammations now and then.'],
  },
  wheals: {
    title: 'Wheals (urticaria)',
    kind: 'measured',
    learnedBy: null,
    signs: [],
    figures: ['wheals'],
    how: 'Pink, soft-edged spots from half a centimetre on a hand of skin up to large plates; those that touch are one.',
    chosenOn: phantomsOnly,
    phantoms: ['wheals'],
    failures: [
      'Any pink patch passes for a wheal: it measures colour and shape, not swelling.',
      'On dark skin wheals are hardly pink; plates that run together count as one.',
    ],
  },
  wound: {
    title: 'Open wounds, their bed and border',
    kind: 'learned, else measured',
    learnedBy: 'lesion-segmentation',
    signs: ['erythema'],
    figures: ['slough', 'necrosis', 'maceration', 'and the other tissues and borders of the wound scale'],
    how: 'A net outlines the wound; without one, colour against the skin nearby does. The bed is always measured by colour: red, yellow, black, as Cuzzell 1988 taught it; limits between the colours are our own.',
    chosenOn:
      'Outline: see the card of the model. Outline by colour: not fitted; mean Dice 0.28 on 100 photographs of foot ulcers. Bed: single colours and rendered skin.',
    phantoms: ['wound'],
    failures: [
      'The outline by colour is a makeshift, and the figures above are of it: the net was not asked on rendered skin.',
      'Dark skin passes for necrosis, pale rims for maceration, gloss for slough; coloured light moves all of them.',
      'Biofilm, depth and smell are not in a photograph.',
    ],
  },
};
