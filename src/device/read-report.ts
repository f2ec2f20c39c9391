// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { SealedIds } from '../gate/sealed-id.ts';
import type { SignedLinks } from '../gate/signed-link.ts';
import type { Company, ReportLocale } from '../record/company.ts';
import type { EarlierScore, ReportLinks, ReportMedia, ReportRecord } from '../record/report-record.ts';
import { type Audience, listPrintedMedia } from '../report/printed-media.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { ReportStore } from '../store/reports/report-store.ts';
import { type LinkReport, linkPaths, listMedia } from './report-links.ts';

/** A report and everything that a view of it says. */
export interface PresentableReport {
  readonly record: ReportRecord;
  readonly company: Company;
  readonly links: ReportLinks;
  /** Earlier scores of the same patient and site, oldest first, by form, e.g. `apasiLocal`. */
  readonly earlier: ReadonlyMap<string, readonly KnownScore[]>;
  readonly locale: ReportLocale;
}

/** An earlier score, its report named as clients know it. */
export interface KnownScore extends Omit<EarlierScore, 'reportId'> {
  readonly encryptedId: string;
}

/** A signed link as it was called. */
export interface CalledLink {
  readonly path: string;
  /** As it stands in the address after `?`. */
  readonly query: string;
}

/** The pictures that go on paper, by media id; what is no longer kept is missing. */
export type ReportPictureBytes = ReadonlyMap<string, Uint8Array>;

/** A report on its way to the press. */
export interface PdfToPrint extends PresentableReport {
  readonly pictures: ReportPictureBytes;
  readonly audience: Audience;
}

export interface ReadReport {
  /** @throws DeviceError `notFound` for what is another company's, altered, malformed or deleted: always the same */
  open(company: Company, encryptedId: string, locale: ReportLocale): Promise<PresentableReport>;
  /** The same of a report that was just made. */
  present(company: Company, record: ReportRecord, locale: ReportLocale): Promise<PresentableReport>;
  /** The same of a report that was made some time ago, by its UUID. @throws DeviceError `notFound` */
  recall(company: Company, id: string, locale: ReportLocale): Promise<PresentableReport>;
  /** What the address of a report's page shows; without a language in the company's. @throws DeviceError `notFound`, `linkExpired` */
  openPage(called: CalledLink, locale: ReportLocale | undefined): Promise<PresentableReport>;
  /** What a link to the PDF shows. @throws DeviceError `notFound`, `linkExpired` */
  openPdf(called: CalledLink): Promise<PdfToPrint>;
  /** A picture behind a link. @throws DeviceError `notFound`, `linkExpired` */
  openMedia(called: CalledLink): Promise<{ readonly media: ReportMedia; readonly bytes: Uint8Array }>;
}

export interface ReadReportDependencies {
  readonly companies: Pick<CompanyStore, 'find'>;
  readonly reports: Pick<ReportStore, 'find' | 'earlier'>;
  readonly media: Pick<MediaStore, 'read'>;
  readonly sealedIds: SealedIds;
  readonly signedLinks: Pick<SignedLinks, 'check'>;
  readonly linkReport: LinkReport;
}

