// SPDX-License-Identifier: Apache-2.0

/** Linear light, 0-1, of an sRGB level of 0-255. @source IEC 61966-2-1:1999 */
export function toLinear(level: number): number {
  const share = level / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
