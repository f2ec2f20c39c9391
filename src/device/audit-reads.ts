// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { SignedLinks } from '../gate/signed-link.ts';
import type { AuditActor, AuditEntry } from '../record/audit-entry.ts';
import type { ReportLocale } from '../record/company.ts';
import type { AuditQueue } from './audit-queue.ts';
import type { CompanyCaller } from './authenticate-company.ts';
import type { CalledLink, PresentableReport, ReadReport } from './read-report.ts';
import type { RecordAccess } from './record-access.ts';

/** The reports as callers read them: every read is noted, refused ones where it is known whose reports were meant. */
export interface WatchedReports extends Omit<ReadReport, 'open' | 'recall'> {
  /** @throws DeviceError `notFound` for what is another company's, altered, malformed or deleted: always the same */
  open(caller: CompanyCaller, encryptedId: string, locale: ReportLocale): Promise<PresentableReport>;
  /** A report that was made some time ago, by its UUID. @throws DeviceError `notFound` */
  recall(caller: CompanyCaller, id: string, locale: ReportLocale): Promise<PresentableReport>;
  /** The answer that was given when a report was made is given again. */
  noteRepeat(caller: CompanyCaller, id: string): void;
}

export interface AuditReadsDependencies {
  readonly readReport: ReadReport;
  readonly queue: Pick<AuditQueue, 'note'>;
  readonly recordAccess: RecordAccess;
  readonly signedLinks: Pick<SignedLinks, 'check'>;
}

/** Whoever holds a link may use it: it does not say who that is. */
const link: AuditActor = { kind: 'link', id: null };

export function auditReads(dependencies: AuditReadsDependencies): WatchedReports {
  const { readReport } = dependencies;
  const watch = createWatch(dependencies);
  return {
    ...readReport,
    open({ company, actor }, encryptedId, locale) {
      const reader = { companyId: company.id, actor, kind: 'report' } as const;
      return watch(
        reader,
        () => readReport.open(company, encryptedId, locale),
        ({ record }) => record.id,
      );
    },
    recall({ company, actor }, id, locale) {
      const reader = { companyId: company.id, actor, kind: 'report' } as const;
      return watch(
        reader,
        () => readReport.recall(company, id, locale),
        ({ record }) => record.id,
      );
    },
    noteRepeat({ company, actor }, id) {
      const object = { kind: 'report', id } as const;
      const access = { companyId: company.id, actor, action: 'read', object, outcome: 'done' } as const;
      dependencies.queue.note(dependencies.recordAccess(access));
    },
    openPage(called, locale) {
      const reader = { companyId: findCompanyId(called, dependencies), actor: link, kind: 'report' } as const;
      return watch(
        reader,
        () => readReport.openPage(called, locale),
        ({ record }) => record.id,
      );
    },
    openPdf(called) {
      const reader = { companyId: findCompanyId(called, dependencies), actor: link, kind: 'pdf' } as const;
      return watch(
        reader,
        () => readReport.openPdf(called),
        ({ record }) => record.id,
      );
    },
    openMedia(called) {
      const reader = { companyId: findCompanyId(called, dependencies), actor: link, kind: 'media' } as const;
      return watch(
        reader,
        () => readReport.openMedia(called),
        ({ media }) => media.id,
      );
    },
  };
}

/** Who reads, and what sort of thing. */
interface Reader {
  /** Undefined where a link was not made here: nobody knows whose it would be. */
  readonly companyId: string | undefined;
  readonly actor: AuditActor;
  readonly kind: AuditEntry['object']['kind'];
}

function createWatch({ queue, recordAccess }: AuditReadsDependencies) {
  return async <Read>(
    { companyId, actor, kind }: Reader,
    read: () => Promise<Read>,
    idOf: (read: Read) => string,
  ): Promise<Read> => {
    const note = (id: string | null, outcome: AuditEntry['outcome']) => {
      if (companyId === undefined) return;
      queue.note(recordAccess({ companyId, actor, action: 'read', object: { kind, id }, outcome }));
    };
    try {
      const found = await read();
      note(idOf(found), 'done');
      return found;
    } catch (error) {
      // A database that is away refuses nobody.
      if (error instanceof DeviceError && isRefusal(error)) note(null, 'refused');
      throw error;
    }
  };
}

function isRefusal({ code }: DeviceError): boolean {
  return code === 'notFound' || code === 'linkExpired';
}

function findCompanyId(
  { path, query }: CalledLink,
  { signedLinks }: Pick<AuditReadsDependencies, 'signedLinks'>,
): string | undefined {
  if (signedLinks.check(path, query) === 'invalid') return undefined;
  return new URLSearchParams(query).get('companyId') ?? undefined;
}
