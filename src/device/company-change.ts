// SPDX-License-Identifier: Apache-2.0
import type { Company, CompanyRetention, CompanyTheme } from '../record/company.ts';
import { toLogoText } from './company-logo.ts';
import { CompanyProblem } from './company-problem.ts';
import { findSettingProblems } from './find-setting-problems.ts';

/** What shall be other than it is; what is left out stays. */
export interface CompanyChange
  extends Partial<
    Pick<Company, 'name' | 'confidenceThreshold' | 'allowedOrigins' | 'callbackUrls' | 'anamnesis'>
  > {
  /** As it was typed: a language there is none of is refused. */
  readonly locale?: string;
  readonly theme?: { readonly [Name in keyof CompanyTheme]?: string | null };
  /** The bytes of a picture; null takes the logo away. */
  readonly logoFile?: Uint8Array | null;
  readonly retention?: Partial<CompanyRetention>;
}

/** The company as it would be. @throws CompanyProblem naming everything that is wrong */
export function changeCompany(company: Company, change: CompanyChange): Company {
  const { theme, logoFile, retention, allowedOrigins, ...rest } = change;
  const wanted = {
    ...company,
    ...rest,
    theme: { ...company.theme, ...theme, ...toLogo(logoFile) },
    retention: { ...company.retention, ...retention },
    allowedOrigins: (allowedOrigins ?? company.allowedOrigins).map(toOrigin),
  };
  const problems = findSettingProblems(wanted);
  if (problems.length === 0) return wanted as Company;
  throw new CompanyProblem('badSettings', problems.map(({ message }) => message).join('\n'), problems);
}

/** What may not be a logo becomes a text that is refused as one. */
function toLogo(file: CompanyChange['logoFile']): { readonly logo?: string | null } {
  if (file === undefined) return {};
  return { logo: file === null ? null : (toLogoText(file) ?? 'another file') };
}

/** A slash at the end is what browsers' address bars give, and what they leave out when they say an origin. */
function toOrigin(text: string): string {
  return /^https?:\/\/[^/]+\/$/i.test(text) ? text.slice(0, -1) : text;
}
