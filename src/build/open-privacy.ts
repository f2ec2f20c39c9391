// SPDX-License-Identifier: Apache-2.0
import { type AuditQueue, createAuditQueue } from '../device/audit-queue.ts';
import { createEraseReports, type EraseReports } from '../device/erase-reports.ts';
import { createKeepRetention } from '../device/keep-retention.ts';
import { createRecordAccess, type RecordAccess } from '../device/record-access.ts';
import { linkEntry } from '../gate/audit-chain.ts';
import { createSealedIds } from '../gate/sealed-id.ts';
import { type RegularWork, runRegularly } from '../outbox/run-regularly.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { Store } from '../store/store.ts';
import { obtainHashSubject } from './obtain-hash-subject.ts';

export interface PrivacyParts {
  readonly store: Pick<Store, 'audit' | 'companies' | 'erasures' | 'secrets'>;
  readonly media: Pick<MediaStore, 'remove'>;
  readonly clock: { nowMs(): number };
  readonly ids: { create(): string };
}

export interface PrivacyDesk {
  readonly recordAccess: RecordAccess;
  readonly eraseReports: EraseReports;
}

/** As the gate wants them: AES-256, and the size of the hash behind HMAC-SHA256. @source RFC 2104, 3 */
const secretBytes = 32;

/** Writing down and erasing, without anything that goes on by itself: for commands too. */
export async function buildPrivacyDesk({ store, media, clock, ids }: PrivacyParts): Promise<PrivacyDesk> {
  const { audit, erasures, secrets } = store;
  const recordAccess = createRecordAccess({ clock, ids });
  const sealedIds = createSealedIds({ secret: await secrets.obtain('sealed-id', secretBytes) });
  const hashSubject = await obtainHashSubject(secrets);
  const eraseReports = createEraseReports({ erasures, audit, media, sealedIds, hashSubject, recordAccess });
  return { recordAccess, eraseReports };
}

/** What a running server does for privacy, asked and unasked. */
export interface Privacy extends PrivacyDesk {
  readonly queue: Pick<AuditQueue, 'note'>;
  /** Ends what goes on by itself; everything that was noted is then written and sealed. */
  stop(): Promise<void>;
}

export interface PrivacyOptions extends PrivacyParts {
  readonly log: { warn(details: object, message: string): void };
}

/** An entry is written and sealed within a second: a turn, and time to do it in. @source our own convention */
const sealEveryMs = 400;
/** Entries of one turn: the thread of the database is lent to others in between. @source our own convention */
const sealedAtOnce = 5000;
/** Files that could not be removed at once. @source our own convention */
const finishEveryMs = 60_000;
/** What is kept for days goes within the hour. @source our own convention */
const retainEveryMs = 3_600_000;

export async function openPrivacy({ log, ...parts }: PrivacyOptions): Promise<Privacy> {
  const desk = await buildPrivacyDesk(parts);
  const { audit, companies, erasures } = parts.store;
  const queue = createAuditQueue(audit);
  const keepRetention = createKeepRetention({ ...parts, ...desk, companies, erasures, audit });
  const seal = async () => {
    await queue.flush();
    await audit.seal(linkEntry, sealedAtOnce);
  };
  const runs = [
    { turn: seal, pauseMs: sealEveryMs, what: 'could not write the audit log' },
    { turn: desk.eraseReports.finish, pauseMs: finishEveryMs, what: 'could not finish erasing' },
    { turn: keepRetention, pauseMs: retainEveryMs, what: 'could not erase what is too old' },
  ].map(({ turn, pauseMs, what }) => runRegularly({ pauseMs, ...sayOnce(turn, what, log) }));
  return {
    ...desk,
    queue,
    async stop() {
      await Promise.all(runs.map((run) => run.stop()));
      await seal().catch((err: unknown) => log.warn({ err }, 'could not write the audit log'));
    },
  };
}

/** A database that is away for an hour is said once, not at every turn of that hour. */
function sayOnce(
  turn: () => Promise<unknown>,
  what: string,
  log: PrivacyOptions['log'],
): Pick<RegularWork, 'turn' | 'onFailure'> {
  let isFailing = false;
  return {
    async turn() {
      await turn();
      isFailing = false;
    },
    onFailure(err) {
      if (!isFailing) log.warn({ err }, what);
      isFailing = true;
    },
  };
}
