// SPDX-License-Identifier: Apache-2.0
import type { Dermoscope, ImmersionMedium } from '@openderm/contract';
import type { DicomPhotograph } from './photograph-dataset.ts';
import { toDicomUid } from './to-dicom-uid.ts';
import type { DicomDataset } from './write-dicom-file.ts';

/** Dermoscopic Photography Image Storage. @source DICOM PS3.6, table A-1 */
const dermoscopicImage = '1.2.840.10008.5.1.4.1.1.77.1.7';

/** @source DICOM PS3.3, Dermoscopic Image Module (Supplement 221) */
const terms = {
  polarization: { polarized: 'POLARIZED', nonPolarized: 'NON_POLARIZED' },
  contactMethod: { contact: 'CONTACT', nonContact: 'NON_CONTACT' },
  immersionMedia: {
    alcohol: 'ALCOHOL',
    mineralOil: 'MINERAL_OIL',
    plasticCap: 'PLASTIC_CAP',
    ultrasoundGel: 'ULTRASOUND_GEL',
    water: 'WATER',
  } satisfies Readonly<Record<ImmersionMedium, string>>,
} as const;

/** What a photograph through a dermoscope says otherwise than any photograph: all of it as the integrator did. */
export function toDermoscopeDataset(
  { record: { id } }: DicomPhotograph,
  dermoscope: Dermoscope,
): DicomDataset {
  const { polarization, contactMethod, colorTemperature, magnification } = dermoscope;
  return {
    SOPClassUID: dermoscopicImage,
    // Dermoscopy. @source DICOM PS3.3, C.7.3.1.1.1
    Modality: 'DMS',
    FrameOfReferenceUID: toDicomUid('frame', id),
    PositionReferenceIndicator: '',
    Manufacturer: dermoscope.manufacturer,
    ManufacturerModelName: dermoscope.modelName,
    DeviceSerialNumber: dermoscope.serialNumber,
    SoftwareVersions: dermoscope.softwareVersion,
    RecognizableVisualFeatures: dermoscope.hasRecognizableFeatures ? 'YES' : 'NO',
    LightSourcePolarization: polarization ? terms.polarization[polarization] : '',
    EmitterColorTemperature: toDecimal(colorTemperature),
    ContactMethod: contactMethod ? terms.contactMethod[contactMethod] : '',
    ...toImmersion(dermoscope),
    OpticalMagnificationFactor: toDecimal(magnification),
  };
}

function toImmersion({ contactMethod, immersionMedia }: Dermoscope): DicomDataset {
  if (contactMethod !== 'contact') return {};
  return { ImmersionMedia: immersionMedia ? immersionMedia.map((each) => terms.immersionMedia[each]) : '' };
}

/** Significant digits that fit where a decimal text may have 16 characters. @source DICOM PS3.5, 6.2: DS */
const digits = 9;

function toDecimal(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(Number(value.toPrecision(digits)));
}
