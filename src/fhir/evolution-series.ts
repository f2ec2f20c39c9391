// SPDX-License-Identifier: Apache-2.0
import type { EvolutionPoint, EvolutionResponse, EvolutionSeries } from '@openderm/contract';
import { bodySites } from '../catalogue/body-sites.ts';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { word } from '../catalogue/words.ts';
import type { ScoreChange, SeriesPoint } from '../record/severity-assessment.ts';
import type { Form, ScoringSystem } from '../scoring/scoring-system.ts';
import { toScoreChange } from './score-change.ts';
import { toIssued } from './to-issued.ts';

/** The scores of one form over time, with what became of them. */
interface Series {
  readonly system: ScoringSystem;
  readonly form: Pick<Form, 'identifier'>;
  readonly bodySite: string | null;
  readonly points: readonly SeriesPoint[];
  readonly change: ScoreChange | null;
}

/** A patient's series, their texts in one language. */
export function toEvolutionReport(series: readonly Series[], locale: CatalogueLocale): EvolutionResponse {
  return { series: series.map((each) => toEvolutionSeries(each, locale)), locale };
}

function toEvolutionSeries(series: Series, locale: CatalogueLocale): EvolutionSeries {
  const { system, form, bodySite, points, change } = series;
  return {
    code: system.code,
    form: form.identifier,
    title: word(`${system.code}.title`, locale),
    direction: system.direction,
    bodySite: bodySite === null ? null : { code: bodySite, name: nameOf(bodySite, locale) },
    points: points.map((point) => toPoint(point, locale)),
    change: change && toScoreChange(change),
  };
}

function nameOf(code: string, locale: CatalogueLocale): string {
  return bodySites.find((site) => site.code === code)?.names[locale] ?? code;
}

function toPoint(
  { assessmentId, atMs, value, category }: SeriesPoint,
  locale: CatalogueLocale,
): EvolutionPoint {
  return {
    identifier: assessmentId,
    issued: toIssued(atMs),
    value,
    category: category === null ? null : { code: category, text: word(`band.${category}`, locale) },
  };
}
