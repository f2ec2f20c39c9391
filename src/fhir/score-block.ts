// SPDX-License-Identifier: Apache-2.0
import type { Score as ScoreBlock, ScoreInterpretation, SeverityInterpretation } from '@openderm/contract';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { word } from '../catalogue/words.ts';
import { readInterval } from '../scoring/bands.ts';
import type { Score } from '../scoring/score.ts';
import type { Band, ScoringSystem } from '../scoring/scoring-system.ts';
import { severityLevels } from './severity-levels.ts';
import { toVendorCode } from './wire-constants.ts';

/** A score in both shapes that the reference publishes, with what we add. */
export function toScoreBlock(system: ScoringSystem, score: Score, locale: CatalogueLocale): ScoreBlock {
  const { band, localBand, globalScoreContribution } = score;
  return {
    value: score.value,
    interpretation: toInterpretation(system, band, locale),
    severity: {
      value: band === null ? null : severityLevels[band.intensity].severity,
      interpretations: score.bandTable.map((each) => toSeverityInterpretation(each, locale)),
    },
    additionalData: { globalScoreContribution: toContribution(globalScoreContribution, locale) },
    localInterpretation: localBand === undefined ? null : toCategory(localBand, locale),
    components: toComponents(score.components ?? {}, locale),
  };
}

function toInterpretation(
  { bands }: ScoringSystem,
  band: Band | null,
  locale: CatalogueLocale,
): ScoreInterpretation | null {
  if (band === null) return null;
  return { ...toCategory(band, locale), basis: bands?.basis ?? 'localConvention' };
}

function toCategory({ category, intensity }: Band, locale: CatalogueLocale) {
  const text = word(`band.${category}`, locale);
  return { category: text, intensity: severityLevels[intensity].intensity, code: category };
}

function toSeverityInterpretation(
  { range, category, intensity }: Band,
  locale: CatalogueLocale,
): SeverityInterpretation {
  const { from, to } = readInterval(range);
  const { severity, display } = severityLevels[intensity];
  return {
    min: from,
    max: to === Number.POSITIVE_INFINITY ? null : to,
    text: word(`band.${category}`, locale),
    coding: [{ code: severity, display }],
  };
}

function toContribution(contribution: number | undefined, locale: CatalogueLocale) {
  if (contribution === undefined) return null;
  const text = word('additional.globalScoreContribution', locale);
  return { value: contribution, code: toVendorCode('globalScoreContribution', text) };
}

function toComponents(components: Readonly<Record<string, number>>, locale: CatalogueLocale) {
  const entries = Object.entries(components);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, { value, text: word(`component.${name}`, locale) }]),
  );
}
