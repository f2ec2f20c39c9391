// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

const Count = (description: string) => Type.Integer({ minimum: 0, description });

/** Every limit and threshold a client may want to know before it sends anything. */
export const LimitsResponse = Type.Object({
  request: Type.Object({
    maxBytes: Count('Bytes of a whole body; above it 413.'),
    maxImages: Count('Photographs in one request; above it 422.'),
    maxTextBytes: Count('Bytes of a body that are not base64 of a photograph; above it 413.'),
    maxDepth: Count('Nesting of the JSON; above it 422.'),
    maxTitleCharacters: Count('Characters of `title` and `contentType`; above it 422.'),
    maxIdleSeconds: Count('Longest pause inside a body; after it 408.'),
  }),
  image: Type.Object({
    maxBytes: Count('Decoded bytes of one photograph; above it 413.'),
    maxPixels: Count('Width times height; above it 422.'),
    contentTypes: Type.Array(Type.String(), { description: 'What the bytes may be.' }),
  }),
  quality: Type.Object({
    acceptableFrom: Count('Lowest acceptable quality score.'),
    bands: Type.Array(Type.Object({ interpretation: Type.String(), from: Count(''), to: Count('') })),
  }),
  imageEvidence: Type.Object({
    warnBelowPercent: Type.Number({
      description:
        'Below it an answer carries `outsideKnownConditions`; a low indicator is then no reassurance.',
    }),
  }),
  token: Type.Object({ lifetimeMinutes: Count('An access token opens doors for so long.') }),
});
export type LimitsResponse = Static<typeof LimitsResponse>;
