// SPDX-License-Identifier: Apache-2.0
import formbody from '@fastify/formbody';
import { LoginRequest, LoginResponse } from '@openderm/contract';
import requestExample from '@openderm/contract/examples/login.request.json' with { type: 'json' };
import responseExample from '@openderm/contract/examples/login.response.json' with { type: 'json' };
import type { App } from './app.ts';
import { toErrorSchemas } from './error-schemas.ts';

export interface LoginAttempt {
  readonly username: string;
  readonly password: string;
  /** Network address, for throttling. */
  readonly address: string;
}

export interface LoginDependencies {
  /** An access token. @throws DeviceError `badCredentials`, `tooManyLogins` */
  logIn(attempt: LoginAttempt): Promise<string>;
  readonly tokenLifetimeMinutes: number;
}

/** An address and a password are some hundred bytes. */
const bodyLimitBytes = 16 * 1024;

/** E-mail and password in a form, a time-limited access token out. */
export function routeLogin(app: App, { logIn, tokenLifetimeMinutes }: LoginDependencies): void {
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers();
    await scope.register(formbody, { bodyLimit: bodyLimitBytes });
    scope.post('/v1/login', {
      schema: {
        tags: ['Device'],
        operationId: 'login',
        summary: 'Access token for e-mail and password',
        consumes: ['application/x-www-form-urlencoded'],
        body: { ...LoginRequest, examples: [requestExample] },
        response: {
          200: { ...LoginResponse, examples: [responseExample] },
          ...toErrorSchemas(
            'badCredentials',
            'bodyTooLarge',
            'wrongContentType',
            'invalidRequest',
            'tooManyLogins',
          ),
        },
      },
      // A request without a body misses both fields; it is not a fault of its own.
      preValidation: async (request) => {
        request.body ??= {} as LoginRequest;
      },
      handler: async ({ body: { username, password }, ip }): Promise<LoginResponse> => ({
        access_token: await logIn({ username, password, address: ip }),
        token_type: 'Access token',
        expires_in_minutes: String(tokenLifetimeMinutes),
      }),
    });
  });
}