export function createReadReport(dependencies: ReadReportDependencies): ReadReport {
  const { sealedIds } = dependencies;
  const openRecord = createOpenRecord(dependencies);
  const present = createPresent(dependencies);
  return {
    async open(company, encryptedId, locale) {
      return present(company, { record: await openRecord(company.id, encryptedId), encryptedId, locale });
    },
    present(company, record, locale) {
      const encryptedId = sealedIds.seal('report', company.id, record.id);
      return present(company, { record, encryptedId, locale });
    },
    async recall(company, id, locale) {
      const record = await dependencies.reports.find(company.id, id);
      if (record === undefined) throw new DeviceError('notFound');
      const encryptedId = sealedIds.seal('report', company.id, id);
      return present(company, { record, encryptedId, locale });
    },
    async openPage(called, locale) {
      const { companyId, diagnosticReportId: encryptedId = '' } = checkLink(called, dependencies);
      const company = await findCompany(companyId, dependencies);
      const record = await openRecord(company.id, encryptedId);
      return await present(company, { record, encryptedId, locale: locale ?? company.locale });
    },
    async openPdf(called) {
      const {
        companyId,
        diagnosticReportIdEncrypted: encryptedId = '',
        locale,
        audience: wanted,
      } = checkLink(called, dependencies);
      const company = await findCompany(companyId, dependencies);
      const record = await openRecord(company.id, encryptedId);
      // Signed by us: whatever else it might say, it says one of our locales.
      const shown = await present(company, { record, encryptedId, locale: locale as ReportLocale });
      const audience = wanted === 'patient' ? 'patient' : 'clinician';
      const printed = listPrintedMedia(record, audience);
      return { ...shown, audience, pictures: await readPictures(record, printed, dependencies) };
    },
    async openMedia(called) {
      const { companyId = '', report = '' } = checkLink(called, dependencies);
      const sealed = called.path.slice(linkPaths.media.length + 1);
      const mediaId = sealedIds.open('media', companyId, sealed);
      const record = await openRecord(companyId, report);
      const media = listMedia(record).find(({ id }) => id === mediaId);
      const bytes = media && (await dependencies.media.read(companyId, record.id, media.id));
      if (media === undefined || bytes === undefined) throw new DeviceError('notFound');
      return { media, bytes };
    },
  };
}

/** An id that no report has: what is malformed is looked for as long as what is not there. */
const nobody = '00000000-0000-0000-0000-000000000000';

function createOpenRecord({ reports, sealedIds }: ReadReportDependencies) {
  return async (companyId: string, encryptedId: string): Promise<ReportRecord> => {
    const record = await reports.find(companyId, sealedIds.open('report', companyId, encryptedId) ?? nobody);
    if (record === undefined) throw new DeviceError('notFound');
    return record;
  };
}

interface NamedReport {
  readonly record: ReportRecord;
  readonly encryptedId: string;
  readonly locale: ReportLocale;
}

function createPresent({ reports, linkReport, sealedIds }: ReadReportDependencies) {
  return async (
    company: Company,
    { record, encryptedId, locale }: NamedReport,
  ): Promise<PresentableReport> => ({
    record,
    company,
    links: await linkReport(record, { encryptedId, locale }),
    earlier: await findEarlier(record, { reports, sealedIds }),
    locale,
  });
}

async function findEarlier(
  { companyId, subjectHash, bodySite, createdAtMs, severities }: ReportRecord,
  { reports, sealedIds }: Pick<ReadReportDependencies, 'reports' | 'sealedIds'>,
): Promise<PresentableReport['earlier']> {
  if (subjectHash === null) return new Map();
  const found = severities.map(async ({ score: { form } }) => {
    const query = { subjectHash, form, bodySite, beforeMs: createdAtMs };
    const earlier = await reports.earlier(companyId, query);
    const named = earlier.map(({ reportId, ...score }) => {
      return { ...score, encryptedId: sealedIds.seal('report', companyId, reportId) };
    });
    return [form, named] as const;
  });
  return new Map(await Promise.all(found));
}

/** The parameters of a link that was signed here and still holds. @throws DeviceError `notFound`, `linkExpired` */
function checkLink(
  { path, query }: CalledLink,
  { signedLinks }: Pick<ReadReportDependencies, 'signedLinks'>,
): Readonly<Record<string, string>> {
  const state = signedLinks.check(path, query);
  if (state !== 'valid') throw new DeviceError(state === 'expired' ? 'linkExpired' : 'notFound');
  return Object.fromEntries(new URLSearchParams(query));
}

async function findCompany(
  id: string | undefined,
  { companies }: Pick<ReadReportDependencies, 'companies'>,
): Promise<Company> {
  const company = id === undefined ? undefined : await companies.find(id);
  if (company === undefined) throw new DeviceError('notFound');
  return company;
}

async function readPictures(
  { companyId, id: reportId }: ReportRecord,
  wanted: readonly ReportMedia[],
  { media }: Pick<ReadReportDependencies, 'media'>,
): Promise<ReportPictureBytes> {
  const read = wanted.map(async ({ id }) => {
    const bytes = await media.read(companyId, reportId, id);
    return bytes === undefined ? [] : [[id, bytes] as const];
  });
  return new Map((await Promise.all(read)).flat());
}
