// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Moment, NullableText } from './concept.ts';

/** A token of a company's backend, without its secret. */
export const AdminToken = Type.Object({
  id: Type.String(),
  name: Type.String({ description: 'What it is for, e.g. `production`.' }),
  createdAt: Moment,
  revokedAt: NullableText(),
});
export type AdminToken = Static<typeof AdminToken>;

export const AdminTokensResponse = Type.Array(AdminToken, { description: 'Oldest first, revoked ones too.' });
export type AdminTokensResponse = Static<typeof AdminTokensResponse>;

export const AdminNewTokenRequest = Type.Object(
  { name: Type.String({ maxLength: 1000 }) },
  { additionalProperties: false },
);
export type AdminNewTokenRequest = Static<typeof AdminNewTokenRequest>;

export const AdminNewTokenResponse = Type.Object({
  token: AdminToken,
  secret: Type.String({ description: 'Goes into `X-API-TOKEN`. Told this once; only its hash is kept.' }),
});
export type AdminNewTokenResponse = Static<typeof AdminNewTokenResponse>;

export const AdminNewAppKeyRequest = Type.Object(
  { minutes: Type.Integer({ description: 'How long it is good, 1 to 1440.' }) },
  { additionalProperties: false },
);
export type AdminNewAppKeyRequest = Static<typeof AdminNewAppKeyRequest>;

export const AdminNewAppKeyResponse = Type.Object({ appKey: Type.String(), expiresAt: Moment });
export type AdminNewAppKeyResponse = Static<typeof AdminNewAppKeyResponse>;
