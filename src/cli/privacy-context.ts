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

/** Does something, and closes the database whatever comes of it. */
export async function withPrivacyOffice<Result>(
  { openPrivacyOffice }: PrivacyContext,
  act: (office: PrivacyOffice) => Promise<Result>,
): Promise<Result> {
  const office = await openPrivacyOffice();
  try {
    return await act(office);
  } finally {
    await office.close();
  }
}
