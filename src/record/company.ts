// SPDX-License-Identifier: Apache-2.0

/** Languages of a report; Portuguese has names of our own for the commonest conditions only. */
export type ReportLocale = 'en' | 'es' | 'fr' | 'de' | 'pt';

/** A tenant: whose patients, whose reports, whose keys. Nothing of one company can be read with the keys of another. */
export interface Company {
  /** UUIDv7. */
  readonly id: string;
  readonly name: string;
  readonly locale: ReportLocale;
  /** 0-1: below it the first entry of a differential is not called the pathology. */
  readonly confidenceThreshold: number;
  readonly createdAtMs: number;
  /** Origins whose pages may show this company's iframe, e.g. `https://clinic.example`. */
  readonly allowedOrigins: readonly string[];
  /** Addresses that a host page may name as `companyCallbackUrl`. */
  readonly callbackUrls: readonly string[];
  readonly theme: CompanyTheme;
  /** Asked before the photographs where a page asks at all, in this order. */
  readonly anamnesis: readonly AnamnesisQuestion[];
  readonly retention: CompanyRetention;
}

export interface CompanyTheme {
  /** `#rrggbb`; null: ours. */
  readonly primary: string | null;
  readonly secondary: string | null;
  readonly fontFamily: 'Roboto' | 'Montserrat' | null;
  /** A small picture as a data URI; null: none. */
  readonly logo: string | null;
}

/** A question to the patient, in the languages in which the company asks it. */
export interface AnamnesisQuestion {
  readonly id: string;
  readonly text: Readonly<Partial<Record<ReportLocale, string>>>;
}

/** For how many days each class is kept; null: until somebody erases it. */
export interface CompanyRetention {
  readonly reportsDays: number | null;
  readonly imagesDays: number | null;
  readonly auditDays: number | null;
}

export type CompanySettings = Pick<
  Company,
  'allowedOrigins' | 'callbackUrls' | 'theme' | 'anamnesis' | 'retention'
>;

/** A key that a company's own backend sends as `X-API-TOKEN`. The secret itself is shown once and never kept. */
export interface ApiToken {
  readonly id: string;
  readonly companyId: string;
  /** What the operator calls it, e.g. `production`. */
  readonly name: string;
  /** SHA-256 of the secret, lower-case hex. */
  readonly secretHash: string;
  readonly createdAtMs: number;
  readonly revokedAtMs: number | null;
}

/** A short-lived key that the company's page carries in the iframe's address: public by contract. */
export interface AppKey {
  /** At least 64 letters and digits, made by the company. */
  readonly key: string;
  readonly companyId: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
}
