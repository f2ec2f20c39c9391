// SPDX-License-Identifier: Apache-2.0

/** Luminance of 0-1 for a CIE L* of 0-100; a little too high below an L* of 8, where it is no cube. @source CIE 15:2004 */
export const toLuminance = (lightness: number): number => ((lightness + 16) / 116) ** 3;

/** L* of a luminance. @source CIE 15:2004 */
export const fromLuminance = (luminance: number): number => 116 * Math.cbrt(luminance) - 16;
