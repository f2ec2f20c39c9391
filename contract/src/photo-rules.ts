// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

const curve = (description: string) =>
  Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), {
    description: `${description} Points \`[measured, grade 0-1]\` by rising measure: straight between them, level beyond.`,
  });

/** What the server grades photographs by, so that a page can look at one before it is sent. */
export const PhotoRules = Type.Object({
  maxPhotos: Type.Integer({ description: 'Beside them there may be one that shows the place.' }),
  maxPhotoBytes: Type.Integer(),
  maxPixels: Type.Integer({ description: 'Width times height.' }),
  acceptableFrom: Type.Number({ description: 'Lowest quality score, 0-100, that is acceptable.' }),
  quality: Type.Object({
    notableBelow: Type.Number({ description: 'Below this grade a fault is worth a word.' }),
    worstWeight: Type.Number({
      description: 'w in `score = 100 * worst^w * product^(1 - w)` over the grades of all faults.',
    }),
    judgedSidePx: Type.Integer({ description: 'Short side that every picture is judged at.' }),
    curves: Type.Object({
      resolution: curve('Short side in pixels.'),
      highlights: curve('Luma below which 90 % of the pixels lie; too dark.'),
      shadows: curve('Luma below which 25 % of the pixels lie; too bright, times `clipping`.'),
      clipping: curve('Share of pixels with a channel at its end.'),
      blur: curve('Smoothness, 0 to 2.'),
      noise: curve('Standard deviation in grey levels.'),
      glare: curve('Share of white pixels inside the rim.'),
      contrast: curve('Grey levels between the darkest and the brightest twentieth.'),
    }),
  }),
});
export type PhotoRules = Static<typeof PhotoRules>;
