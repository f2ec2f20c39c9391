// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../catalogue/catalogue.ts';
import type { HashSubject } from '../gate/subject-key.ts';
import type { Company } from '../record/company.ts';
import type { ModelIdentity } from '../record/model-identity.ts';
import type { ReportHeatMap, ReportRecord, ReportSeverity } from '../record/report-record.ts';
import type { DiagnosisContent } from './diagnosis-of-images.ts';
import { measureDurationS } from './measure-duration.ts';
import type { ReportAlbum } from './report-media.ts';
import type { ReadPicture } from './report-pictures.ts';
import type { ReportRequest, UnderstoodReport } from './report-request.ts';
import type { DrawnSeverity } from './report-severity.ts';

/** What the photographs of a request gave. */
export interface Found {
  readonly understood: UnderstoodReport;
  readonly read: readonly ReadPicture[];
  readonly context: ReadPicture | null;
  readonly content: DiagnosisContent;
  readonly pathology: Condition | null;
  readonly severities: readonly DrawnSeverity[];
}

export interface ReportToKeep {
  readonly id: string;
  readonly company: Company;
  readonly startedMs: number;
  readonly request: ReportRequest;
  readonly found: Found;
}

export interface ReportRecordDependencies {
  readonly hashSubject: HashSubject;
  readonly clock: { nowMs(): number; monotonicMs(): number };
  /** UUIDv7. */
  readonly ids: { create(): string };
  readonly softwareVersion: string;
}

/** The record, its pictures put into the album. */
export function toReportRecord(
  { id, company, startedMs, request, found }: ReportToKeep,
  album: ReportAlbum,
  { clock, ids, hashSubject, softwareVersion }: ReportRecordDependencies,
): ReportRecord {
  const { content, severities, context } = found;
  const createdAtMs = clock.nowMs();
  const durationS = measureDurationS(startedMs, clock);
  const keptImages = content.images.map(({ heatMaps: _, ...kept }) => kept);
  return {
    id,
    companyId: company.id,
    createdAtMs,
    visitIdentifier: request.visitIdentifier,
    extraData: request.extraData,
    bodySite: found.understood.site.code,
    anamnesis: request.anamnesis,
    dermoscope: request.dermoscope ?? null,
    subjectHash: request.subject === null ? null : hashSubject(company.id, request.subject),
    pathology: found.pathology?.slug ?? null,
    diagnosis: { id: ids.create(), issuedAtMs: createdAtMs, durationS, ...content, images: keptImages },
    ...(request.severityOnly === true && { severityOnly: true }),
    images: found.read.map(({ picture }) => album.add('photograph', picture)),
    contextImage: context && album.add('context', context.picture),
    heatMaps: listHeatMaps(content, album),
    severities: severities.map((each) => toSeverity(each, album)),
    models: distinct([...content.models, ...severities.flatMap(({ models }) => models)]),
    softwareVersion,
  };
}

/** Entries of the differential whose maps are kept, on each photograph. @source our own convention: as many as a page shows */
const mappedEntries = 3;

function listHeatMaps(
  { conclusions, images }: DiagnosisContent,
  album: ReportAlbum,
): readonly ReportHeatMap[] {
  const first = conclusions.slice(0, mappedEntries).map(({ condition }) => condition);
  return images.flatMap(({ heatMaps }, imageIndex) =>
    heatMaps
      .filter(({ condition }) => first.includes(condition))
      .map(({ condition, image }) => ({ imageIndex, condition, media: album.add('heatMap', image) })),
  );
}

function toSeverity({ severity, drawing }: DrawnSeverity, album: ReportAlbum): ReportSeverity {
  return { ...severity, media: drawing && album.add('explainability', drawing) };
}

function distinct(models: readonly ModelIdentity[]): readonly ModelIdentity[] {
  return models.filter(
    ({ sha256, task }, index) =>
      index === models.findIndex((other) => other.sha256 === sha256 && other.task === task),
  );
}
