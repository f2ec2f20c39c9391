// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { ReportMedia, ReportRecord } from '../record/report-record.ts';
import type { MediaStore } from '../store/media/media-store.ts';

/** A picture of a report that is in hand. @throws DeviceError `notFound` when it is no longer kept; what the store throws */
export type OpenPicture = (
  report: Pick<ReportRecord, 'id' | 'companyId'>,
  picture: Pick<ReportMedia, 'id'>,
) => Promise<Uint8Array>;

export function createOpenPicture(media: Pick<MediaStore, 'read'>): OpenPicture {
  return async ({ companyId, id: reportId }, { id }) => {
    const bytes = await media.read(companyId, reportId, id);
    if (bytes === undefined) throw new DeviceError('notFound');
    return bytes;
  };
}
