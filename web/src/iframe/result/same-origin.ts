// SPDX-License-Identifier: Apache-2.0

/** A signed link without its host: the page and the pictures have one door, by whatever name the page was reached. */
export function toSameOrigin(link: string): string {
  const { pathname, search } = new URL(link, 'http://page.invalid');
  return pathname + search;
}
