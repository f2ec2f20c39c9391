// SPDX-License-Identifier: Apache-2.0
import type { BodySite } from '../../catalogue/body-sites.ts';
import type { ReportMedia, ReportRecord } from '../../record/report-record.ts';
import { toDermoscopeDataset } from './dermoscope-dataset.ts';
import { toDicomName, toDicomUid } from './to-dicom-uid.ts';
import type { DicomDataset } from './write-dicom-file.ts';

/** VL Photographic Image Storage. @source DICOM PS3.6, table A-1 */
const photographicImage = '1.2.840.10008.5.1.4.1.1.77.1.4';

/** Our own scheme. @source DICOM PS3.3, 8.2: designators of private schemes begin with 99 */
const ownScheme = '99OPENDERM';

/** One photograph of a report on its way into an archive. */
export interface DicomPhotograph {
  readonly record: ReportRecord;
  readonly media: ReportMedia;
  readonly site: BodySite;
  /** Place among the photographs of its series, from 0. */
  readonly index: number;
}

/**
 * Every attribute of a photograph but its pixels. What nobody told us is empty or left out: who the patient is, what camera
 * it was, whether a face can be recognised. Nothing that a model found is in it.
 */
export function toPhotographDataset(photograph: DicomPhotograph): DicomDataset {
  const { record, media } = photograph;
  // The photograph of where it is was taken with something else.
  const dermoscope = media.role === 'photograph' ? record.dermoscope : null;
  return {
    SpecificCharacterSet: 'ISO_IR 192',
    ImageType: ['DERIVED', 'PRIMARY'],
    SOPClassUID: photographicImage,
    SOPInstanceUID: toDicomUid('instance', media.id),
    ...toPatient(photograph),
    ...toStudy(photograph),
    ...toSeries(photograph),
    ...toPlace(photograph),
    ...toOrigin(photograph),
    ...toPixels(photograph),
    ...(dermoscope ? toDermoscopeDataset(photograph, dermoscope) : {}),
  };
}

/** Longest text of a short name. @source DICOM PS3.5, 6.2: SH */
const shortLetters = 16;

/** Nobody, but the same nobody for all reports of one `subject`: archives put images of equal patient ids together. */
function toPatient({ record: { id, subjectHash } }: DicomPhotograph): DicomDataset {
  return {
    PatientName: 'Anonymous^',
    PatientID: toDicomName('patient', subjectHash ?? id),
    IssuerOfPatientID: 'OpenDerm',
    PatientBirthDate: '',
    PatientSex: '',
  };
}

function toStudy({ record: { id, createdAtMs } }: DicomPhotograph): DicomDataset {
  const { date, time } = toDateTime(createdAtMs);
  return {
    StudyInstanceUID: toDicomUid('study', id),
    StudyID: toDicomName('study', id).slice(0, shortLetters),
    StudyDate: date,
    StudyTime: time,
    ContentDate: date,
    ContentTime: time,
    TimezoneOffsetFromUTC: '+0000',
    AccessionNumber: '',
    ReferringPhysicianName: '',
  };
}

function toSeries({ record: { id }, media: { role }, index }: DicomPhotograph): DicomDataset {
  const isContext = role === 'context';
  return {
    // External-camera Photography. @source DICOM PS3.3, C.7.3.1.1.1
    Modality: 'XC',
    SeriesInstanceUID: toDicomUid(isContext ? 'context' : 'photographs', id),
    SeriesNumber: isContext ? '2' : '1',
    SeriesDescription: isContext ? 'Photograph of where it is' : 'Photographs of the lesion',
    InstanceNumber: String(index + 1),
    Manufacturer: '',
  };
}

function toPlace({ site: { code, names, laterality } }: DicomPhotograph): DicomDataset {
  return {
    AnatomicRegionSequence: [{ CodeValue: code, CodingSchemeDesignator: ownScheme, CodeMeaning: names.en }],
    // Empty: a site of both sides or of none, which the code alone does not always tell. @source DICOM PS3.3, C.7.3.1
    Laterality: laterality === null ? '' : laterality === 'left' ? 'L' : 'R',
    PatientOrientation: '',
    AcquisitionContextSequence: [],
  };
}

function toOrigin({ record: { softwareVersion } }: DicomPhotograph): DicomDataset {
  const modifying = {
    CodeValue: '109103',
    CodingSchemeDesignator: 'DCM',
    CodeMeaning: 'Modifying Equipment',
  };
  const description = 'Turned upright and encoded anew from its pixels, without the metadata of the file';
  return {
    DerivationDescription: description,
    ContributingEquipmentSequence: [
      {
        Manufacturer: 'OpenDerm',
        SoftwareVersions: softwareVersion,
        ContributionDescription: description,
        PurposeOfReferenceCodeSequence: [modifying],
      },
    ],
  };
}

/** Colour, 8 bits each, as every JPEG that is kept with a report. */
function toPixels({ media: { widthPx, heightPx, bytes } }: DicomPhotograph): DicomDataset {
  const ratio = (widthPx * heightPx * 3) / bytes;
  return {
    SamplesPerPixel: 3,
    PhotometricInterpretation: 'YBR_FULL_422',
    PlanarConfiguration: 0,
    Rows: heightPx,
    Columns: widthPx,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7, // counted from 0: the highest of eight bits
    PixelRepresentation: 0,
    LossyImageCompression: '01',
    LossyImageCompressionRatio: ratio.toFixed(2),
    LossyImageCompressionMethod: 'ISO_10918_1',
  };
}

/** @source DICOM PS3.5, 6.2: DA and TM */
function toDateTime(ms: number): { readonly date: string; readonly time: string } {
  const digits = new Date(ms).toISOString().replaceAll(/[-:]/g, '');
  return { date: digits.slice(0, 8), time: digits.slice(9, 9 + 6) };
}
