// SPDX-License-Identifier: Apache-2.0
import type { AuditTables, PicturesGone } from './audit/audit-tables.ts';
import type { DraftChunkRow, DraftRow } from './drafts/draft-rows.ts';
import type { IdempotencyKeyRow, IdempotencyPieceRow } from './idempotency/idempotency-rows.ts';
import type { WebhookDeliveryRow, WebhookRow } from './webhooks/webhook-rows.ts';

/** The tables as the queries see them; rows never leave this room. Times are milliseconds since the epoch. */
export interface Tables extends AuditTables {
  readonly accounts: AccountRow;
  readonly analyses: AnalysisRow;
  readonly assessments: AssessmentRow;
  readonly assessment_scores: AssessmentScoreRow;
  readonly condition_sets: ConditionSetRow;
  readonly companies: CompanyRow;
  readonly api_tokens: ApiTokenRow;
  readonly app_keys: AppKeyRow;
  readonly drafts: DraftRow;
  readonly draft_chunks: DraftChunkRow;
  readonly reports: ReportRow & PicturesGone;
  readonly report_scores: ReportScoreRow;
  readonly secrets: SecretRow;
  readonly webhooks: WebhookRow;
  readonly webhook_deliveries: WebhookDeliveryRow;
  readonly idempotency_keys: IdempotencyKeyRow;
  readonly idempotency_pieces: IdempotencyPieceRow;
  readonly schema_versions: SchemaVersionRow;
}

export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly password_hash: string;
  readonly created_at_ms: number;
  readonly password_changed_at_ms: number;
  readonly role: 'administrator' | 'user';
  readonly company_id: string | null;
}

/** What a list prints has columns of its own, so that listing never opens a result. */
export interface AnalysisRow {
  readonly id: string;
  readonly kind: 'diagnosis-support';
  readonly account_id: string;
  readonly created_at_ms: number;
  readonly software_version: string;
  readonly image_count: number;
  readonly valid_image_count: number;
  readonly top_condition: string | null;
  /** Parts per million: for lists. The exact value is in `conclusions`. */
  readonly top_probability_ppm: number | null;
  readonly condition_set_id: string;
  readonly conclusions: Uint8Array;
  /** JSON, with the number of a packed list where conclusions belong. */
  readonly result: string;
}

/** The condition slugs that packed conclusions refer to: one row for each release of the catalogue. */
export interface ConditionSetRow {
  /** SHA-256 of `slugs`, lower-case hex. */
  readonly id: string;
  /** JSON array. */
  readonly slugs: string;
}

export interface AssessmentRow {
  readonly id: string;
  readonly kind: 'severity-manual' | 'severity-local' | 'severity-global';
  readonly account_id: string;
  /** Keyed hash of the integrator's key for the patient. */
  readonly subject_hash: string | null;
  readonly created_at_ms: number;
  readonly software_version: string;
  /** JSON. */
  readonly result: string;
}

/** One score of a patient's series; assessments of nobody in particular have none. */
export interface AssessmentScoreRow {
  readonly assessment_id: string;
  /** Where it stood in the request, from 0. */
  readonly place: number;
  readonly account_id: string;
  readonly subject_hash: string;
  readonly created_at_ms: number;
  readonly code: string;
  readonly form: string;
  readonly body_site: string;
  readonly category: string | null;
  /** JSON of value and answers: a decimal column would not keep 6.3 the same in both databases. */
  readonly score: string;
}

export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly created_at_ms: number;
  /** JSON: a decimal column would not keep a threshold the same in both databases. */
  readonly settings: string;
}

export interface ApiTokenRow {
  readonly id: string;
  readonly company_id: string;
  readonly name: string;
  readonly secret_hash: string;
  readonly created_at_ms: number;
  readonly revoked_at_ms: number | null;
}

export interface AppKeyRow {
  readonly key: string;
  readonly company_id: string;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
}

/** What a list prints, and what reports are looked for by, has columns of its own. */
export interface ReportRow {
  readonly id: string;
  readonly company_id: string;
  readonly created_at_ms: number;
  /** Keyed hash of the integrator's key for the patient. */
  readonly subject_hash: string | null;
  readonly body_site: string;
  readonly pathology: string | null;
  readonly software_version: string;
  readonly condition_set_id: string;
  readonly conclusions: Uint8Array;
  /** JSON, with the number of a packed list where conclusions belong. */
  readonly diagnosis: string;
  /** JSON of everything else. */
  readonly details: string;
}

/** One score of a patient's course; reports of nobody in particular have none. */
export interface ReportScoreRow {
  readonly report_id: string;
  /** Where it stands in its report, from 0. */
  readonly place: number;
  readonly company_id: string;
  readonly subject_hash: string;
  readonly form: string;
  readonly body_site: string;
  readonly created_at_ms: number;
  /** JSON number: a decimal column would not keep 6.3 the same in both databases. */
  readonly value: string;
}

export interface SecretRow {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SchemaVersionRow {
  readonly name: string;
}
