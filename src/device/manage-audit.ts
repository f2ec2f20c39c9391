// SPDX-License-Identifier: Apache-2.0
import { type ChainBreak, createChainReader, linkEntry } from '../gate/audit-chain.ts';
import type { AuditEntry } from '../record/audit-entry.ts';
import type { Company } from '../record/company.ts';
import type { AuditChain, AuditStore, ChainPlace, SealedEntry } from '../store/audit/audit-store.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import { CompanyProblem } from './company-problem.ts';

/** What an operator asks of the audit logs, whether or not a server is running. */
export interface AuditDesk {
  /** One company, or all: oldest first. @throws CompanyProblem */
  verify(companyId?: string): Promise<readonly AuditVerdict[]>;
  /** Whether an end of the chain that was written down elsewhere still stands there. @throws CompanyProblem */
  stillHas(companyId: string, known: ChainPlace): Promise<boolean>;
  /** Newest first, before a place in the chain where one is given. @throws CompanyProblem */
  list(companyId: string, page: AuditPage): Promise<readonly ListedEntry[]>;
}

export interface AuditPage {
  readonly limit: number;
  readonly before?: number | undefined;
}

export interface AuditVerdict {
  readonly company: Company;
  /** Entries before this one were dropped, as the company's retention wants it. */
  readonly start: ChainPlace;
  readonly end: ChainPlace;
  /** The first entry that is bad; null where the chain is whole. */
  readonly broken: ChainBreak | null;
}

export interface ListedEntry {
  readonly sequence: number;
  readonly hash: string;
  /** Null where what was kept is no entry any more. */
  readonly entry: AuditEntry | null;
}

export interface AuditDeskDependencies {
  readonly audit: AuditStore;
  readonly companies: Pick<CompanyStore, 'find' | 'list'>;
}

/** Entries read at once: some hundred kilobytes. Our own convention. */
const entriesAtOnce = 1000;

/** Seals what is waiting first: without a server nobody else does. */
export function createAuditDesk({ audit, companies }: AuditDeskDependencies): AuditDesk {
  const seal = () => audit.seal(linkEntry, Number.MAX_SAFE_INTEGER);
  const find = async (id: string) => {
    const company = await companies.find(id);
    if (company === undefined) throw new CompanyProblem('unknown', `There is no company ${id}.`);
    return company;
  };
  return {
    async verify(companyId) {
      const wanted = companyId === undefined ? await companies.list() : [await find(companyId)];
      await seal();
      const verdicts: AuditVerdict[] = [];
      for (const company of wanted) verdicts.push(await verifyChain(company, audit));
      return verdicts;
    },
    async stillHas(companyId, { sequence, hash }) {
      await find(companyId);
      if (sequence === 0) return hash === nothing.hash;
      const [entry] = await audit.read(companyId, sequence - 1, 1);
      if (entry?.sequence === sequence) return entry.hash === hash;
      const start = (await audit.findChain(companyId))?.start;
      return start?.sequence === sequence && start.hash === hash;
    },
    async list(companyId, { limit, before }) {
      await find(companyId);
      await seal();
      return (await audit.list(companyId, limit, before)).map(toListed);
    },
  };
}

const nothing: ChainPlace = { sequence: 0, hash: '0'.repeat(64) };

async function verifyChain(company: Company, audit: AuditStore): Promise<AuditVerdict> {
  for (;;) {
    const chain = await audit.findChain(company.id);
    if (chain === undefined) return { company, start: nothing, end: nothing, broken: null };
    const broken = (await readChain(chain, audit)) ?? null;
    // Whoever drops old entries meanwhile breaks nothing.
    const now = broken && (await audit.findChain(company.id));
    const isMoved = now !== null && now?.start.sequence !== chain.start.sequence;
    if (!isMoved) return { company, start: chain.start, end: chain.end, broken };
  }
}

async function readChain(chain: AuditChain, audit: AuditStore): Promise<ChainBreak | undefined> {
  const { companyId, start, end } = chain;
  const reader = createChainReader(chain);
  for (let after = start.sequence; ; ) {
    const entries = await audit.read(companyId, after, entriesAtOnce);
    // A running server seals on: what came after the end that was read is for the next time.
    const due = entries.filter(({ sequence }) => sequence <= end.sequence);
    const broken = reader.next(due);
    if (broken !== undefined) return broken;
    after = due.at(-1)?.sequence ?? after;
    if (due.length < entriesAtOnce) return reader.finish();
  }
}

function toListed({ sequence, hash, text }: SealedEntry): ListedEntry {
  try {
    const entry: unknown = JSON.parse(text);
    return { sequence, hash, entry: isEntry(entry) ? entry : null };
  } catch {
    return { sequence, hash, entry: null };
  }
}

/** Enough of one to be shown: somebody may have written anything in its place. */
function isEntry(said: unknown): said is AuditEntry {
  const { atMs, action, outcome, actor, object } = toFields(said);
  const isTime = typeof atMs === 'number' && !Number.isNaN(new Date(atMs).getTime());
  return (
    isTime && typeof action === 'string' && typeof outcome === 'string' && [actor, object].every(isNamed)
  );
}

function isNamed(said: unknown): boolean {
  const { kind, id } = toFields(said);
  return typeof kind === 'string' && (id === null || typeof id === 'string');
}

function toFields(said: unknown): Readonly<Record<string, unknown>> {
  return typeof said === 'object' && said !== null ? { ...said } : {};
}
