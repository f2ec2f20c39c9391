// SPDX-License-Identifier: Apache-2.0

/** Who did it: a company's backend, a signed link, an app key on a page, an account, the command line, or the house itself. */
export interface AuditActor {
  readonly kind: 'token' | 'link' | 'appKey' | 'account' | 'operator' | 'background';
  /** Id of the token or account; for an app key its hash; null where there is none. */
  readonly id: string | null;
}

export interface AuditObject {
  readonly kind: 'report' | 'media' | 'pdf' | 'company' | 'token' | 'appKey' | 'webhook' | 'subject';
  /** Our own id of it, never what a person would be known by; null where it does not exist. */
  readonly id: string | null;
}

/** One access to what belongs to a company. Holds ids only: no name, no free text, nothing of a picture. */
export interface AuditEntry {
  /** UUIDv7. */
  readonly id: string;
  readonly companyId: string;
  readonly atMs: number;
  readonly actor: AuditActor;
  readonly action: 'create' | 'read' | 'update' | 'delete' | 'export';
  readonly object: AuditObject;
  readonly outcome: 'done' | 'refused';
}
