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
  file.dict = toTags(dataset);
  const head = new Uint8Array(file.write({ allowInvalidVRLength: false }));
  // Pixels have the highest tag and come last. The library would copy them byte by byte: half a second for 10 MB.
  return Buffer.concat([head, ...encapsulate(jpeg)]);
}

/** (7FE0,0010) OB of undefined length, then a table of one frame that begins at 0. @source DICOM PS3.5, A.4 */
const pixelsBegin =
  '\xe0\x7f\x10\x00OB\x00\x00\xff\xff\xff\xff' + '\xfe\xff\x00\xe0\x04\x00\x00\x00\x00\x00\x00\x00';
const item = '\xfe\xff\x00\xe0';
const pixelsEnd = '\xfe\xff\xdd\xe0\x00\x00\x00\x00';

/** Pixel data of one frame in one fragment of even length. */
function encapsulate(jpeg: Uint8Array): readonly Uint8Array[] {
  const padding = Buffer.alloc(jpeg.length % 2);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(jpeg.length + padding.length);
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  return [bytes(pixelsBegin + item), length, jpeg, padding, bytes(pixelsEnd)];
}
