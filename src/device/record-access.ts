// SPDX-License-Identifier: Apache-2.0
import type { AuditEntry } from '../record/audit-entry.ts';

/** What somebody did or wanted to do; when, and under which number, is added here. */
export type Access = Omit<AuditEntry, 'id' | 'atMs'>;

export type RecordAccess = (access: Access) => AuditEntry;

export interface RecordAccessDependencies {
  readonly clock: { nowMs(): number };
  /** UUIDv7. */
  readonly ids: { create(): string };
}

/** An access as it goes into the books, now. */
export function createRecordAccess({ clock, ids }: RecordAccessDependencies): RecordAccess {
  return ({ companyId, actor, action, object, outcome }) => ({
    id: ids.create(),
    companyId,
    atMs: clock.nowMs(),
    actor,
    action,
    object,
    outcome,
  });
}
