// SPDX-License-Identifier: Apache-2.0
import type { ExportedFile } from '../device/export-subject.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Erasing and handing out what is kept of patients, beside a running server. */
export interface PrivacyOffice {
  /** @throws CompanyProblem; DeviceError `notFound` */
  eraseReport(companyId: string, encryptedId: string): Promise<void>;
  /** Resolves with how many reports there were. @throws CompanyProblem */
  eraseSubject(companyId: string, subject: string): Promise<number>;
  /** Resolves with how many reports still have files. */
  finishErasing(): Promise<number>;
  /** @throws CompanyProblem */
  exportSubject(companyId: string, subject: string): AsyncGenerator<ExportedFile>;
  close(): Promise<void>;
}

export interface PrivacyContext {
  readonly terminal: Terminal;
  openPrivacyOffice(): Promise<PrivacyOffice>;
}

/** A number of reports in words. */
export function reportsInWords(count: number): string {
  return count === 1 ? '1 report' : `${count} reports`;
}
