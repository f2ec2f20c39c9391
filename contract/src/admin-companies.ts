// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Moment, NullableText } from './concept.ts';
import { reportLocales } from './report-request.ts';

const locale = Type.Unsafe<(typeof reportLocales)[number]>({
  type: 'string',
  enum: [...reportLocales],
  description: 'Language of its reports where nobody asks for another.',
});
const thresholdPercent = Type.Number({
  description: '0 to 100: how probable a condition must be to be called the pathology.',
});
const look = (description: string) => NullableText({ maxLength: 100, description });
const days = (what: string) =>
  Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: `For how many days ${what} kept, 1 to 36 500; null: until somebody erases them.`,
  });
const addresses = (description: string) =>
  Type.Array(Type.String({ maxLength: 3000 }), { maxItems: 200, description });

const theme = {
  primary: look('`#rrggbb`; null: ours.'),
  secondary: look('`#rrggbb`; null: ours.'),
  fontFamily: look('Roboto or Montserrat; null: ours.'),
  logo: NullableText({
    maxLength: 50_000,
    description: 'PNG, JPEG or WebP of at most 32 KiB as a data URI; null: none.',
  }),
};
const retention = {
  reportsDays: days('reports are'),
  imagesDays: days('pictures of reports are'),
  auditDays: days('entries of the audit log are'),
};

const words = Type.String({ maxLength: 2000 });

/** A question to the patient before the photographs. */
export const AdminQuestion = Type.Object(
  {
    id: Type.String({ maxLength: 200, description: 'A letter, then letters, digits, - and _.' }),
    text: Type.Partial(Type.Object({ en: words, es: words, fr: words, de: words, pt: words }), {
      additionalProperties: false,
      description: 'By language, at least one.',
    }),
  },
  { additionalProperties: false },
);
export type AdminQuestion = Static<typeof AdminQuestion>;

const settings = {
  name: Type.String({ maxLength: 1000 }),
  locale,
  thresholdPercent,
  allowedOrigins: addresses('Origins whose pages may show the iframe, e.g. `https://clinic.example`.'),
  callbackUrls: addresses('Addresses that a host page may name as `companyCallbackUrl`.'),
  anamnesis: Type.Array(AdminQuestion, { maxItems: 200 }),
};

/** A company with all it has decided. */
export const AdminCompany = Type.Object({
  id: Type.String(),
  createdAt: Moment,
  ...settings,
  theme: Type.Object(theme),
  retention: Type.Object(retention),
});
export type AdminCompany = Static<typeof AdminCompany>;

export const AdminCompaniesResponse = Type.Array(AdminCompany, { description: 'Oldest first.' });
export type AdminCompaniesResponse = Static<typeof AdminCompaniesResponse>;

export const AdminNewCompanyRequest = Type.Object(
  {
    name: settings.name,
    locale: Type.Optional(locale),
    thresholdPercent: Type.Optional(thresholdPercent),
  },
  { additionalProperties: false },
);
export type AdminNewCompanyRequest = Static<typeof AdminNewCompanyRequest>;

/** What is named changes; what is left out stays, inside `theme` and `retention` too. */
export const AdminCompanyChangeRequest = Type.Object(
  {
    ...Type.Partial(Type.Object(settings)).properties,
    theme: Type.Optional(Type.Partial(Type.Object(theme), { additionalProperties: false })),
    retention: Type.Optional(Type.Partial(Type.Object(retention), { additionalProperties: false })),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type AdminCompanyChangeRequest = Static<typeof AdminCompanyChangeRequest>;
