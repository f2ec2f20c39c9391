// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

/** Which weights answered. */
export const Model = Type.Object({
  name: Type.String(),
  version: Type.String(),
  task: Type.Enum(['condition-classification', 'media-validity', 'lesion-segmentation', 'acne-detection']),
  sha256: Type.String({ description: 'Of the weights, lower-case hex.' }),
  licence: Type.Object({
    id: Type.String({ description: 'SPDX id or LicenseRef.' }),
    note: Type.String({ description: 'The restriction in words.' }),
    commercialUse: Type.Boolean(),
  }),
});
export type Model = Static<typeof Model>;
