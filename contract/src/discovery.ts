// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

/** What answers here, and where to go on. */
export const DiscoveryResponse = Type.Object({
  name: Type.String(),
  version: Type.String(),
  description: Type.String(),
  documentation: Type.String({ description: 'Path of the page for people.' }),
  openapi: Type.String({ description: 'Path of the OpenAPI 3.1 document.' }),
  endpoints: Type.Array(
    Type.Object({
      method: Type.String(),
      path: Type.String(),
      summary: Type.String(),
      login: Type.Boolean(),
    }),
  ),
});
export type DiscoveryResponse = Static<typeof DiscoveryResponse>;
