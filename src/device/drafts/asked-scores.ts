// SPDX-License-Identifier: Apache-2.0
import { ancestorsOf } from '../../catalogue/body-site-ancestors.ts';
import type { BodySite } from '../../catalogue/body-sites.ts';
import type { Catalogue, Condition } from '../../catalogue/catalogue.ts';
import type { Draft } from '../../record/draft.ts';
import type { ReportRecord } from '../../record/report-record.ts';
import type { ScoringSystem, Site } from '../../scoring/scoring-system.ts';
import type { PhotographSystem } from '../read-photograph-score.ts';
import { listAskingScores } from '../report-scorers.ts';

/** What a report still wants to know, and what that depends on. */
export interface AskedScores {
  /** What is known of the patient, else what the photographs show. */
  readonly pathology: Condition | null;
  readonly site: Site;
  readonly asking: readonly PhotographSystem[];
}

export interface AskedScoresDependencies {
  readonly systems: readonly ScoringSystem[];
  readonly bodySites: readonly BodySite[];
  readonly catalogue: Pick<Catalogue, 'find'>;
}

/** Scores that are wanted and wait for somebody's answers. */
export function findAskedScores(
  { wishes }: Draft,
  record: ReportRecord,
  { systems, bodySites, catalogue }: AskedScoresDependencies,
): AskedScores {
  const slug = wishes.knownCondition ?? record.pathology;
  const pathology = slug === null ? null : (catalogue.find(slug) ?? null);
  const site = { code: record.bodySite, ancestors: ancestorsOf(record.bodySite, bodySites) };
  const wanted = { forced: wishes.forced, condition: pathology, site };
  const asking = listAskingScores(wanted, systems).filter(({ system }) => !isScored(system.code, record));
  return { pathology, site, asking };
}

export function isScored(code: string, { severities }: ReportRecord): boolean {
  return severities.some(({ score }) => score.code === code);
}
