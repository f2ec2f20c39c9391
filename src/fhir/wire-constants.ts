// SPDX-License-Identifier: Apache-2.0
import type { Coding, Concept } from '@openderm/contract';

/**
 * Texts of the reference's answers that existing clients compare or show: kept exactly, on compatible routes only.
 * @source shared schema and diagnosis-support pages of the reference's public documentation
 */

const vendorSystemDisplay = 'Legit.Health';

export const reportCategory: readonly Concept[] = [
  {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v2-0074',
        systemDisplay: 'HL7 FHIR',
        version: null,
        code: 'IMG',
        display: 'Diagnostic Imaging',
      },
    ],
    text: 'Diagnostic imaging',
  },
];

export const reportCode: Concept = {
  coding: [
    {
      system: 'http://loinc.org/',
      systemDisplay: 'Logical Observation Identifiers Names and Codes (LOINC)',
      version: null,
      code: '100063-7',
      display: 'Primary skin concern',
    },
  ],
  text: 'Skin condition analysis',
};

/** The release whose titles the catalogue quotes. */
const icd11 = {
  system: 'https://icd.who.int/browse/2025-01/mms/en',
  systemDisplay: 'ICD-11',
  version: '2025-01',
} as const;

export function toIcd11Coding({ code, title }: { readonly code: string; readonly title: string }): Coding {
  return { ...icd11, code, display: title };
}

/** A code of a score's item or figure; existing clients insist on exactly one coding with all five keys. */
export function toVendorCode(code: string, text: string): Concept {
  const coding = { system: null, systemDisplay: vendorSystemDisplay, version: null, code, display: null };
  return { coding: [coding], text };
}

/** The seed prints the text inside the coding, existing clients read it beside it: it stands in both places. */
function toConfidenceCode(code: string, text: string): Concept {
  const coding = {
    system: null,
    systemDisplay: vendorSystemDisplay,
    version: null,
    code,
    display: null,
    text,
  };
  return { coding: [coding], text };
}

export const confidenceCodes = {
  dermatological: toConfidenceCode('aiConfidence', 'AI model confidence in the image being dermatological'),
  clinical: toConfidenceCode(
    'aiConfidenceClinical',
    "AI model confidence in identifying the image's modality as clinical",
  ),
  dermoscopic: toConfidenceCode(
    'aiConfidenceDermoscopic',
    "AI model confidence in identifying the image's modality as dermoscopic",
  ),
} as const;

export const heatMapTitle =
  'Heat map showing which regions of the image the AI focuses its attention to predict this class.';

/** Ours: a condition without a label of its own is shown the attention of *other*, and that must not be hidden. */
export const otherHeatMapTitle =
  'Heat map showing which regions of the image the AI focuses its attention to predict a condition it was not taught; it does not speak for this class in particular.';

/** Ours: the model gave no map for this class, and the strongest one stands in. */
export const borrowedHeatMapTitle =
  'Heat map showing which regions of the image the AI focuses its attention to predict its strongest class; none was made for this class.';

/** Entries of each image that carry a heat map. */
export const explainedConclusions = 5;
