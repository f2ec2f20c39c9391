// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

/** What a text of a DICOM object may be: no backslash, which divides values, no control characters. */
const dicomText = (description: string) =>
  // 64 characters. @source DICOM PS3.5, 6.2: LO
  Type.String({
    pattern: '^(?=\\S)[^\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,64}(?<=\\S)$',
    description,
  });

const choice = <Value extends string>(values: readonly Value[], description: string) =>
  Type.Optional(Type.Unsafe<Value | null>({ enum: [...values, null], description }));

const positive = (description: string) =>
  Type.Optional(Type.Unsafe<number | null>({ type: ['number', 'null'], exclusiveMinimum: 0, description }));

export const immersionMedia = ['alcohol', 'mineralOil', 'plasticCap', 'ultrasoundGel', 'water'] as const;
export type ImmersionMedium = (typeof immersionMedia)[number];

/** What a dermoscope is and how it was used: as much as a DICOM object of dermoscopic photography must say. */
export const Dermoscope = Type.Object(
  {
    manufacturer: dicomText('Who makes it.'),
    modelName: dicomText('What its maker calls it.'),
    serialNumber: dicomText('Serial number of this one.'),
    softwareVersion: dicomText('Version of the software in it.'),
    hasRecognizableFeatures: Type.Boolean({
      description: 'Whether somebody could be recognised on one of the photographs.',
    }),
    polarization: choice(['polarized', 'nonPolarized'], 'Of its light; null where unknown.'),
    colorTemperature: positive('Of its light, in kelvin; null where unknown.'),
    contactMethod: choice(['contact', 'nonContact'], 'Whether it touched the skin; null where unknown.'),
    immersionMedia: Type.Optional(
      Type.Unsafe<ImmersionMedium[] | null>({
        type: ['array', 'null'],
        items: { enum: immersionMedia },
        minItems: 1,
        maxItems: immersionMedia.length,
        uniqueItems: true,
        description: 'Between it and the skin, with `contactMethod` `contact` alone; null where unknown.',
      }),
    ),
    magnification: positive('Optical, as a factor; null where unknown.'),
  },
  {
    description:
      'With what all photographs in `payload` were taken. They are then dermoscopic photographs in the DICOM view; without it nothing is presumed.',
  },
);
export type Dermoscope = Static<typeof Dermoscope>;
