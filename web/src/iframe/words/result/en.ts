// SPDX-License-Identifier: Apache-2.0

/** Words of the result steps. */
export const resultEn = {
  heading: 'result',
} as const;
