// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { EchoedAttachment, ImagePayload, ReceivedImage } from './content-attachment.ts';
import { maxImages } from './diagnosis-support.ts';
import { MediaValidity } from './media-validity.ts';
import { Model } from './model.ts';

export const ImageQualityRequest = ImagePayload(maxImages);
export type ImageQualityRequest = Static<typeof ImageQualityRequest>;

/** Media validity alone: nothing is diagnosed and nothing kept. Ours; the reference has no such endpoint. */
export const ImageQualityResponse = Type.Object({
  analysisDuration: Type.Number({ minimum: 0, description: 'Seconds.' }),
  imagingAnalysis: Type.Array(
    Type.Object({
      mediaValidity: MediaValidity,
      contentAttachment: EchoedAttachment,
      receivedImage: ReceivedImage,
    }),
    { description: 'One entry per photograph, in order.' },
  ),
  models: Type.Array(Model),
});
export type ImageQualityResponse = Static<typeof ImageQualityResponse>;
