// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireBand } from '@openderm/contract';
import { bandShares } from './band-shares.ts';
import { useScoreText } from './score-words.ts';
import { textIn } from './to-scores.ts';

const intensityNames = ['none', 'low', 'moderate', 'high'] as const;

/** The pattern of a band; beside it stands its name, so it is hidden from screen readers. */
function Swatch({ intensity }: { readonly intensity: number }) {
  return <span class={`band-fill ${intensityNames[intensity] ?? 'none'}`} aria-hidden="true" />;
}

/** Bands as a bar in proportion, with the numbers they begin at; the table below it says the same. */
export function BandScale({ bands }: { readonly bands: readonly QuestionnaireBand[] }) {
  return (
    <div class="band-scale">
      <BandBar bands={bands} />
      <BandTable bands={bands} />
    </div>
  );
}

/** The bar alone: a drawing of what is written elsewhere. */
export function BandBar({ bands }: { readonly bands: readonly QuestionnaireBand[] }) {
  const { number } = useScoreText();
  const shares = bandShares(bands);
  const last = bands.at(-1);
  return (
    <span class="band-bar" aria-hidden="true">
      {bands.map((band, at) => (
        <span
          key={band.range}
          class={`band-part ${roomOf(band, bands[at + 1])}`}
          style={{ flexGrow: shares[at] ?? 1 }}
        >
          <Swatch intensity={band.intensity} />
          <span class="band-number number">{band.from === bands[at - 1]?.from ? '' : number(band.from)}</span>
        </span>
      ))}
      {last !== undefined && last.to !== last.from && (
        <span class="band-end number">{last.to === null ? '…' : number(last.to)}</span>
      )}
    </span>
  );
}

/** The first number of a scale may stand for a band alone; the last band shows two numbers. */
function roomOf({ from, to }: Bounds, next: Bounds | undefined): string {
  if (next === undefined) return from === to ? '' : 'last';
  return from === next.from ? 'narrow' : '';
}

function BandTable({ bands }: { readonly bands: readonly QuestionnaireBand[] }) {
  const { s, language } = useScoreText();
  const rangeWords = useRangeWords();
  return (
    <table class="band-table">
      <thead>
        <tr>
          <th scope="col">{s('bandName')}</th>
          <th scope="col">{s('bandRange')}</th>
          <th scope="col">{s('bandIntensity')}</th>
        </tr>
      </thead>
      <tbody>
        {bands.map((band) => (
          <tr key={band.range}>
            <th scope="row">
              <span class="band-name">
                <Swatch intensity={band.intensity} /> {textIn(band.category, language)}
              </span>
            </th>
            <td class="number">{rangeWords(band)}</td>
            <td>{s(`intensity.${intensityNames[band.intensity] ?? 'none'}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Bounds = Pick<QuestionnaireBand, 'from' | 'to' | 'fromInclusive' | 'toInclusive'>;

/** A range in signs, e.g. "≥ 7, < 15". */
export function useRangeWords(): (bounds: Bounds) => string {
  const { s, number } = useScoreText();
  return ({ from, to, fromInclusive, toInclusive }) => {
    if (from === to) return number(from);
    const lower = `${fromInclusive ? '≥' : '>'}\u00a0${number(from)}`;
    if (to === null) return lower;
    return s('and', { lower, upper: `${toInclusive ? '≤' : '<'}\u00a0${number(to)}` });
  };
}
