// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

const code = Type.String({ description: 'Stable; switch on it. Listed in docs/reference.' });

/** One entry per offending field, as the reference (FastAPI) prints it. */
export const FieldErrorsResponse = Type.Object({
  detail: Type.Array(
    Type.Object({
      type: Type.String({ description: 'missing, value_error, type_error or json_invalid.' }),
      msg: Type.String(),
      loc: Type.Array(Type.Unsafe<string | number>({ type: ['string', 'integer'] }), {
        description: 'Where, e.g. body, payload, 0, contentAttachment, data.',
      }),
    }),
  ),
  code: Type.Optional(code),
});
export type FieldErrorsResponse = Static<typeof FieldErrorsResponse>;

/** Any other refusal of the device API. */
export const DetailResponse = Type.Object({ detail: Type.String(), code: Type.Optional(code) });
export type DetailResponse = Static<typeof DetailResponse>;

/** RFC 9457, outside the device API. */
export const ProblemResponse = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code,
});
export type ProblemResponse = Static<typeof ProblemResponse>;
