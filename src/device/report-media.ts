// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { JpegImage } from '../record/image-analysis.ts';
import type { NewReportMedia, ReportMedia } from '../record/report-record.ts';

/** Collects the pictures of a report on their way into the house. */
export interface ReportAlbum {
  add(role: ReportMedia['role'], image: JpegImage): ReportMedia;
  /** Everything added, in order. */
  media(): readonly NewReportMedia[];
}

export function createReportAlbum(ids: { create(): string }): ReportAlbum {
  const added: NewReportMedia[] = [];
  return {
    add(role, { jpeg, widthPx, heightPx }) {
      const media: ReportMedia = {
        id: ids.create(),
        role,
        contentType: 'image/jpeg',
        widthPx,
        heightPx,
        bytes: jpeg.length,
        sha256: createHash('sha256').update(jpeg).digest('hex'),
      };
      added.push({ media, jpeg });
      return media;
    },
    media: () => added,
  };
}
