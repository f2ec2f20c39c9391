// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readDicom, readFrame } from '../../../test/fixtures/check-dicom.ts';
import { jpegBaseline, writeDicomFile } from './write-dicom-file.ts';

const dataset = {
  SOPClassUID: '1.2.840.10008.5.1.4.1.1.77.1.4',
  SOPInstanceUID: '2.25.1',
  InstitutionName: 'Clínica Muñoz',
  SpecificCharacterSet: 'ISO_IR 192',
};

describe('a DICOM file', () => {
  it.each([0, 1, 2, 7, 30_001, 200_000])('carries a frame of %i bytes, made even', async (bytes) => {
    const frame = Buffer.alloc(bytes, 0xa5);
    const file = await writeDicomFile(dataset, frame);
    const read = Buffer.from(readFrame(file));
    expect(read.length).toBe(bytes + (bytes % 2));
    expect(read.subarray(0, bytes).equals(frame)).toBe(true);
    expect(read.subarray(bytes).every((byte) => byte === 0)).toBe(true);
    expect(file.length % 2).toBe(0);
  });

  it('says in its head what it is, and writes texts as UTF-8', async () => {
    const file = await writeDicomFile(dataset, Buffer.alloc(2));
    const read = readDicom(file);
    expect(['x00020002', 'x00020003', 'x00020010'].map((tag) => read.string(tag))).toEqual([
      dataset.SOPClassUID,
      dataset.SOPInstanceUID,
      jpegBaseline,
    ]);
    expect(Buffer.from(file).includes('Clínica Muñoz')).toBe(true);
  });
});
