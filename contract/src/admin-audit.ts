// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableText } from './concept.ts';

/** One access to what belongs to a company: who, what, when. Ids only. */
export const AdminAuditEntry = Type.Object({
  sequence: Type.Integer({ description: 'Its place in the chain, from 1.' }),
  at: NullableText({ description: 'ISO 8601 with offset, UTC; null where the entry cannot be read.' }),
  actor: NullableText({ description: '`token`, `link`, `appKey`, `account`, `operator` or `background`.' }),
  actorId: NullableText(),
  action: NullableText({ description: '`create`, `read`, `update`, `delete` or `export`.' }),
  object: NullableText({ description: 'What it was done to, e.g. `report`.' }),
  objectId: NullableText(),
  outcome: NullableText({ description: '`done` or `refused`.' }),
});
export type AdminAuditEntry = Static<typeof AdminAuditEntry>;

export const AdminAuditQuery = Type.Object({
  before: Type.Optional(Type.String({ pattern: '^[0-9]+$', description: '`next` of the answer before.' })),
});
export type AdminAuditQuery = Static<typeof AdminAuditQuery>;

export const AdminAuditResponse = Type.Object({
  entries: Type.Array(AdminAuditEntry, { description: 'Newest first.' }),
  next: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: 'To ask for older ones; null where there are none.',
  }),
});
export type AdminAuditResponse = Static<typeof AdminAuditResponse>;

/** Whether anybody has changed what is written. */
export const AdminAuditVerdict = Type.Object({
  isWhole: Type.Boolean(),
  firstBad: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: 'Place of the first bad entry.',
  }),
  reason: NullableText({ description: '`missing`, `altered`, `misplaced` or `notLast`.' }),
  from: Type.Integer({ description: 'Entries up to here were dropped, as the retention wants it.' }),
  to: Type.Integer(),
  hash: Type.String({ description: 'Of the last entry. Write it down elsewhere to prove the log later.' }),
});
export type AdminAuditVerdict = Static<typeof AdminAuditVerdict>;
