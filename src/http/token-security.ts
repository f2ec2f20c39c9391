// SPDX-License-Identifier: Apache-2.0

/** Name of the OpenAPI security scheme of access tokens. */
export const tokenScheme = 'accessToken';

export const needsToken: readonly Readonly<Record<string, readonly string[]>>[] = [{ [tokenScheme]: [] }];
