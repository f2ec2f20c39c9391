// SPDX-License-Identifier: Apache-2.0
import { printReport } from '../report/print-report.ts';
import type { CalledLink, ReadReport } from './read-report.ts';

/** The document behind a signed link: the same bytes each time. @throws DeviceError `notFound`, `linkExpired` */
export type PrintPdf = (called: CalledLink) => Promise<Uint8Array>;

export function createPrintPdf({ openPdf }: Pick<ReadReport, 'openPdf'>): PrintPdf {
  return async (called) => {
    const { record, company, pictures, links, locale } = await openPdf(called);
    const issued = record.createdAtMs;
    return printReport({ record, company, pictures, locale, issued, link: links.url, audience: 'clinician' });
  };
}
