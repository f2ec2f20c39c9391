// SPDX-License-Identifier: Apache-2.0

/** Words of the photos steps. */
export const photosEn = {
  heading: 'photos',
} as const;
