// SPDX-License-Identifier: Apache-2.0
import type { BodySite } from '../../catalogue/body-sites.ts';
import type { ReportMedia, ReportRecord } from '../../record/report-record.ts';
import { type DicomPhotograph, toPhotographDataset } from './photograph-dataset.ts';
import { writeDicomFile } from './write-dicom-file.ts';

/** A photograph of a report that can be had as a DICOM file. */
export interface WritableDicom {
  readonly media: ReportMedia;
  /** @param jpeg the bytes that were kept under `media` */
  write(jpeg: Uint8Array): Promise<Uint8Array>;
}

/** The photographs of a report as they came, those of the lesion first, then the one of where it is; no heat maps, no drawings. */
export function listDicomPhotographs(
  record: ReportRecord,
  sites: readonly BodySite[],
): readonly WritableDicom[] {
  const site = sites.find(({ code }) => code === record.bodySite);
  if (site === undefined) throw new Error(`Expected a body site ${record.bodySite}`);
  const context = record.contextImage === null ? [] : [record.contextImage];
  return [
    ...record.images.map((media, index) => toWritable({ record, media, site, index })),
    ...context.map((media, index) => toWritable({ record, media, site, index })),
  ];
}

function toWritable(photograph: DicomPhotograph): WritableDicom {
  return {
    media: photograph.media,
    write: (jpeg) => writeDicomFile(toPhotographDataset(photograph), jpeg),
  };
}
