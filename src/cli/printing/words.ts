// SPDX-License-Identifier: Apache-2.0
import type { DiagnosisWarning } from '../../record/diagnosis.ts';
import type { ImageAnalysis, Modality, QualityReason } from '../../record/image-analysis.ts';

/** What is wrong with a photograph, and what to do about it. */
export const reasonWords: Readonly<Record<QualityReason, string>> = {
  blur: 'blurred: hold the camera still and let it focus',
  tooDark: 'too dark: more light, no shadow over the skin',
  tooBright: 'too bright: no flash from near, no direct sun',
  lowContrast: 'little contrast: wipe the lens, use even light',
  lowResolution: 'too few pixels: send the original, not a thumbnail',
  glare: 'glare: turn the light or the camera a little',
  noise: 'grainy: more light',
  compression: 'squeezed too hard: send the original file',
  notSkin: 'does not look like skin',
};

export const warningWords: Readonly<Record<DiagnosisWarning, string>> = {
  noValidImage: 'No photograph is usable: the reading covers unusable ones and must not be relied on.',
  outsideKnownConditions:
    'Most of the probability is not from the picture: this may be something the model was never taught. A low number is no reassurance.',
  imagesDisagree: 'The photographs point to different conditions: read each one by itself.',
  nonCommercialModel: 'These models may not be used commercially (see their licences).',
  forcedScoreUnread: 'A score that was asked for cannot be read with these models.',
};

export const modalityWords: Readonly<Record<Modality, string>> = {
  Clinical: 'clinical photograph',
  Dermoscopic: 'dermoscopic picture',
  None: 'neither clinical nor dermoscopic',
};

export const formatWords: Readonly<Record<ImageAnalysis['format'], string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  heif: 'AVIF',
};

/**
 * A probability (0-1) as people read it; what is nearly nothing or nearly certain is not rounded to it.
 * @example percentWords(0.1234) // '12.3 %'
 */
export function percentWords(probability: number): string {
  if (probability > 0 && probability < 0.001) return '< 0.1 %';
  if (probability < 1 && probability > 0.999) return '> 99.9 %';
  return `${(probability * 100).toFixed(1)} %`;
}

/** Breaks a sentence into lines of at most `widthColumns`. */
export function wrapWords(text: string, widthColumns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= widthColumns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
