// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';
import { neededDigits } from './needed-digits.ts';
import { type Band, findOwnBand } from './own-band.ts';

type Score = RawReport['result']['scoringSystems'][number]['score'];

/** The bands side by side, the score's own marked: by its frame and weight too, not by colour alone. */
export function BandBar({ score: { value, severity } }: { readonly score: Score }) {
  const { w, number } = useWords();
  const own = findOwnBand(value, severity);
  if (severity.interpretations.length === 0) return <p class="small soft">{w('result.noBands')}</p>;
  const exact = (each: number) => number(each, neededDigits(each));
  return (
    <ol class="bands small" aria-label={w('result.bands')}>
      {severity.interpretations.map((band) => (
        <li
          key={`${band.text} ${band.min}`}
          class={`band level-${band.coding[0]?.code ?? 1}`}
          aria-current={band === own ? 'true' : undefined}
        >
          <span>{band.text}</span>
          <span class="number">{toRange(band, exact)}</span>
        </li>
      ))}
    </ol>
  );
}

function toRange({ min, max }: Band, exact: (value: number) => string): string {
  if (max === null) return `≥ ${exact(min)}`;
  return min === max ? exact(min) : `${exact(min)}–${exact(max)}`;
}
