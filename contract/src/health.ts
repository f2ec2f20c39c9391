// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

/** `live`: the process answers. `ready`: database and workers do too. */
export const HealthResponse = Type.Object({
  status: Type.Enum(['live', 'ready']),
});
export type HealthResponse = Static<typeof HealthResponse>;
