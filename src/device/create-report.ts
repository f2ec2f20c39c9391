// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition } from '../catalogue/catalogue.ts';
import { DeviceError } from '../errors.ts';
import type { HashSubject } from '../gate/subject-key.ts';
import type { AuditActor } from '../record/audit-entry.ts';
import type { Company } from '../record/company.ts';
import type { ImageDiagnosis } from '../record/diagnosis.ts';
import type { IdempotencyClaim } from '../record/idempotency-claim.ts';
import type { ReportPush } from '../record/outbox-event.ts';
import type { ReportRecord } from '../record/report-record.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { KeptWithReport } from '../store/reports/kept-with-report.ts';
import type { ReportStore } from '../store/reports/report-store.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import type { CompanyCaller } from './authenticate-company.ts';
import type { NumberedLabel } from './diagnose.ts';
import { type DiagnosisContent, type DiagnosisContext, summariseImages } from './diagnosis-of-images.ts';
import { listNews } from './list-news.ts';
import { modelsOfDiagnosis } from './models-of-diagnosis.ts';
import { createReportAlbum } from './report-media.ts';
import {
  holdReportPictures,
  type ReadPicture,
  type ReceivedPicture,
  type ReportPictures,
} from './report-pictures.ts';
import { type ReportReaders, type ReportRequest, readReportRequest } from './report-request.ts';
import { countReportSeverities, warnOfMissing } from './report-severity.ts';
import { type Found, toReportRecord } from './to-report-record.ts';
import { withoutDifferential } from './without-differential.ts';

/** One report being made: photographs are read while the body is still arriving. */
export interface ReportInProgress {
  /** Starts reading the next photograph; returns its number, from 0. */
  addImage(picture: ReceivedPicture): number;
  /**
   * Waits for all readings, counts severity, keeps pictures and record, returns the record.
   * @param claim the client's key, which leads to the report from then on
   * @throws DeviceError `invalidRequest` with every fault of the request; what the reader throws, with `imageNumber`;
   * whatever the stores throw: a report that could not be kept is not given
   */
  finish(request: ReportRequest, claim?: IdempotencyClaim): Promise<ReportRecord>;
  /** Gives up: stops what has not started. */
  abandon(): void;
}

export interface ReportWish {
  /** UUIDv7 of the report, where something else has the same already: there is one report of it at most. */
  readonly id?: string;
  /** Told after each photograph that was read. */
  readonly onRead?: () => void;
  /** Where the finished report is sent in place of the company's own addresses. */
  readonly choosePush?: (record: ReportRecord) => ReportPush | undefined;
}

export interface CreateReport {
  start(caller: CompanyCaller, wish?: ReportWish): ReportInProgress;
}

export interface CreateReportDependencies extends ReportReaders, Pick<DiagnosisContext, 'settings'> {
  readonly reader: Pick<ImageReader, 'read' | 'readSeverity' | 'models'>;
  readonly reports: Pick<ReportStore, 'add'>;
  readonly media: Pick<MediaStore, 'keep' | 'takeBack'>;
  readonly catalogue: Catalogue;
  readonly hashSubject: HashSubject;
  readonly clock: {
    /** Milliseconds since the epoch. */
    nowMs(): number;
    /** Milliseconds from some moment on; never steps back. */
    monotonicMs(): number;
  };
  /** UUIDv7. */
  readonly ids: { create(): string };
  readonly softwareVersion: string;
}

interface Work {
  readonly id: string;
  readonly company: Company;
  readonly actor: AuditActor;
  readonly startedMs: number;
  readonly pictures: ReportPictures;
  readonly choosePush: ReportWish['choosePush'] | undefined;
  readonly claim?: IdempotencyClaim | undefined;
}

