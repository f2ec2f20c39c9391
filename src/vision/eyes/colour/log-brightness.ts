// SPDX-License-Identifier: Apache-2.0

/** Keeps the logarithm of black finite; camera noise in the dark stays small. Our own convention */
const darkOffset = 0.05;

/** Natural logarithm of brightness for each level of 0-255: differences are ratios of light. */
export const logBrightness = Float32Array.from({ length: 256 }, (_, level) =>
  Math.log(level / 255 + darkOffset),
);
