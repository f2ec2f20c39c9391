// SPDX-License-Identifier: Apache-2.0

/** Messages of the page to its host. The first three are the compatible page's; the others are ours. */
export type HostMessageName =
  | 'analysis_completed'
  | 'invalid_company_key'
  | 'image_rejected'
  | 'openderm_ready'
  | 'openderm_step'
  | 'openderm_height'
  | 'openderm_error';

/** One envelope for all. Ids only: nothing of a patient travels this way. */
export interface HostMessage {
  readonly message: HostMessageName;
  /** The report's encrypted id, the offending key, or the photograph; null where there is none. */
  readonly id: string | null;
  /** Reasons, the step's name, the height in pixels, or the error's code; null where there is none. */
  readonly payload: unknown;
}

const names: ReadonlySet<string> = new Set<HostMessageName>([
  'analysis_completed',
  'invalid_company_key',
  'image_rejected',
  'openderm_ready',
  'openderm_step',
  'openderm_height',
  'openderm_error',
]);

/** Whether something that a window received has the form of a message of ours; who sent it is to be checked too. */
export function isHostMessage(data: unknown): data is HostMessage {
  if (typeof data !== 'object' || data === null) return false;
  const { message, id } = data as Record<string, unknown>;
  return typeof message === 'string' && names.has(message) && (id === null || typeof id === 'string');
}
