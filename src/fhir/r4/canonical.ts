// SPDX-License-Identifier: Apache-2.0

/** What is published under a name of its own. */
export type PublishedType =
  | 'CodeSystem'
  | 'ValueSet'
  | 'Questionnaire'
  | 'StructureDefinition'
  | 'ConceptMap';

/** Addresses of what this server publishes; each one can be fetched. */
export interface Canonical {
  /** Of the FHIR routes, without a slash at its end. */
  readonly base: string;
  /** Of everything that is published: the software's. */
  readonly version: string;
  of(type: PublishedType, id: string): string;
  /** Namespace of identifiers, e.g. of reports. */
  identifiers(kind: string): string;
}

/** Under `<public address>/fhir`. */
export function createCanonical({
  publicUrl,
  softwareVersion,
}: {
  readonly publicUrl: string;
  readonly softwareVersion: string;
}): Canonical {
  const base = `${publicUrl}/fhir`;
  return {
    base,
    version: softwareVersion,
    of: (type, id) => `${base}/${type}/${id}`,
    identifiers: (kind) => `${base}/identifiers/${kind}`,
  };
}
