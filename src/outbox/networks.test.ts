// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createNetworks } from './networks.ts';

/** First and last of each block, and something in between. @source IANA special-purpose address registries, IPv4 and IPv6 */
const inward = [
  ...['0.0.0.0', '0.1.2.3', '0.255.255.255'],
  ...['10.0.0.0', '10.20.30.40', '10.255.255.255'],
  ...['100.64.0.0', '100.100.100.200', '100.127.255.255'],
  ...['127.0.0.0', '127.0.0.1', '127.1.2.3', '127.255.255.255'],
  ...['169.254.0.0', '169.254.169.254', '169.254.170.2', '169.254.255.255'],
  ...['172.16.0.0', '172.20.1.1', '172.31.255.255'],
  ...['192.0.0.0', '192.0.0.8', '192.0.0.192', '192.0.0.255', '192.0.2.1', '192.88.99.1'],
  ...['192.168.0.0', '192.168.1.1', '192.168.255.255'],
  ...['198.18.0.0', '198.19.255.255', '198.51.100.7', '203.0.113.9'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.254', '255.255.255.255'],
  ...['168.63.129.16'],
  ...['::', '::1', '::2', '::7f00:1', '::127.0.0.1', '::a9fe:a9fe'],
  ...[
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:0:127.0.0.1',
    '0:0:0:0:0:ffff:7f00:1',
  ],
  ...['64:ff9b::7f00:1', '64:ff9b::169.254.169.254', '64:ff9b:1::1', '100::1', '100:0:0:1::1'],
  ...['2001::1', '2001:0:5ef5:79fd::1', '2001:2::1', '2001:10::1', '2001:20::1', '2001:1ff:ffff::1'],
  ...['2001:db8::1', '2002:7f00:1::', '2002:a9fe:a9fe::1', '3fff::1', '5f00::1'],
  ...['fc00::1', 'fd00::1', 'fd00:ec2::254', 'fd20:ce::254', 'fdff:ffff::1'],
  ...['fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1', '4000::1', '8000::1'],
];

const outward = [
  ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0'],
  ...['126.255.255.255', '128.0.0.0', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0'],
  ...['192.0.1.0', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
  ...['::ffff:8.8.8.8', '2001:4860:4860::8888', '2606:4700:4700::1111', '2a00:1450::1', '2001:200::1'],
];

const noAddress = [
  '',
  'localhost',
  'example.org',
  '1.2.3.4.5',
  '256.1.1.1',
  '1.1.1.1/8',
  ' 8.8.8.8',
  'fe80::1%',
];

describe('networks', () => {
  const networks = createNetworks([]);

  it.each(inward)('forbid %s', (address) => {
    expect(networks.kindOf(address)).toBe('forbidden');
  });

  it.each(outward)('let out to %s', (address) => {
    expect(networks.kindOf(address)).toBe('public');
  });

  it.each(noAddress)('forbid what is no address: %j', (text) => {
    expect(networks.kindOf(text)).toBe('forbidden');
  });

  it('of the operator are let in, and no others', () => {
    const own = createNetworks(['10.1.0.0/16', '127.0.0.1/32', 'fd12:3456::/32']);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '127.0.0.1', 'fd12:3456::1'])
      expect(own.kindOf(address), address).toBe('own');
    for (const address of ['10.2.0.1', '127.0.0.2', '::1', 'fd12:3457::1'])
      expect(own.kindOf(address), address).toBe('forbidden');
    expect(own.kindOf('8.8.8.8')).toBe('public');
  });

  it('where clouds keep credentials are never let in', () => {
    const all = createNetworks(['0.0.0.0/0', '::/0']);
    expect(all.kindOf('10.0.0.1')).toBe('own');
    for (const address of ['169.254.169.254', '::ffff:169.254.169.254', 'fe80::1', 'fd00:ec2::254'])
      expect(all.kindOf(address), address).toBe('forbidden');
    for (const address of ['168.63.129.16', '100.100.100.200', '192.0.0.192'])
      expect(all.kindOf(address), address).toBe('forbidden');
  });

  it('want networks, not addresses', () => {
    for (const text of ['10.0.0.1', '10.0.0.0/33', 'clinic', ''])
      expect(() => createNetworks([text])).toThrow();
  });
});
