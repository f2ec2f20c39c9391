// SPDX-License-Identifier: Apache-2.0

/** Words of the body steps. */
export const bodyEn = {
  heading: 'body',
} as const;
