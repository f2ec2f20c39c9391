// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../quality/pixel-image.ts';

/**
 * The same, worked out once for each picture: the eyes of one reading, and parts of one eye, ask the same of it. Kept for as long
 * as the picture itself, whose pixels nobody changes.
 */
export function oncePerPicture<Answer extends object>(
  measure: (image: PixelImage) => Answer,
): (image: PixelImage) => Answer {
  const answers = new WeakMap<PixelImage, Answer>();
  return (image) => {
    const answer = answers.get(image) ?? measure(image);
    answers.set(image, answer);
    return answer;
  };
}
