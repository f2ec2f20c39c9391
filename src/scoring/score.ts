// SPDX-License-Identifier: Apache-2.0
import { findBand } from './bands.ts';
import type { ValueTree } from './items.ts';
import type { Band, Form, Outcome, ScoringSystem, Site } from './scoring-system.ts';

/** A score, read. */
export interface Score extends Outcome {
  /** Null where the system has no bands. */
  readonly band: Band | null;
  /** The table the band was read off: the system's, or scaled to the site. */
  readonly bandTable: readonly Band[];
  /** The same score against cut-offs scaled to the site; only where it differs from `band`. */
  readonly localBand?: Band;
}

/**
 * The score of answers that fit the form (see `checkAnswers`).
 * @throws SiteError when the body site has no place in this score; Error when a band table has a gap
 */
export function score(
  system: ScoringSystem,
  form: Form,
  { values, site }: { readonly values: ValueTree; readonly site: Site },
): Score {
  const outcome = form.formula(values, site);
  const bandTable = outcome.bands ?? system.bands?.bands ?? [];
  const band = bandTable.length === 0 ? null : bandOf(system.code, bandTable, outcome);
  if (outcome.localBands === undefined) return { ...outcome, band, bandTable };
  return { ...outcome, band, bandTable, localBand: bandOf(system.code, outcome.localBands, outcome) };
}

function bandOf(code: string, bands: readonly Band[], { value, category }: Outcome): Band {
  const band =
    category === undefined ? findBand(bands, value) : bands.find((each) => each.category === category);
  if (band === undefined) throw new Error(`${code}: no band for ${category ?? value}`);
  return band;
}
