// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Moment, NullableText } from './concept.ts';

/** One report in a list: when and of what part of the body, and nothing of what was found. */
export const AdminReport = Type.Object({
  id: Type.String({ description: "The encrypted id, as the company's backend knows it." }),
  createdAt: Moment,
  bodySite: Type.String(),
  softwareVersion: Type.String(),
});
export type AdminReport = Static<typeof AdminReport>;

export const AdminReportsQuery = Type.Object({
  before: Type.Optional(Type.String({ description: '`next` of the answer before.' })),
});
export type AdminReportsQuery = Static<typeof AdminReportsQuery>;

export const AdminReportsResponse = Type.Object({
  reports: Type.Array(AdminReport, { description: 'Newest first.' }),
  next: NullableText({ description: 'To ask for older ones; null where there are none.' }),
});
export type AdminReportsResponse = Static<typeof AdminReportsResponse>;
