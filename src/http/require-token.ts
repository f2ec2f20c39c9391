// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import { DeviceError } from '../errors.ts';

/** The account behind an access token. @throws DeviceError `unauthenticated` */
export type FindTokenHolder = (token: string) => Promise<string>;

/** Looks at the Authorization header before a byte of the body is read; the account is then `accountOf(request)`. */
export type RequireToken = (request: FastifyRequest) => Promise<void>;

const bearer = /^Bearer +([\w.~+/-]+=*)$/i;
const accountKey = 'accountId';

export function createRequireToken(findHolder: FindTokenHolder): RequireToken {
  return async (request) => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new DeviceError('unauthenticated');
    request.setDecorator(accountKey, await findHolder(token));
  };
}

/** Who is asking; only on routes that require a token. */
export function accountOf(request: FastifyRequest): string {
  return request.getDecorator<string>(accountKey);
}

export const accountDecorator = accountKey;
