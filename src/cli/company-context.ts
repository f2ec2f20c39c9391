// SPDX-License-Identifier: Apache-2.0
import type { CompanyDesk } from '../device/manage-companies.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The companies of the configured database; a running server sees every change at once. */
export interface OpenCompanyDesk extends CompanyDesk {
  close(): Promise<void>;
}

export interface CompanyContext {
  readonly terminal: Terminal;
  openCompanyDesk(): Promise<OpenCompanyDesk>;
}

/** Does something with the companies, and closes the database whatever comes of it. */
export async function withCompanyDesk<Result>(
  { openCompanyDesk }: CompanyContext,
  act: (desk: CompanyDesk) => Promise<Result>,
): Promise<Result> {
  const desk = await openCompanyDesk();
  try {
    return await act(desk);
  } finally {
    await desk.close();
  }
}
