// SPDX-License-Identifier: Apache-2.0
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/** Where webhooks may lead. */
export interface Networks {
  /** `public`: anybody's; `own`: of the operator's list; `forbidden`: everything else, and what is no address. */
  kindOf(address: string): 'public' | 'own' | 'forbidden';
}

/**
 * Never, not even in a network of the operator's: cloud machines hand out their own credentials there. One of them stands
 * in a public range. @source documentation of AWS, Azure, Google Cloud, Alibaba Cloud, Oracle Cloud
 */
const metadata = [
  '169.254.0.0/16',
  'fe80::/10',
  'fd00:ec2::/32',
  'fd20:ce::/32',
  '168.63.129.16/32',
  '100.100.100.200/32',
  '192.0.0.192/32',
].map(parseRange);

/** Whatever the library calls a special range, and these too. @source IANA special-purpose address registries */
const special = [
  '0.0.0.0/8',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '240.0.0.0/4',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
].map(parseRange);

/** Global unicast: whatever lies outside belongs to nobody's server. @source RFC 4291, 2.4; IANA: 2000::/3 is all that is given out */
const globalUnicast = parseRange('2000::/3');

/** @param own networks of the operator's, as `10.0.0.0/8`; @throws Error for what is no network */
export function createNetworks(own: readonly string[]): Networks {
  const ownRanges = own.map(parseRange);
  return {
    kindOf(text) {
      if (!ipaddr.isValid(text) || text.includes('%')) return 'forbidden';
      // An IPv4 address in an IPv6 coat is what it is underneath.
      const address = ipaddr.process(text);
      if (isWithin(address, metadata)) return 'forbidden';
      if (isWithin(address, ownRanges)) return 'own';
      return isPublic(address) ? 'public' : 'forbidden';
    },
  };
}

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast' || isWithin(address, special)) return false;
  return address.kind() === 'ipv4' || isWithin(address, [globalUnicast]);
}

function isWithin(address: Address, ranges: readonly Range[]): boolean {
  return ranges.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}

function parseRange(text: string): Range {
  return ipaddr.parseCIDR(text);
}
