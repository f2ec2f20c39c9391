// SPDX-License-Identifier: Apache-2.0
import { DeviceInformationResponse, type Model } from '@openderm/contract';
import responseExample from '@openderm/contract/examples/device-information.response.json' with {
  type: 'json',
};
import type { App } from './app.ts';
import { toErrorSchemas } from './error-schemas.ts';
import { product } from './product.ts';
import type { RequireToken } from './require-token.ts';
import { needsToken } from './token-security.ts';

export interface DeviceInformationDependencies {
  readonly requireToken: RequireToken;
  readonly softwareVersion: string;
  readonly catalogueVersion: string;
  readonly models: readonly Model[];
}

/** Who made this, which release it is, and what it is for. */
export function routeDeviceInformation(app: App, dependencies: DeviceInformationDependencies): void {
  const answer = toDeviceInformation(dependencies);
  app.get('/v1/device-information', {
    onRequest: dependencies.requireToken,
    schema: {
      tags: ['Device'],
      operationId: 'deviceInformation',
      summary: 'Manufacturer, release, models',
      security: needsToken,
      response: {
        200: { ...DeviceInformationResponse, examples: [responseExample] },
        ...toErrorSchemas('unauthenticated'),
      },
    },
    handler: () => answer,
  });
}

function toDeviceInformation(dependencies: DeviceInformationDependencies): DeviceInformationResponse {
  const { softwareVersion, catalogueVersion, models } = dependencies;
  return {
    resourceType: 'Device',
    manufacturer: product.manufacturer,
    name: [{ value: product.name }],
    version: [{ value: softwareVersion }],
    status: 'active',
    intendedUse: product.intendedUse,
    regulatoryStatus: product.regulatoryStatus,
    catalogueVersion,
    models: [...models],
  };
}
