// SPDX-License-Identifier: Apache-2.0
import type { ReportRecord } from '../../record/report-record.ts';
import type { ConditionSets } from '../analyses/condition-sets.ts';
import { packResult, unpackResult } from '../analyses/pack-result.ts';
import type { ReportRow, ReportScoreRow } from '../tables.ts';
import type { AddedSeverities } from './report-store.ts';

/** What has a column of its own. */
type InColumns =
  | 'id'
  | 'companyId'
  | 'createdAtMs'
  | 'subjectHash'
  | 'bodySite'
  | 'pathology'
  | 'softwareVersion'
  | 'diagnosis';

/** What is kept as JSON. Written as JSON, any text may be in it, also what no column of Postgres takes. */
type ReportDetails = Omit<ReportRecord, InColumns>;

/** The row of a report; its conditions are kept before it. */
export async function packReport(record: ReportRecord, sets: ConditionSets): Promise<ReportRow> {
  const {
    id,
    companyId,
    createdAtMs,
    subjectHash,
    bodySite,
    pathology,
    softwareVersion,
    diagnosis,
    ...rest
  } = record;
  const { json, conclusions, slugs } = packResult(diagnosis);
  return {
    id,
    company_id: companyId,
    created_at_ms: createdAtMs,
    subject_hash: subjectHash,
    body_site: bodySite,
    pathology,
    software_version: softwareVersion,
    condition_set_id: await sets.keep(slugs),
    conclusions,
    diagnosis: json,
    details: JSON.stringify(withoutPictures(rest)),
  };
}

/** Pictures are kept beside the record: those of a score that was only just made must not slip in. */
function withoutPictures({ severities, ...rest }: ReportDetails): ReportDetails {
  const kept = severities.map((each) => ({ ...each, score: { ...each.score, pictures: [] } }));
  return { ...rest, severities: kept };
}

/** The details with scores added; undefined where one of them is there already. */
export function addToDetails(json: string, { severities, models }: AddedSeverities): string | undefined {
  const details: ReportDetails = JSON.parse(json);
  const known = details.severities.map(({ score }) => score.form);
  if (severities.some(({ score }) => known.includes(score.form))) return undefined;
  const news = models.filter(({ sha256, task }) => {
    return !details.models.some((each) => each.sha256 === sha256 && each.task === task);
  });
  return JSON.stringify(
    withoutPictures({
      ...details,
      severities: [...details.severities, ...severities],
      models: [...details.models, ...news],
    }),
  );
}

/** @param slugs the conditions that the packed conclusions refer to */
export function unpackReport(row: ReportRow, slugs: readonly string[]): ReportRecord {
  const details: ReportDetails = JSON.parse(row.details);
  return {
    ...details,
    id: row.id,
    companyId: row.company_id,
    createdAtMs: row.created_at_ms,
    subjectHash: row.subject_hash,
    bodySite: row.body_site,
    pathology: row.pathology,
    softwareVersion: row.software_version,
    diagnosis: unpackResult({ json: row.diagnosis, conclusions: row.conclusions, slugs }),
  };
}

/** The scores of a report, one by one. Those of nobody in particular are in no course. */
export function toScoreRows(record: ReportRecord): ReportScoreRow[] {
  const { id, companyId, createdAtMs, subjectHash, bodySite, severities } = record;
  if (subjectHash === null) return [];
  return severities.map(({ score }, place) => ({
    report_id: id,
    place,
    company_id: companyId,
    subject_hash: subjectHash,
    form: score.form,
    body_site: bodySite,
    created_at_ms: createdAtMs,
    value: JSON.stringify(score.value),
  }));
}
