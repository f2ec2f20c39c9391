// SPDX-License-Identifier: Apache-2.0
import { OpenDermError } from './openderm-error.ts';
import type { HttpAnswer } from './send-request.ts';
import { toError } from './to-error.ts';

export interface Credentials {
  /** The account's e-mail address. */
  readonly username: string;
  readonly password: string;
}

/** Holds the token, and the credentials in memory only, so that an expired token costs one silent login. */
export interface Session {
  readonly token: string | undefined;
  adopt(credentials: Credentials, token: string): void;
  forget(): void;
  /** Runs a call with a token; on 401 logs in once more and repeats it. */
  authorise(call: (token: string) => Promise<HttpAnswer>): Promise<HttpAnswer>;
}

export interface SessionOptions {
  /** Brings a token. @throws OpenDermError `ERR_BAD_CREDENTIALS`, `ERR_TOO_MANY_REQUESTS` */
  readonly login: (credentials: Credentials) => Promise<string>;
  readonly credentials?: Credentials | undefined;
  readonly token?: string | undefined;
}

/** A session that has not logged in yet, unless it was handed a token. */
export function createSession(options: SessionOptions): Session {
  let { credentials, token } = options;
  let pending: Promise<string> | undefined;
  const start = async (known: Credentials) => {
    token = await options.login(known);
    return token;
  };
  // Calls that expire together share one login: each login costs the device a slow password hash.
  const renew = () => {
    pending ??= start(required(credentials)).finally(() => {
      pending = undefined;
    });
    return pending;
  };
  return {
    get token() {
      return token;
    },
    adopt: (given, issued) => {
      credentials = given;
      token = issued;
    },
    forget: () => {
      token = undefined;
      credentials = undefined;
    },
    authorise: async (call) => {
      const used = token ?? (await renew());
      const answer = await call(used);
      if (answer.status !== 401) return answer;
      if (credentials === undefined) throw toError(answer);
      return call(token === used || token === undefined ? await renew() : token);
    },
  };
}

function required(credentials: Credentials | undefined): Credentials {
  if (credentials !== undefined) return credentials;
  throw new OpenDermError('ERR_UNAUTHENTICATED', 'Not signed in: call login() first, or pass a token');
}
