// SPDX-License-Identifier: Apache-2.0
import { presentFrom } from '../count-present.ts';
import type { EyeFinding } from '../eye.ts';
import type { Lesion } from './find-lesion.ts';

/** The lesion's outline and extent, as an eye hands them on. */
export function outlineLesion(lesion: Lesion): Omit<EyeFinding, 'signs'> {
  const { mask, affectedPercent, confidence } = lesion;
  return {
    figures: { affectedPercent: { value: affectedPercent, confidence, method: 'measured' } },
    boxes: [],
    masks: [{ stem: 'mask', mask, presentFrom, isOutlined: true }],
    drawing: 'segmentation',
  };
}
