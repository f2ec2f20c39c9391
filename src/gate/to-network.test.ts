// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { toNetwork } from './to-network.ts';

describe('toNetwork', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1:2:3::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
    ['a socket', 'a socket'],
  ])('%s stands for %s', (address, network) => {
    expect(toNetwork(address)).toBe(network);
  });
});
