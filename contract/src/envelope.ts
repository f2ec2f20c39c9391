// SPDX-License-Identifier: Apache-2.0
import Type, { type Static, type TSchema } from 'typebox';

const message = Type.String({ description: 'What was done, or what is wrong, in a sentence.' });

/** An answer of the server-to-server routes. */
export const Envelope = <Data extends TSchema>(data: Data) =>
  Type.Object({
    success: Type.Literal(true),
    message,
    data,
    errorCode: Type.Null(),
  });

/** What was asked for is done, and there is nothing to show of it. */
export const ErasedEnvelope = Envelope(Type.Null());
export type ErasedEnvelope = Static<typeof ErasedEnvelope>;

/** A refusal of the server-to-server routes, in the same envelope. */
export const FailureEnvelope = Type.Object({
  success: Type.Literal(false),
  message,
  data: Type.Null(),
  errorCode: Type.String({ description: 'Stable; switch on it. Listed in docs/reference.' }),
});
export type FailureEnvelope = Static<typeof FailureEnvelope>;
