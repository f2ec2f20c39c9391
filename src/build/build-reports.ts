// SPDX-License-Identifier: Apache-2.0
import { maxImages } from '@openderm/contract';
import { bodySites } from '../catalogue/body-sites.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { auditReads, type WatchedReports } from '../device/audit-reads.ts';
import { type AuthenticateCompany, createAuthenticateCompany } from '../device/authenticate-company.ts';
import { type CreateReport, createCreateReport } from '../device/create-report.ts';
import type { AnalyseDraft } from '../device/drafts/analyse-draft.ts';
import type { DraftDesk } from '../device/drafts/draft-desk.ts';
import type { DraftQuestions } from '../device/drafts/draft-questions.ts';
import { createFindLogo, type FindLogo } from '../device/drafts/find-logo.ts';
import type { FindPageCompany } from '../device/drafts/find-page-company.ts';
import type { EraseReports } from '../device/erase-reports.ts';
import { createOpenPicture, type OpenPicture } from '../device/open-picture.ts';
import { createPrintPdf, type PrintPdf } from '../device/print-pdf.ts';
import { createReadBodySite } from '../device/read-body-site.ts';
import { createReadReport } from '../device/read-report.ts';
import { createRegisterAppKey, type RegisterAppKey } from '../device/register-app-key.ts';
import { createLinkReport } from '../device/report-links.ts';
import { createSealedIds } from '../gate/sealed-id.ts';
import { createSignedLinks } from '../gate/signed-link.ts';
import type { HashSubject } from '../gate/subject-key.ts';
import type { PrintingRoom } from '../report/open-printing-room.ts';
import { scoringSystems } from '../scoring/systems.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { Store } from '../store/store.ts';
import { defaultReaderLimits } from '../vision/create-image-reader.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import { buildDrafts } from './build-drafts.ts';
import type { Privacy } from './open-privacy.ts';
import { watchedCompanies } from './watched-companies.ts';

export interface ReportParts {
  readonly store: Pick<Store, 'companies' | 'drafts' | 'reports' | 'secrets' | 'watchCompanies'>;
  readonly privacy: Pick<Privacy, 'queue' | 'recordAccess' | 'eraseReports'>;
  readonly media: MediaStore;
  readonly reader: ImageReader;
  readonly catalogue: Catalogue;
  readonly hashSubject: HashSubject;
  readonly clock: { nowMs(): number; monotonicMs(): number };
  readonly ids: { create(): string };
  readonly printingRoom: PrintingRoom;
  readonly softwareVersion: string;
  readonly settings: { readonly imageEvidenceThreshold: number; readonly qualityAcceptableFrom: number };
  readonly publicUrl: string;
  readonly log: { error(details: object, message: string): void };
}

/** As the gate wants them: AES-256, and the size of the hash behind HMAC-SHA256. @source RFC 2104, 3 */
const secretBytes = 32;

/** What a company's backend may ask the device for. */
export interface ReportServices {
  readonly authenticateCompany: AuthenticateCompany;
  readonly registerAppKey: RegisterAppKey;
  readonly createReport: CreateReport;
  readonly readReport: WatchedReports;
  readonly eraseReports: EraseReports;
  readonly openPicture: OpenPicture;
  readonly printPdf: PrintPdf;
  readonly draftDesk: DraftDesk;
  readonly draftQuestions: DraftQuestions;
  readonly analyseDraft: Pick<AnalyseDraft, 'settle'>;
  readonly findPageCompany: FindPageCompany;
  readonly findLogo: FindLogo;
}

export async function buildReports(parts: ReportParts): Promise<ReportServices> {
  const { store, media, clock, publicUrl, privacy } = parts;
  const { eraseReports } = privacy;
  const { companies, reports, secrets } = store;
  const sealedIds = createSealedIds({ secret: await secrets.obtain('sealed-id', secretBytes) });
  const signedLinks = createSignedLinks({ secret: await secrets.obtain('signed-link', secretBytes), clock });
  const linkReport = createLinkReport({ companies, sealedIds, signedLinks, clock, publicUrl });
  const unwatched = createReadReport({ companies, reports, media, sealedIds, signedLinks, linkReport });
  const readReport = auditReads({ ...privacy, readReport: unwatched, signedLinks });
  const createReport = createCreateReport({
    ...parts,
    reports,
    media,
    systems: scoringSystems,
    readBodySite: createReadBodySite(bodySites),
  });
  const { draftDesk, draftQuestions, analyseDraft, findPageCompany } = buildDrafts({
    ...parts,
    createReport,
    readReport: unwatched,
    sealedIds,
    signedLinks,
    limits: {
      maxPhotos: maxImages,
      maxPhotoBytes: defaultReaderLimits.maxImageBytes,
      maxPixels: defaultReaderLimits.maxPixels,
      acceptableFrom: parts.settings.qualityAcceptableFrom,
    },
  });
  return {
    authenticateCompany: createAuthenticateCompany(companies),
    registerAppKey: createRegisterAppKey({
      watchCompanies: (actor) => watchedCompanies(parts, actor),
      clock,
    }),
    createReport,
    readReport,
    eraseReports,
    openPicture: createOpenPicture(media),
    printPdf: createPrintPdf({ readReport, printingRoom: parts.printingRoom }),
    draftDesk,
    draftQuestions,
    analyseDraft,
    findPageCompany,
    findLogo: createFindLogo(companies),
  };
}
