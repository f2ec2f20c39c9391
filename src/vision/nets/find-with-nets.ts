// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../../quality/pixel-image.ts';
import type { LookedFor } from '../../record/severity-reading.ts';
import type { NetFindings } from '../eyes/eye.ts';
import { detectAcne } from './detect-acne.ts';
import type { LoadedNets } from './load-nets.ts';
import { segment } from './segment.ts';

/** Plaques and eczema are measured only: the lesions that the net learned are moles and tumours. */
const needsSegmentation = (lookFor: readonly LookedFor[]) => lookFor.includes('wound');
const needsAcne = (lookFor: readonly LookedFor[]) => lookFor.includes('acne');

/** What the nets say of the picture; only those that what is looked for needs are asked. */
export async function findWithNets(
  nets: LoadedNets,
  image: PixelImage,
  lookFor: readonly LookedFor[],
): Promise<NetFindings> {
  const { segmentation, acne } = nets;
  const masks = segmentation && needsSegmentation(lookFor) ? await segment(segmentation, image) : {};
  return {
    lesion: masks['lesion'] ?? null,
    wound: masks['wound'] ?? null,
    acne: acne && needsAcne(lookFor) ? await detectAcne(acne, image) : null,
  };
}
