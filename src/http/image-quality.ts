// SPDX-License-Identifier: Apache-2.0
import { ImageQualityRequest, ImageQualityResponse } from '@openderm/contract';
import requestExample from '@openderm/contract/examples/image-quality.request.json' with { type: 'json' };
import responseExample from '@openderm/contract/examples/image-quality.response.json' with { type: 'json' };
import type { CheckImageQuality } from '../device/check-image-quality.ts';
import { toImageQuality } from '../fhir/image-quality.ts';
import type { App } from './app.ts';
import type { ReceiveImages } from './image-intake.ts';
import { imageRouteErrors } from './image-route-errors.ts';
import type { RequireToken } from './require-token.ts';
import { needsToken } from './token-security.ts';

export interface ImageQualityDependencies {
  readonly requireToken: RequireToken;
  readonly receiveImages: ReceiveImages;
  readonly checkImageQuality: CheckImageQuality;
}

/** Media validity alone: to ask for a better photograph before anything is diagnosed. */
export function routeImageQuality(app: App, dependencies: ImageQualityDependencies): void {
  const { requireToken, receiveImages, checkImageQuality } = dependencies;
  app.post('/v1/image-quality', {
    onRequest: requireToken,
    schema: {
      tags: ['Device'],
      operationId: 'imageQuality',
      summary: 'Whether photographs are fit for a clinical reading, and what to change',
      description: 'The `mediaValidity` block alone. Nothing is diagnosed and nothing is kept.',
      security: needsToken,
      consumes: ['application/json'],
      body: { ...ImageQualityRequest, examples: [requestExample] },
      response: { 200: { ...ImageQualityResponse, examples: [responseExample] }, ...imageRouteErrors },
    },
    handler: async (request, reply) =>
      toImageQuality(await receiveImages(request, reply, checkImageQuality.start())),
  });
}
