// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Moment, NullableText } from './concept.ts';

const role = Type.Unsafe<'administrator' | 'user'>({ type: 'string', enum: ['administrator', 'user'] });
const email = Type.String({ maxLength: 1000 });
const companyId = Type.Optional(
  NullableText({ maxLength: 100, description: 'The company a user works for.' }),
);

/** Somebody who may log in. */
export const AdminAccount = Type.Object({
  id: Type.String(),
  email,
  role,
  companyId: NullableText(),
  createdAt: Moment,
});
export type AdminAccount = Static<typeof AdminAccount>;

export const AdminAccountsResponse = Type.Array(AdminAccount, { description: 'Oldest first.' });
export type AdminAccountsResponse = Static<typeof AdminAccountsResponse>;

export const AdminNewAccountRequest = Type.Object(
  { email, role, companyId },
  { additionalProperties: false },
);
export type AdminNewAccountRequest = Static<typeof AdminNewAccountRequest>;

export const AdminNewAccountResponse = Type.Object({
  email,
  password: Type.String({ description: 'Told this once; only its hash is kept.' }),
});
export type AdminNewAccountResponse = Static<typeof AdminNewAccountResponse>;
