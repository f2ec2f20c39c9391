// SPDX-License-Identifier: Apache-2.0
import type { CapabilityStatement, CapabilityStatementRestResource } from '@medplum/fhirtypes';
import type { Canonical, PublishedType } from './canonical.ts';

const types: readonly PublishedType[] = [
  'CodeSystem',
  'ConceptMap',
  'Questionnaire',
  'StructureDefinition',
  'ValueSet',
];

/** When this statement was last changed. @source our own convention: the day of the release that changed it */
const changed = '2026-11-21';

/** What a FHIR client may ask this server. */
export function toCapabilityStatement(canonical: Canonical): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    id: 'openderm',
    url: `${canonical.base}/metadata`,
    version: canonical.version,
    name: 'OpenDerm',
    title: 'OpenDerm',
    status: 'active',
    experimental: false,
    date: changed,
    publisher: 'OpenDerm contributors',
    description:
      'What reports refer to. Reports themselves are documents of the server-to-server API: a GET with the header Accept: application/fhir+json.',
    kind: 'instance',
    software: { name: 'OpenDerm', version: canonical.version },
    implementation: { description: 'A dermatology-AI device server', url: canonical.base },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [{ mode: 'server', resource: types.map(toResource) }],
  };
}

function toResource(type: PublishedType): CapabilityStatementRestResource {
  return {
    type,
    interaction: [{ code: 'read' }, { code: 'search-type' }],
    versioning: 'no-version',
    searchParam: [{ name: 'url', type: 'uri', documentation: 'The canonical address, without a version.' }],
  };
}
