// SPDX-License-Identifier: Apache-2.0
import type { Coding } from '@medplum/fhirtypes';

/*
 * Code systems of others, by the names that FHIR gives them.
 */

/** @source HL7 Terminology (THO), ICD-11 MMS */
export const icd11System = 'http://id.who.int/icd/release/11/mms';

/** The release whose titles the catalogue quotes. */
export const icd11Version = '2025-01';

/** @source https://hl7.org/fhir/R4/terminologies-systems.html */
const systems = {
  loinc: 'http://loinc.org',
  dicom: 'http://dicom.nema.org/resources/ontology/DCM',
  diagnosticService: 'http://terminology.hl7.org/CodeSystem/v2-0074',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  mediaType: 'http://terminology.hl7.org/CodeSystem/media-type',
  absence: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  provenanceAgent: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  security: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
} as const;

/** Said of everything that a model or a formula concluded. @source HL7 AI Transparency on FHIR, security label AIAST */
export const assertedByMachine: Coding = {
  system: systems.security,
  code: 'AIAST',
  display: 'Artificial Intelligence asserted',
};

/** The code that the compatible API gives its reports. @source its diagnosis-support page */
export const reportCode: Coding = {
  system: systems.loinc,
  code: '100063-7',
};

/** @source LOINC 18748-4 */
export const documentCode: Coding = {
  system: systems.loinc,
  code: '18748-4',
  display: 'Diagnostic imaging study',
};

export const imagingService: Coding = {
  system: systems.diagnosticService,
  code: 'IMG',
  display: 'Diagnostic Imaging',
};
export const imaging: Coding = { system: systems.observationCategory, code: 'imaging', display: 'Imaging' };
export const stillImage: Coding = { system: systems.mediaType, code: 'image', display: 'Image' };
export const assembler: Coding = { system: systems.provenanceAgent, code: 'assembler', display: 'Assembler' };

/**
 * Of clinical photographs. Dermoscopy's own code, DMS, is younger than the list that validators of R4 have.
 * @source DICOM PS3.16, CID 29
 */
export const cameraPhotography: Coding = {
  system: systems.dicom,
  code: 'XC',
  display: 'External-camera Photography',
};

/** Why a figure is missing. */
export const absent: Readonly<Record<'unsupported' | 'notApplicable', Coding>> = {
  unsupported: { system: systems.absence, code: 'unsupported', display: 'Unsupported' },
  notApplicable: { system: systems.absence, code: 'not-applicable', display: 'Not Applicable' },
};

/** @source https://hl7.org/fhir/R4/ucum.html */
export const unitSystem = 'http://unitsofmeasure.org';

/** Extensions that FHIR itself defines. @source https://hl7.org/fhir/R4/extensibility-registry.html */
export const standardExtensions = {
  absence: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  ordinal: 'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  minimum: 'http://hl7.org/fhir/StructureDefinition/minValue',
  maximum: 'http://hl7.org/fhir/StructureDefinition/maxValue',
  decimals: 'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces',
  translation: 'http://hl7.org/fhir/StructureDefinition/translation',
} as const;
