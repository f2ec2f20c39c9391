// SPDX-License-Identifier: Apache-2.0
import type { Device, Organization, Patient } from '@medplum/fhirtypes';
import type { ModelIdentity } from '../../record/model-identity.ts';
import { toFhirText } from './fhir-text.ts';
import { standardExtensions } from './foreign-systems.ts';
import { type Part, type R4Context, referToSingle, toOwnConcept } from './r4-context.ts';

/** Somebody: reports know nobody's name. */
export function toPatientPart(): Part<Patient> {
  const masked = [{ url: standardExtensions.absence, valueCode: 'masked' }];
  return { name: 'patient', resource: { resourceType: 'Patient', name: [{ extension: masked }] } };
}

/** Whose report it is. */
export function toCompanyPart({ report }: R4Context): Part<Organization> {
  const name = toFhirText(report.company.name) ?? 'unknown';
  return { name: 'company', resource: { resourceType: 'Organization', active: true, name } };
}

/** The software, and every model that it asked. */
export function toDeviceParts(context: R4Context): readonly Part<Device>[] {
  const { models } = context.report.record;
  return [toSoftware(context), ...models.map((model, index) => toModel(model, index, context))];
}

function toSoftware({ report: { record }, sources }: R4Context): Part<Device> {
  const resource: Device = {
    resourceType: 'Device',
    status: 'active',
    deviceName: [{ name: 'OpenDerm', type: 'manufacturer-name' }],
    type: { text: 'Decision support software' },
    version: [
      { type: { text: 'software' }, value: record.softwareVersion },
      { type: { text: 'condition catalogue' }, value: record.diagnosis.catalogueVersion },
    ],
    url: sources.canonical.base,
  };
  return { name: 'device', resource };
}

function toModel(model: ModelIdentity, index: number, context: R4Context): Part<Device> {
  const { name, version, task, sha256, licence } = model;
  const terms = licence.commercialUse ? 'Commercial use is allowed.' : 'No commercial use.';
  const resource: Device = {
    resourceType: 'Device',
    identifier: [{ system: context.sources.canonical.identifiers('model-sha256'), value: sha256 }],
    status: 'active',
    deviceName: [{ name, type: 'model-name' }],
    type: toOwnConcept(['model-task', task], undefined, context),
    version: [{ value: version }],
    note: [{ text: toFhirText([licence.id, terms, licence.note].join('\n')) ?? licence.id }],
    parent: referToSingle('device', context),
  };
  return { name: `model-${index}`, resource };
}
