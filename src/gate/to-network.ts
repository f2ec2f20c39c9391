// SPDX-License-Identifier: Apache-2.0

/** The part of an IPv6 address that a provider hands out; the rest is the customer's. @source RFC 6177, 2 */
const networkGroups = 4;
/** An IPv6 address has eight groups of 16 bits. @source RFC 4291, 2.2 */
const allGroups = 8;

/**
 * What stands for one customer of a network: an IPv4 address, or the first 64 bits of an IPv6 address, of which a single
 * machine has 2^64.
 * @example toNetwork('2001:db8::1') // '2001:db8:0:0'
 */
export function toNetwork(address: string): string {
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (embedded !== undefined) return embedded;
  if (!address.includes(':')) return address;
  const [front = '', back = ''] = address.split('::');
  const [head, tail] = [toGroups(front), toGroups(back)];
  const gap = address.includes('::') ? Math.max(0, allGroups - head.length - tail.length) : 0;
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail];
  return groups.slice(0, networkGroups).join(':');
}

function toGroups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, '').toLowerCase());
}
