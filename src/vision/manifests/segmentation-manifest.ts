// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { body, head, Name } from './manifest-parts.ts';

/** A share that is never certain: at 0 or 1 a mask would be everything or nothing. */
const Threshold = Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 });

export const SegmentationManifestSchema = Type.Object({
  ...head,
  task: Type.Literal('lesion-segmentation'),
  ...body,
  outputs: Type.Object({ logits: Name }),
  thresholds: Type.Record(Type.String(), Threshold),
});

/**
 * A net that outlines things. Out come logits `[1, C, h, w]`, one channel per label of `labels.json` (`lesion`,
 * `wound`), each for itself: what is seen is probable by its sigmoid, and present from its entry of `thresholds` on.
 */
export type SegmentationManifest = Static<typeof SegmentationManifestSchema>;
