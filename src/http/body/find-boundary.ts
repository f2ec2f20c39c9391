// SPDX-License-Identifier: Apache-2.0

/** What divides the parts of a form; undefined where its Content-Type names nothing. @source RFC 2046, 5.1.1: 1 to 70 characters */
export function findBoundary(contentType: string): string | undefined {
  return /boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1];
}
