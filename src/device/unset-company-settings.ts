// SPDX-License-Identifier: Apache-2.0
import type { CompanySettings } from '../record/company.ts';

/** A company that was told nothing: nobody may frame its pages, and everything is kept. */
export const unsetCompanySettings: CompanySettings = {
  allowedOrigins: [],
  callbackUrls: [],
  theme: { primary: null, secondary: null, fontFamily: null, logo: null },
  anamnesis: [],
  retention: { reportsDays: null, imagesDays: null, auditDays: null },
};
