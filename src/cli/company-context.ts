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

/** The word that names whose it is. */
export const companyArgument = {
  type: 'positional',
  description: 'Id of the company',
  required: true,
} as const;
