// SPDX-License-Identifier: Apache-2.0

/** Words of the questions: where on the body, what the company asks, what a score asks. */
export const bodyEn = {
  anamnesis: 'Some questions first',
  anamnesisHint: 'Answer what you can and want to.',
} as const;
