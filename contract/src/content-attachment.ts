// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableText } from './concept.ts';

/** Longest free text that accompanies a photograph; a label, not a letter. */
export const maxLabelCharacters = 500;

/** A photograph in a request. */
export const ContentAttachment = Type.Object({
  data: Type.String({
    contentEncoding: 'base64',
    description: 'The bytes of a JPEG, PNG, WebP or AVIF picture in base64, without a `data:` prefix.',
  }),
  title: Type.Optional(
    NullableText({ maxLength: maxLabelCharacters, description: 'Free label, echoed in the answer.' }),
  ),
  contentType: Type.Optional(
    NullableText({
      maxLength: maxLabelCharacters,
      description:
        'Advisory and echoed: the bytes decide what the picture is. The reference assumes image/png.',
    }),
  ),
});
export type ContentAttachment = Static<typeof ContentAttachment>;

/** One or more photographs; fields that are not named here are ignored. */
export const ImagePayload = (maxImages: number) =>
  Type.Object({
    payload: Type.Array(Type.Object({ contentAttachment: ContentAttachment }), {
      minItems: 1,
      maxItems: maxImages,
      description: 'The photographs. Several are read one by one and answered together.',
    }),
  });

/** What the caller said about a photograph, as it said it. */
export const EchoedAttachment = Type.Object({
  title: NullableText({ description: 'As sent; null when it was not.' }),
  contentType: NullableText({ description: 'As sent; null when it was not.' }),
});

/** Additive: what was actually received. */
export const ReceivedImage = Type.Object({
  sha256: Type.String({ description: 'SHA-256 of the received bytes, lower-case hex.' }),
  contentType: Type.String({ description: 'What the bytes are.' }),
  width: Type.Integer({ minimum: 1, description: 'Pixels, upright.' }),
  height: Type.Integer({ minimum: 1, description: 'Pixels, upright.' }),
});
export type ReceivedImage = Static<typeof ReceivedImage>;
