// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

/** Sent as application/x-www-form-urlencoded. */
export const LoginRequest = Type.Object({
  username: Type.String({ maxLength: 320, description: 'E-mail address.' }),
  password: Type.String({ maxLength: 1024 }),
});
export type LoginRequest = Static<typeof LoginRequest>;

/** Texts and types are the reference's: clients compare them. */
export const LoginResponse = Type.Object({
  access_token: Type.String({ description: 'Goes into `Authorization: Bearer ...`.' }),
  token_type: Type.Literal('Access token'),
  expires_in_minutes: Type.String({ pattern: '^[0-9]+$', description: 'Minutes, as a text.' }),
});
export type LoginResponse = Static<typeof LoginResponse>;
