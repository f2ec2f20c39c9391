// SPDX-License-Identifier: Apache-2.0
import type { SealedIds } from '../gate/sealed-id.ts';
import type { SignedLinks } from '../gate/signed-link.ts';
import type { ReportLocale } from '../record/company.ts';
import type { ReportLinks, ReportMedia, ReportRecord } from '../record/report-record.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';

/** Where signed links lead. @source the compatible API has the second; the first is a bucket's there */
export const linkPaths = {
  page: '/iframe',
  media: '/media',
  pdf: '/pdf/anonymous-diagnostic-report',
} as const;

/** @source the compatible API: "about 30 minutes" for pictures, and so for the page that shows them; "minutes" for the PDF, ten is our own convention */
const lifetimesMs = { page: 1_800_000, media: 1_800_000, pdf: 600_000 } as const;

/** How an answer shall name the report. */
export interface LinkWish {
  /** As the client knows it: sealing again would give the same report another name. */
  readonly encryptedId: string;
  readonly locale: ReportLocale;
}

export type LinkReport = (record: ReportRecord, wish: LinkWish) => Promise<ReportLinks>;

export interface ReportLinksDependencies {
  readonly companies: Pick<CompanyStore, 'currentAppKey'>;
  readonly sealedIds: SealedIds;
  readonly signedLinks: SignedLinks;
  readonly clock: { nowMs(): number };
  /** Without a slash at its end. */
  readonly publicUrl: string;
}

/** Links of one answer. None carries a token: a signature opens one thing for some minutes. */
export function createLinkReport(dependencies: ReportLinksDependencies): LinkReport {
  const { companies, clock } = dependencies;
  return async (record, { encryptedId, locale }) => {
    const { companyId } = record;
    const pdf = { companyId, diagnosticReportIdEncrypted: encryptedId, locale };
    const links = listMedia(record).map(({ id }): [string, string] => {
      const path = `${linkPaths.media}/${dependencies.sealedIds.seal('media', companyId, id)}`;
      return [id, toLink(path, { companyId, report: encryptedId }, dependencies)];
    });
    const key = await companies.currentAppKey(companyId, clock.nowMs());
    const page = { companyId, diagnosticReportId: encryptedId };
    return {
      encryptedId,
      url: key === undefined ? null : `${toLink(linkPaths.page, page, dependencies)}&locale=${locale}`,
      pdf: toLink(linkPaths.pdf, pdf, dependencies),
      patientPdf: toLink(linkPaths.pdf, { ...pdf, audience: 'patient' }, dependencies),
      media: new Map(links),
    };
  };
}

function toLink(
  path: string,
  parameters: Readonly<Record<string, string>>,
  { signedLinks, publicUrl }: ReportLinksDependencies,
): string {
  const kind = path === linkPaths.pdf ? 'pdf' : path === linkPaths.page ? 'page' : 'media';
  return `${publicUrl}${path}?${signedLinks.sign(path, parameters, lifetimesMs[kind])}`;
}

/** Every picture that was kept with a report. */
export function listMedia(record: ReportRecord): readonly ReportMedia[] {
  const { images, contextImage, heatMaps, severities } = record;
  return [
    ...images,
    ...(contextImage === null ? [] : [contextImage]),
    ...heatMaps.map(({ media }) => media),
    ...severities.flatMap(({ media }) => media ?? []),
  ];
}
