// SPDX-License-Identifier: Apache-2.0
import { HealthResponse } from '@openderm/contract';
import { DeviceError } from '../errors.ts';
import type { App } from './app.ts';
import { toProblemSchemas } from './error-schemas.ts';

export interface HealthDependencies {
  /** Resolves when database and workers answer. */
  checkReady(): Promise<void>;
}

/** For load balancers and process managers. */
export function routeHealth(app: App, { checkReady }: HealthDependencies): void {
  app.get('/health/live', {
    schema: {
      tags: ['Operations'],
      operationId: 'healthLive',
      summary: 'The process answers',
      response: { 200: HealthResponse },
    },
    handler: () => ({ status: 'live' as const }),
  });
  app.get('/health/ready', {
    schema: {
      tags: ['Operations'],
      operationId: 'healthReady',
      summary: 'Database, models and workers answer',
      response: { 200: HealthResponse, ...toProblemSchemas('notReady') },
    },
    handler: async () => {
      await checkReady().catch((cause: unknown) => {
        throw new DeviceError('notReady', {}, cause);
      });
      return { status: 'ready' as const };
    },
  });
}
