// SPDX-License-Identifier: Apache-2.0
import type { PrintingRoom } from '../report/open-printing-room.ts';
import { shrinkPhotograph } from '../vision/shrink-photograph.ts';
import type { CalledLink, ReadReport, ReportPictureBytes } from './read-report.ts';

/**
 * The document behind a signed link: the same bytes each time.
 * @throws DeviceError `notFound`, `linkExpired`, `queueFull`, `workerLost`, `workerTimeout`
 */
export type PrintPdf = (called: CalledLink) => Promise<Uint8Array>;

export interface PrintPdfDependencies {
  readonly readReport: Pick<ReadReport, 'openPdf'>;
  readonly printingRoom: Pick<PrintingRoom, 'print'>;
}

/** The widest place on the sheet is 9 cm: 280 pixels per inch. Our own convention. */
const mostPrintedPx = 1000;

export function createPrintPdf({ readReport, printingRoom }: PrintPdfDependencies): PrintPdf {
  return async (called) => {
    const { record, company, pictures, links, earlier, locale, audience } = await readReport.openPdf(called);
    return printingRoom.print({
      record,
      company,
      earlier,
      locale,
      audience,
      pictures: await shrinkPictures(pictures),
      link: links.url,
      issued: record.createdAtMs,
    });
  };
}

/** A picture that can no longer be read is left out, and the report says so: the figures are worth more than nothing. */
async function shrinkPictures(pictures: ReportPictureBytes): Promise<ReportPictureBytes> {
  const shrunk = [...pictures].map(async ([id, jpeg]) => {
    const small = await shrinkPhotograph(jpeg, mostPrintedPx).catch(() => undefined);
    return small === undefined ? [] : [[id, small] as const];
  });
  return new Map((await Promise.all(shrunk)).flat());
}
