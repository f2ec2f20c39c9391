// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import type { AuthenticateCompany, CompanyCaller } from '../../device/authenticate-company.ts';
import { DeviceError } from '../../errors.ts';
import type { Company } from '../../record/company.ts';

/** Looks at the X-API-TOKEN header before a byte of the body is read; whose it is is then `callerOf(request)`. */
export type RequireApiToken = (request: FastifyRequest) => Promise<void>;

export const companyDecorator = 'company';

/** As tokens are made, and some more: longer texts are not worth a hash. */
const tokenPattern = /^[\w-]{1,128}$/;

export function createRequireApiToken(authenticate: AuthenticateCompany): RequireApiToken {
  return async (request) => {
    const token = request.headers['x-api-token'];
    if (typeof token !== 'string' || !tokenPattern.test(token)) throw new DeviceError('unauthenticated');
    request.setDecorator(companyDecorator, await authenticate(token));
  };
}

/** Whose backend is asking; only on routes that require its token. */
export function companyOf(request: FastifyRequest): Company {
  return callerOf(request).company;
}

/** The same, with the token that was used. */
export function callerOf(request: FastifyRequest): CompanyCaller {
  return request.getDecorator<CompanyCaller>(companyDecorator);
}

/** Name of the OpenAPI security scheme of a company's backend. */
export const apiTokenScheme = 'companyToken';

export const needsApiToken: readonly Readonly<Record<string, readonly string[]>>[] = [
  { [apiTokenScheme]: [] },
];
