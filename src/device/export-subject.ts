// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { HashSubject } from '../gate/subject-key.ts';
import type { AuditActor } from '../record/audit-entry.ts';
import type { Company } from '../record/company.ts';
import type { ReportRecord } from '../record/report-record.ts';
import type { AuditStore } from '../store/audit/audit-store.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import type { ErasureStore } from '../store/erasures/erasure-store.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { ReportStore } from '../store/reports/report-store.ts';
import { CompanyProblem } from './company-problem.ts';
import type { PresentableReport, ReadReport } from './read-report.ts';
import type { RecordAccess } from './record-access.ts';
import { listMedia } from './report-links.ts';

/** One file of an export, its path with slashes and below the folder that it is put into. */
export interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Whose patient, by the company's own key of them. */
export interface SubjectWish {
  readonly companyId: string;
  readonly subject: string;
  readonly actor: AuditActor;
}

/**
 * Everything that is kept of a patient, file by file: of each report the record, the FHIR document and the pictures, and
 * at the end `manifest.json` with the hash of every file. @throws CompanyProblem for an unknown company
 */
export type ExportSubject = (wish: SubjectWish) => AsyncGenerator<ExportedFile>;

export interface ExportSubjectDependencies {
  readonly companies: Pick<CompanyStore, 'find'>;
  readonly erasures: Pick<ErasureStore, 'listOfSubject'>;
  readonly reports: Pick<ReportStore, 'find'>;
  readonly media: Pick<MediaStore, 'read'>;
  readonly audit: Pick<AuditStore, 'add'>;
  readonly readReport: Pick<ReadReport, 'present'>;
  readonly writeStrictReport: (report: PresentableReport) => string;
  readonly hashSubject: HashSubject;
  readonly recordAccess: RecordAccess;
  readonly clock: { nowMs(): number };
}

export function createExportSubject(dependencies: ExportSubjectDependencies): ExportSubject {
  const { companies, erasures, reports, audit, hashSubject, recordAccess, clock } = dependencies;
  return async function* exportSubject({ companyId, subject, actor }) {
    const company = await companies.find(companyId);
    if (company === undefined) throw new CompanyProblem('unknown', `There is no company ${companyId}.`);
    const hash = hashSubject(companyId, subject);
    // Before anything leaves the house.
    const object = { kind: 'subject', id: hash } as const;
    await audit.add([recordAccess({ companyId, actor, action: 'export', object, outcome: 'done' })]);
    const files: object[] = [];
    for (const id of await erasures.listOfSubject(companyId, hash)) {
      const record = await reports.find(companyId, id);
      if (record === undefined) continue;
      for await (const file of exportReport(record, company, dependencies)) {
        files.push(toListed(file));
        yield file;
      }
    }
    const manifest = { companyId, exportedAt: new Date(clock.nowMs()).toISOString(), files };
    yield { path: 'manifest.json', bytes: toJsonBytes(manifest) };
  };
}

async function* exportReport(
  record: ReportRecord,
  company: Company,
  { readReport, media, writeStrictReport }: ExportSubjectDependencies,
): AsyncGenerator<ExportedFile> {
  const pictures = listMedia(record);
  const pathOf = (mediaId: string) => `pictures/${record.id}/${mediaId}.jpg`;
  yield { path: `reports/${record.id}.json`, bytes: toJsonBytes(record) };
  const shown = await readReport.present(company, record, company.locale);
  // Signed links end with the hour; the files lie beside.
  const local = new Map(pictures.map(({ id }) => [id, `../${pathOf(id)}`]));
  const document = writeStrictReport({ ...shown, links: { ...shown.links, media: local } });
  yield { path: `fhir/${record.id}.json`, bytes: Buffer.from(document) };
  for (const { id } of pictures) {
    const bytes = await media.read(record.companyId, record.id, id);
    // Pictures may be kept for a shorter time than their report.
    if (bytes !== undefined) yield { path: pathOf(id), bytes };
  }
}

function toJsonBytes(content: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

function toListed({ path, bytes }: ExportedFile): object {
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
