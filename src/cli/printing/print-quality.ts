// SPDX-License-Identifier: Apache-2.0
import type { ImageDiagnosis } from '../../record/diagnosis.ts';
import type { ImageAnalysis } from '../../record/image-analysis.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { formatWords, modalityWords, percentWords, reasonWords } from './words.ts';

/** Whether the photograph is usable, how good it is, and for each fault what to do about it. */
export function printQuality(image: ImageDiagnosis, terminal: Terminal): void {
  const { quality, domain, modality, isValid, reasons } = image.validity;
  const verdict = isValid ? terminal.paint('green', 'usable') : terminal.paint('red', 'not usable');
  const size = `${image.widthPx} x ${image.heightPx} px ${formatOf(image)}`;
  terminal.print(`  ${verdict}, quality ${quality.score} of 100 (${quality.interpretation}), ${size}`);
  const sureness = Math.max(modality.clinicalProbability, modality.dermoscopicProbability);
  const kind =
    modality.value === 'None'
      ? modalityWords.None
      : `${modalityWords[modality.value]} ${percentWords(sureness)}`;
  terminal.print(`  skin ${percentWords(domain.skinProbability)}, ${kind}`);
  for (const reason of reasons) terminal.print(`  ${terminal.paint('yellow', '-')} ${reasonWords[reason]}`);
}

function formatOf({ format }: ImageDiagnosis): string {
  return format in formatWords ? formatWords[format as ImageAnalysis['format']] : format;
}