/** The second door's main use: photographs in, a kept report out. */
export function createCreateReport(dependencies: CreateReportDependencies): CreateReport {
  const { clock, ids } = dependencies;
  return {
    start({ company, actor }, { id = ids.create(), onRead, choosePush } = {}) {
      const pictures = holdReportPictures(id, { ...dependencies, onRead });
      const work: Work = { id, company, actor, startedMs: clock.monotonicMs(), pictures, choosePush };
      return {
        addImage: pictures.add,
        async finish(request, claim) {
          try {
            return await makeReport(request, { ...work, claim }, dependencies);
          } finally {
            // After one failure the others are of no use; after success only strays are left to stop.
            pictures.stop();
          }
        },
        abandon: pictures.stop,
      };
    },
  };
}

async function makeReport(
  request: ReportRequest,
  work: Work,
  dependencies: CreateReportDependencies,
): Promise<ReportRecord> {
  const { catalogue, reader, settings } = dependencies;
  const understood = readReportRequest(request, dependencies);
  const read = await Promise.all(understood.images.map((label) => work.pictures.read(label)));
  const context = await (understood.contextImage && work.pictures.read(understood.contextImage));
  const images = read.map(({ reading }, index) => toImageDiagnosis(reading, understood.images[index]));
  const models = modelsOfDiagnosis(reader.models);
  const whole = summariseImages(images, { catalogue, models, settings });
  const content = request.severityOnly === true ? withoutDifferential(whole) : whole;
  const pathology = findPathology(content, work.company, catalogue);
  const severities = await countReportSeverities(
    { ...understood, content, pathology: request.knownCondition ?? pathology },
    { pictures: work.pictures, catalogue },
  );
  const warned = warnOfMissing(content, understood.scorers, severities);
  const found = { understood, read, context, content: warned, pathology, severities };
  return keepReport({ request, found, work }, dependencies);
}

interface FoundReport {
  readonly request: ReportRequest;
  readonly found: Found;
  readonly work: Work;
}

async function keepReport(
  report: FoundReport,
  dependencies: CreateReportDependencies,
): Promise<ReportRecord> {
  const { reports, media, ids } = dependencies;
  const { id, company } = report.work;
  const album = createReportAlbum(ids);
  const record = toReportRecord({ ...report, ...report.work }, album, dependencies);
  // Before the record: a record whose pictures are missing would be worse than files without one.
  await media.keep(company.id, id, album.media());
  try {
    await reports.add(record, standOrFall(record, report.work, ids));
  } catch (error) {
    // Files that nothing refers to are no harm, and the sweep takes them; why there is no report must not be lost. Another
    // server may have made the report of the same draft: its pictures stay.
    if (!mayBeKept(error)) await media.takeBack(company.id, id, album.media()).catch(() => undefined);
    throw error;
  }
  return record;
}

/** What is kept with the report in one stroke. */
function standOrFall(
  record: ReportRecord,
  { actor, claim, choosePush }: Work,
  ids: CreateReportDependencies['ids'],
): KeptWithReport {
  const { companyId, createdAtMs: atMs } = record;
  const object = { kind: 'report', id: record.id } as const;
  const audit = {
    id: ids.create(),
    companyId,
    atMs,
    actor,
    action: 'create',
    object,
    outcome: 'done',
  } as const;
  return { audit, ...(claim && { claim }), events: listNews(record, ids, choosePush?.(record)) };
}

/** A database that goes away while it commits may have kept the record all the same: its pictures must then be there. */
function mayBeKept(error: unknown): boolean {
  return error instanceof DeviceError && error.code === 'notReady';
}

/** The first entry of the differential where it crosses the company's threshold and a usable picture speaks for it. */
function findPathology(
  { conclusions: [first], images }: DiagnosisContent,
  { confidenceThreshold }: Company,
  { conditions }: Catalogue,
): Condition | null {
  const isUsable = images.some(({ validity }) => validity.isValid);
  if (!isUsable || first?.evidence !== 'image' || first.probability < confidenceThreshold) return null;
  return conditions.find(({ slug }) => slug === first.condition) ?? null;
}

function toImageDiagnosis(
  reading: ReadPicture['reading'],
  { title, contentType }: Pick<NumberedLabel, 'title' | 'contentType'> = { title: null, contentType: null },
): ImageDiagnosis {
  return { title, contentType, ...reading };
}
