// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableText } from './concept.ts';
import { MediaValidity } from './media-validity.ts';
import { PhotoRules } from './photo-rules.ts';
import { RawReport } from './raw-report.ts';
import { maxAnamnesisCharacters, reportLocales } from './report-request.ts';

/** More wishes than an address has. */
const maxParameters = 60;
/** As long as browsers let an address be, nearly. */
const maxParameterCharacters = 32_768;
/** Pieces of a photograph: small enough to be sent again over a poor line. */
export const maxPieceBytes = 512 * 1024;

export const OpenDraftRequest = Type.Object({
  appKey: Type.String({ maxLength: 256, description: 'The `company` of the address.' }),
  parameters: Type.Optional(
    Type.Record(Type.String(), Type.String({ maxLength: maxParameterCharacters }), {
      maxProperties: maxParameters,
      description: 'The other parameters of the address, as they stand there.',
    }),
  ),
});
export type OpenDraftRequest = Static<typeof OpenDraftRequest>;

const NullableEnum = <Value extends string>(values: readonly Value[], description: string) =>
  Type.Unsafe<Value | null>({
    anyOf: [{ type: 'string', enum: [...values] }, { type: 'null' }],
    description,
  });

const colour = (description: string) => NullableText({ description });

export const PageCompany = Type.Object({
  name: Type.String(),
  locale: Type.Enum(reportLocales),
  theme: Type.Object({
    primary: colour('`#rrggbb`, or null for ours.'),
    secondary: colour('`#rrggbb`, or null for ours.'),
    fontFamily: NullableText({ description: '`Roboto`, `Montserrat`, or null for ours.' }),
    logo: NullableText({ description: 'Path of a picture on this server, or null for none.' }),
  }),
  anamnesis: Type.Array(Type.Object({ id: Type.String(), text: Type.Record(Type.String(), Type.String()) }), {
    description: 'Questions of the company, by locale.',
  }),
});
export type PageCompany = Static<typeof PageCompany>;

export const PagePhoto = Type.Object({
  id: Type.String(),
  role: Type.Enum(['photograph', 'context']),
  totalBytes: Type.Integer(),
  receivedBytes: Type.Integer({ description: 'Where the next piece begins.' }),
  verdict: Type.Unsafe<
    | { kind: 'read'; validity: MediaValidity; widthPx: number; heightPx: number }
    | { kind: 'unreadable'; code: string }
    | null
  >({
    anyOf: [
      Type.Object({
        kind: Type.Literal('read'),
        validity: MediaValidity,
        widthPx: Type.Integer(),
        heightPx: Type.Integer(),
      }),
      Type.Object({
        kind: Type.Literal('unreadable'),
        code: Type.String({ description: 'Code of the error, e.g. `unsupportedImage`.' }),
      }),
      { type: 'null' },
    ],
    description: 'Null until all of it is here and was looked at.',
  }),
});
export type PagePhoto = Static<typeof PagePhoto>;

const Analysis = Type.Object({
  state: Type.Enum(['none', 'running', 'done', 'failed']),
  readPhotos: Type.Integer(),
  photos: Type.Integer(),
  errorCode: NullableText({ description: 'Why it failed; asking again begins anew.' }),
});

export const PageDraft = Type.Object({
  hostOrigins: Type.Array(Type.String(), {
    description: 'Origins that may frame the page; messages go to these and nowhere else.',
  }),
  expiresAt: Type.String({ description: 'ISO 8601, UTC; then all of it is forgotten.' }),
  company: PageCompany,
  locale: Type.Enum(reportLocales),
  isForPatient: Type.Boolean(),
  showsResult: Type.Boolean(),
  wantsDiagnosis: Type.Boolean(),
  answers: Type.Object({
    concern: NullableEnum(['spot', 'other'], 'One spot, or anything else.'),
    bodySite: NullableText({ description: 'Body site code.' }),
    anamnesis: Type.Array(Type.Object({ id: Type.String(), answer: Type.String() })),
  }),
  photos: Type.Array(PagePhoto),
  photoRules: PhotoRules,
  analysis: Analysis,
  reportId: NullableText({ description: 'Encrypted id of the report, once there is one.' }),
});
export type PageDraft = Static<typeof PageDraft>;

export const OpenDraftResponse = Type.Object({
  handle: Type.String({ description: 'Sent as `Authorization: Bearer`; opens this draft and nothing else.' }),
  ignored: Type.Array(Type.Object({ name: Type.String(), reason: Type.String() }), {
    description: 'Parameters that could not be granted.',
  }),
  draft: PageDraft,
});
export type OpenDraftResponse = Static<typeof OpenDraftResponse>;

export const AnswerDraftRequest = Type.Object({
  concern: Type.Optional(NullableEnum(['spot', 'other'], 'One spot, or anything else.')),
  bodySite: Type.Optional(NullableText({ maxLength: 256 })),
  anamnesis: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.String({ maxLength: 256 }),
        answer: Type.String({ maxLength: maxAnamnesisCharacters }),
      }),
      { maxItems: 100 },
    ),
  ),
  photoOrder: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 100 })),
});
export type AnswerDraftRequest = Static<typeof AnswerDraftRequest>;

export const PhotoParams = Type.Object({
  photoId: Type.String({ pattern: '^[A-Za-z0-9-]{8,64}$', description: 'Made by the page, e.g. a UUID.' }),
});
export type PhotoParams = Static<typeof PhotoParams>;

export const AnnouncePhotoRequest = Type.Object({
  role: Type.Enum(['photograph', 'context']),
  totalBytes: Type.Integer({ minimum: 1 }),
});
export type AnnouncePhotoRequest = Static<typeof AnnouncePhotoRequest>;

export const PageReportResponse = RawReport;
export type PageReportResponse = RawReport;
