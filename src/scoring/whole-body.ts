// SPDX-License-Identifier: Apache-2.0
import { aeasi } from './aeasi.ts';
import { aihs4 } from './aihs4.ts';
import { aladin } from './aladin.ts';
import { apasi } from './apasi.ts';
import { asalt } from './asalt.ts';
import { ascorad } from './ascorad.ts';
import { avasi } from './avasi.ts';
import { findBand } from './bands.ts';
import type { ValueTree } from './items.ts';
import type { Band, ScoringSystem } from './scoring-system.ts';
import { wholeBodyEasi, wholeBodyPasi, wholeBodyScorad } from './whole-body-by-region.ts';
import { wholeBodyAladin, wholeBodyIhs4, wholeBodyVasi, wholeScalpSalt } from './whole-body-by-sum.ts';
import { expectDistinctSites, type Series, type WholeBodyOutcome } from './whole-body-series.ts';

/** A score that photographs of several sites make up together. */
export interface WholeBodySystem {
  readonly system: ScoringSystem;
  /** Items of the local form that are answered once for the person; the others belong to each site. */
  readonly personItems: readonly string[];
  /**
   * The score of the body; the sites may be any part of it.
   * @throws SiteError `noSite`, `overlap`, `noView`, `noScalpView`
   */
  formula(series: Series<ValueTree, ValueTree>): WholeBodyOutcome;
}

/** A score of the whole body, read against the whole-body cut-offs of its system. */
export interface WholeBodyScore extends WholeBodyOutcome {
  readonly band: Band;
  readonly bandTable: readonly Band[];
}

/** Those of the photograph systems that have a whole-body form, in the order of their codes. */
export const wholeBodySystems: readonly WholeBodySystem[] = [
  define({ system: aeasi, personItems: ['patientAge'], formula: wholeBodyEasi }),
  define({ system: aihs4, personItems: [], formula: wholeBodyIhs4 }),
  define({ system: aladin, personItems: [], formula: wholeBodyAladin }),
  define({ system: apasi, personItems: [], formula: wholeBodyPasi }),
  define({ system: asalt, personItems: [], formula: wholeScalpSalt }),
  define({ system: ascorad, personItems: ['pruritus', 'sleeplessness'], formula: wholeBodyScorad }),
  define({ system: avasi, personItems: [], formula: wholeBodyVasi }),
];

/** The whole-body form of a system; nothing where it has none. */
export function findWholeBodySystem(code: string): WholeBodySystem | undefined {
  return wholeBodySystems.find(({ system }) => system.code === code);
}

/**
 * The score of the whole body from sites whose answers fit the local form (see `checkAnswers`).
 * @throws SiteError for sites that have no place in it, are given twice or overlap, or when there are none; Error when a
 * band table has a gap
 */
export function scoreWholeBody(
  { system, formula }: WholeBodySystem,
  series: Series<ValueTree, ValueTree>,
): WholeBodyScore {
  expectDistinctSites(series.sites);
  const outcome = formula(series);
  const bandTable = system.bands?.bands ?? [];
  const band = findBand(bandTable, outcome.value);
  if (band === undefined) throw new Error(`${system.code}: no band for ${outcome.value}`);
  return { ...outcome, band, bandTable };
}

function define<V, P>(form: {
  readonly system: ScoringSystem;
  readonly personItems: readonly string[];
  formula(series: Series<V, P>): WholeBodyOutcome;
}): WholeBodySystem {
  const { system, personItems } = form;
  // The values have been checked against the system's own items: checkAnswers.
  return { system, personItems, formula: (series) => form.formula(series as Series<V, P>) };
}
