// SPDX-License-Identifier: Apache-2.0
import {
  type AdminAuditEntry,
  AdminAuditQuery,
  AdminAuditResponse,
  AdminAuditVerdict,
} from '@openderm/contract';
import type { FastifyTypeProviderDefault } from 'fastify';
import type { AuditDesk, AuditVerdict, ListedEntry } from '../../device/manage-audit.ts';
import { DeviceError } from '../../errors.ts';
import type { App } from '../app.ts';
import type { RequireToken } from '../require-token.ts';
import { adminSchema, readErrors } from './admin-schema.ts';
import { companyIdOf, companyPath } from './company-path.ts';
import { grant } from './grant.ts';

export interface AdminAuditDependencies {
  readonly requireAdministrator: RequireToken;
  readonly auditDesk: Pick<AuditDesk, 'list' | 'verify'>;
}

/** As many as fit on a screen or two. Our own convention. */
const pageLength = 50;

/** Who reached for what, and whether anybody has changed what is written about it. */
export function routeAdminAudit(app: App, dependencies: AdminAuditDependencies): void {
  const { requireAdministrator: onRequest, auditDesk } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  routes.get(`${companyPath}/audit`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminAudit',
      summary: 'The audit log of a company',
      querystring: AdminAuditQuery,
      response: { 200: AdminAuditResponse, ...readErrors },
    },
    handler: async (request) => {
      const before = readPlace(request.query);
      const found = await grant(auditDesk.list(companyIdOf(request), { limit: pageLength + 1, before }));
      const shown = found.slice(0, pageLength);
      const next = found.length > pageLength ? (shown.at(-1)?.sequence ?? null) : null;
      return { entries: shown.map(toAdminEntry), next };
    },
  });
  routes.get(`${companyPath}/audit/verification`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminVerifyAudit',
      summary: 'Whether the audit log of a company is whole; reads all of it',
      response: { 200: AdminAuditVerdict, ...readErrors },
    },
    handler: async (request) => {
      const [verdict] = await grant(auditDesk.verify(companyIdOf(request)));
      if (verdict === undefined) throw new DeviceError('notFound');
      return toAdminVerdict(verdict);
    },
  });
}

/** A place in the chain has fifteen digits at most: more than a log will ever have. */
function readPlace(query: unknown): number | undefined {
  const { before } = query as Readonly<Record<string, unknown>>;
  if (before === undefined) return undefined;
  if (typeof before === 'string' && /^\d{1,15}$/.test(before)) return Number(before);
  throw new DeviceError('notFound');
}

/** An entry that can no longer be read has its place and nothing else. */
const unread = {
  at: null,
  actor: null,
  actorId: null,
  action: null,
  object: null,
  objectId: null,
  outcome: null,
};

function toAdminEntry({ sequence, entry }: ListedEntry): AdminAuditEntry {
  if (entry === null) return { sequence, ...unread };
  const { atMs, actor, action, object, outcome } = entry;
  return {
    sequence,
    at: new Date(atMs).toISOString(),
    actor: actor.kind,
    actorId: actor.id,
    action,
    object: object.kind,
    objectId: object.id,
    outcome,
  };
}

function toAdminVerdict({ start, end, broken }: AuditVerdict): AdminAuditVerdict {
  return {
    isWhole: broken === null,
    firstBad: broken?.sequence ?? null,
    reason: broken?.reason ?? null,
    from: start.sequence,
    to: end.sequence,
    hash: end.hash,
  };
}
