// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Model } from './model.ts';

const Values = Type.Array(Type.Object({ value: Type.String() }), { minItems: 1 });

/** FHIR Device-like; who made this, which release it is, and what it is for. */
export const DeviceInformationResponse = Type.Object({
  resourceType: Type.Literal('Device'),
  manufacturer: Type.Object({ name: Type.String(), address: Type.String() }),
  name: Values,
  version: Values,
  status: Type.Literal('active'),
  intendedUse: Type.String({ description: 'Additive.' }),
  regulatoryStatus: Type.String({ description: 'Additive.' }),
  catalogueVersion: Type.String({ description: 'Additive. Release of the condition catalogue.' }),
  models: Type.Array(Model, { description: 'Additive.' }),
});
export type DeviceInformationResponse = Static<typeof DeviceInformationResponse>;
