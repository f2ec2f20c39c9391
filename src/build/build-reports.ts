// SPDX-License-Identifier: Apache-2.0
import { maxImages } from '@openderm/contract';
import { bodySites } from '../catalogue/body-sites.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Config } from '../config.ts';
import { type AuthenticateCompany, createAuthenticateCompany } from '../device/authenticate-company.ts';
import { type CreateReport, createCreateReport } from '../device/create-report.ts';
import type { DraftDesk } from '../device/drafts/draft-desk.ts';
import type { FindPageCompany } from '../device/drafts/find-page-company.ts';
import { createPrintPdf, type PrintPdf } from '../device/print-pdf.ts';
import { createReadBodySite } from '../device/read-body-site.ts';
import { createReadReport, type ReadReport } from '../device/read-report.ts';
import { createRegisterAppKey, type RegisterAppKey } from '../device/register-app-key.ts';
import { createLinkReport } from '../device/report-links.ts';
import { createSealedIds } from '../gate/sealed-id.ts';
import { createSignedLinks } from '../gate/signed-link.ts';
import type { HashSubject } from '../gate/subject-key.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { createMediaFolder } from '../store/media/create-media-folder.ts';
import type { Store } from '../store/store.ts';
import { defaultReaderLimits } from '../vision/create-image-reader.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import { buildDrafts } from './build-drafts.ts';

export interface ReportParts {
  readonly store: Pick<Store, 'companies' | 'drafts' | 'reports' | 'secrets'>;
  readonly reader: ImageReader;
  readonly catalogue: Catalogue;
  readonly hashSubject: HashSubject;
  readonly clock: { nowMs(): number; monotonicMs(): number };
  readonly ids: { create(): string };
  readonly softwareVersion: string;
  readonly settings: { readonly imageEvidenceThreshold: number };
  readonly publicUrl: string;
}

/** As the gate wants them: AES-256, and the size of the hash behind HMAC-SHA256. @source RFC 2104, 3 */
const secretBytes = 32;

/** What a company's backend may ask the device for. */
export interface ReportServices {
  readonly authenticateCompany: AuthenticateCompany;
  readonly registerAppKey: RegisterAppKey;
  readonly createReport: CreateReport;
  readonly readReport: ReadReport;
  readonly printPdf: PrintPdf;
  readonly draftDesk: DraftDesk;
  readonly findPageCompany: FindPageCompany;
}

export async function buildReports(
  { dataDir }: Pick<Config, 'dataDir'>,
  parts: ReportParts,
): Promise<ReportServices> {
  const { store, clock, publicUrl } = parts;
  const { companies, reports, secrets } = store;
  const media = createMediaFolder(dataDir);
  const sealedIds = createSealedIds({ secret: await secrets.obtain('sealed-id', secretBytes) });
  const signedLinks = createSignedLinks({ secret: await secrets.obtain('signed-link', secretBytes), clock });
  const linkReport = createLinkReport({ companies, sealedIds, signedLinks, clock, publicUrl });
  const readReport = createReadReport({ companies, reports, media, sealedIds, signedLinks, linkReport });
  const createReport = createCreateReport({
    ...parts,
    reports,
    media,
    systems: scoringSystems,
    readBodySite: createReadBodySite(bodySites),
  });
  const { draftDesk, findPageCompany } = buildDrafts({
    ...parts,
    createReport,
    readReport,
    sealedIds,
    limits: { maxPhotos: maxImages, maxPhotoBytes: defaultReaderLimits.maxImageBytes },
  });
  return {
    authenticateCompany: createAuthenticateCompany(companies),
    registerAppKey: createRegisterAppKey({ companies, clock }),
    createReport,
    readReport,
    printPdf: createPrintPdf(readReport),
    draftDesk,
    findPageCompany,
  };
}
