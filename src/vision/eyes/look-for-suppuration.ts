// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../record/severity-reading.ts';
import { findSuppuration, type Suppuration } from './blobs/find-suppuration.ts';
import { countBoxes } from './blobs/rate-spots.ts';
import { readGround } from './blobs/read-ground.ts';
import type { EyeFinding, EyePicture } from './eye.ts';

/**
 * Counts nodules, abscesses and draining tunnels (hidradenitis suppurativa), one figure each. Measured from colour and
 * shape: what lies under the skin a photograph does not show, and a finger feels more than this sees.
 */
export function lookForSuppuration(picture: EyePicture): EyeFinding {
  const ground = readGround(picture.image);
  const boxes = findSuppuration(ground);
  const count = (kind: Suppuration): Reading =>
    countBoxes(
      boxes.filter((box) => box.code === kind),
      ground,
    );
  const figures = {
    nodule: count('nodule'),
    abscess: count('abscess'),
    drainingTunnel: count('drainingTunnel'),
  };
  return { signs: {}, figures, boxes, masks: [], drawing: 'annotation' };
}
