// SPDX-License-Identifier: Apache-2.0
import type { ReportHistoryEntry, SeverityInterpretation } from '@openderm/contract';
import { ancestorsOf } from '../../catalogue/body-site-ancestors.ts';
import { toCatalogueLocale } from '../../catalogue/local-word.ts';
import type { ReportSeverity } from '../../record/report-record.ts';
import { type Score, score } from '../../scoring/score.ts';
import { scoreChange } from '../../scoring/score-change.ts';
import type { Form, ScoringSystem } from '../../scoring/scoring-system.ts';
import { toScoreBlock } from '../score-block.ts';
import { severityLevels } from '../severity-levels.ts';
import { findCondition, type ReportContext } from './report-context.ts';
import { createScoreTexts, type ScoreTexts } from './score-texts.ts';
import { type ShownFacet, toShownFacets } from './shown-facets.ts';
import { roundPercent } from './to-report-figure.ts';
import { toReportInstant } from './to-report-instant.ts';

/** A score, as both views show it. */
export interface ShownSeverity {
  /** E.g. `apasiLocal`. */
  readonly code: string;
  readonly title: string;
  readonly value: number;
  /** Null where the score has no bands. */
  readonly band: { readonly level: 1 | 2 | 3; readonly text: string } | null;
  readonly interpretations: SeverityInterpretation[];
  readonly facets: readonly ShownFacet[];
  readonly reduction: number | null;
  readonly history: ReportHistoryEntry[] | null;
  readonly facts: {
    readonly condition: string;
    readonly forced: boolean;
    readonly imageIndex: number;
    readonly validated: boolean;
    readonly warnings: { readonly code: string; readonly text: string }[];
  };
}

/** Acne's score goes by its old name in reports. @source the reference's printed report of acne */
export const reportNames: Readonly<Record<string, string>> = { aladinLocal: 'alegi' };

export function toShownSeverity(severity: ReportSeverity, context: ReportContext): ShownSeverity {
  const { system, form } = findForm(severity, context);
  const texts = createScoreTexts(context.sources.wording, context.locale);
  const counted = countAgain(severity, { system, form }, context);
  const { items, components, value } = severity.score;
  return {
    code: reportNames[form.identifier] ?? form.identifier,
    title: texts.title(system, form.identifier),
    // As it was kept, though a later version should count otherwise.
    value,
    ...toBands({ system, counted, severity }, { texts, context }),
    facets: toShownFacets({ form, items, components: { ...counted.components, ...components } }, texts),
    ...toCourse(system, severity, context),
    facts: {
      condition: findCondition(severity.condition, context).text,
      forced: severity.forced,
      imageIndex: severity.imageIndex,
      validated: system.validated,
      warnings: severity.score.warnings.map((code) => ({ code, text: texts.warning(code) })),
    },
  };
}

interface SystemForm {
  readonly system: ScoringSystem;
  readonly form: Form;
}

function findForm(
  { score: { code, form: identifier } }: ReportSeverity,
  { sources }: ReportContext,
): SystemForm {
  const system = sources.systems.find((each) => each.code === code);
  const form = system?.forms.find((each) => each.identifier === identifier);
  if (system === undefined || form === undefined)
    throw new Error(`Expected a score ${code} with a form ${identifier}`);
  return { system, form };
}

/** Its bands depend on the site, and records keep no words. */
function countAgain(
  severity: ReportSeverity,
  { system, form }: SystemForm,
  { sources }: ReportContext,
): Score {
  const { bodySite } = severity.photograph;
  const values = Object.entries(severity.score.items).map(([code, { value }]) => [code, value] as const);
  const site = { code: bodySite, ancestors: ancestorsOf(bodySite, sources.bodySites) };
  return score(system, form, { values: Object.fromEntries(values), site });
}

interface Words {
  readonly texts: ScoreTexts;
  readonly context: ReportContext;
}

interface Banded {
  readonly system: ScoringSystem;
  readonly counted: Score;
  readonly severity: ReportSeverity;
}

function toBands({ system, counted, severity }: Banded, { texts, context }: Words) {
  const { bandTable } = counted;
  const { category } = severity.score;
  const band = bandTable.find((each) => each.category === category) ?? counted.band;
  const block = toScoreBlock(system, counted, toCatalogueLocale(context.locale));
  return {
    band: band && { level: severityLevels[band.intensity].severity, text: texts.band(band) },
    interpretations: block.severity.interpretations.map((each, index) => {
      const own = bandTable[index];
      return own === undefined ? each : { ...each, text: texts.band(own) };
    }),
  };
}

/** What became of the score since the first report of this patient, site and form. */
function toCourse(
  system: ScoringSystem,
  { score: { form, value } }: ReportSeverity,
  { report: { record, earlier } }: ReportContext,
): Pick<ShownSeverity, 'reduction' | 'history'> {
  const known = (earlier.get(form) ?? []).toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  const points = known.map((each) => ({ value: each.value, atMs: each.createdAtMs, answers: null }));
  const change = scoreChange(system, { value, atMs: record.createdAtMs, answers: null }, points);
  if (change === null) return { reduction: null, history: null };
  return {
    reduction: change.reductionPercent === null ? null : roundPercent(change.reductionPercent),
    history: known.map(({ encryptedId, createdAtMs, value: then }) => ({
      diagnosticReportId: encryptedId,
      issued: toReportInstant(createdAtMs),
      value: then,
    })),
  };
}
