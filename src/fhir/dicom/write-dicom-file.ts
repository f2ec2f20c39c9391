// SPDX-License-Identifier: Apache-2.0
import { toDicomUid } from './to-dicom-uid.ts';

export type DicomValue = string | number | readonly string[] | readonly DicomDataset[];

/** Attributes of an object by their keyword, e.g. `PatientID`. */
export type DicomDataset = Readonly<{ [keyword: string]: DicomValue }>;

/** JPEG Baseline (Process 1). @source DICOM PS3.6, table A-1 */
export const jpegBaseline = '1.2.840.10008.1.2.4.50';

/** Which software wrote the file. @source DICOM PS3.7, D.3.3.2: ours to choose */
const implementation = {
  ImplementationClassUID: toDicomUid('implementation', 'openderm'),
  ImplementationVersionName: 'OPENDERM',
} as const;

/** Version 1 of the file's head. @source DICOM PS3.10, 7.1 */
const fileVersion = new Uint8Array([0, 1]);

/**
 * A DICOM file around a baseline JPEG, whose bytes go in as they are: one frame, one fragment. The same each time.
 * @param dataset has `SOPClassUID` and `SOPInstanceUID`
 */
export async function writeDicomFile(dataset: DicomDataset, jpeg: Uint8Array): Promise<Uint8Array> {
  // Its dictionary takes 0.1 s to load, which only readers of this format shall wait for.
  const { data } = await import('dcmjs');
  const toTags = data.DicomMetaDictionary.denaturalizeDataset;
  const file = new data.DicomDict(
    toTags({
      FileMetaInformationVersion: fileVersion.buffer,
      MediaStorageSOPClassUID: dataset['SOPClassUID'],
      MediaStorageSOPInstanceUID: dataset['SOPInstanceUID'],
      TransferSyntaxUID: jpegBaseline,
      ...implementation,
    }),
  );
  // The library writes whole buffers, and a picture may be a part of one.
  const frame = new Uint8Array(jpeg).buffer;
  file.dict = toTags({ ...dataset, PixelData: [frame], _vrMap: { PixelData: 'OB' } });
  return new Uint8Array(file.write({ fragmentMultiframe: false, allowInvalidVRLength: false }));
}
