// SPDX-License-Identifier: Apache-2.0
import { type HostMessage, type HostMessageName, isHostMessage } from '../host-message.ts';

/** What the page tells, with the form of each told. */
export type FrameMessage =
  /** `id`: the report's encrypted id. URL-encode it, and ask for the report from your backend. */
  | Told<'analysis_completed', string, unknown>
  /** `id`: the key that opens nothing, or no longer. */
  | Told<'invalid_company_key', string | null, unknown>
  /** `id`: the photograph, `payload`: why it cannot be used. */
  | Told<'image_rejected', string | null, readonly unknown[]>
  | Told<'openderm_ready', null, unknown>
  /** `payload`: the step's name. */
  | Told<'openderm_step', null, string>
  /** `payload`: how tall the page would like to be, in CSS pixels. */
  | Told<'openderm_height', null, number>
  /** `payload`: a code. `no_answer`: nothing was heard from the page; `bad_address`: there is none to show. */
  | Told<'openderm_error', string | null, string>;

interface Told<Name extends HostMessageName, Id, Payload> {
  readonly message: Name;
  readonly id: Id;
  readonly payload: Payload;
}

const isText = (value: unknown) => typeof value === 'string';
const hasForm: Readonly<Record<HostMessageName, (message: HostMessage) => boolean>> = {
  analysis_completed: ({ id }) => isText(id) && id !== '',
  invalid_company_key: () => true,
  image_rejected: ({ payload }) => Array.isArray(payload),
  openderm_ready: () => true,
  openderm_step: ({ payload }) => isText(payload),
  openderm_height: ({ payload }) => typeof payload === 'number' && Number.isFinite(payload) && payload >= 0,
  openderm_error: ({ payload }) => isText(payload),
};

/** The message, or undefined for what has another form. Who sent it is for the caller to check. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  return isHostMessage(data) && hasForm[data.message](data) ? (data as FrameMessage) : undefined;
}
