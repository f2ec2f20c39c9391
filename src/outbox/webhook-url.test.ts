// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createNetworks } from './networks.ts';
import { findUrlProblem } from './webhook-url.ts';

const outside = { networks: createNetworks([]), hasOwnNetworks: false };
const inside = { networks: createNetworks(['10.0.0.0/8', '127.0.0.0/8']), hasOwnNetworks: true };

const refused: Readonly<Record<string, readonly string[]>> = {
  'Expected an https:// address.': [
    ...['', 'clinic.example', '//clinic.example/', '/hooks', 'https:', 'https://', 'https:///'],
    ...['ftp://clinic.example/', 'file:///etc/passwd', 'gopher://clinic.example/', 'data:text/plain,x'],
    ...['ws://clinic.example/', 'javascript:alert(1)', 'unix:/run/docker.sock', 'https://clinic example/'],
    ...[
      'https://[::1',
      'https://1.2.3.4.5.6/',
      'https://256.256.256.256/',
      'https://%00/',
      'https://clinic.example:99999/',
    ],
  ],
  'An address must not hold a user name or password: deliveries are signed instead.': [
    ...['https://user@clinic.example/', 'https://user:word@clinic.example/', 'https://:word@clinic.example/'],
    ...['https://clinic.example@10.0.0.1/', 'https://8.8.8.8@127.0.0.1/', 'https://a%40b@[::1]/'],
  ],
  'An address must not have a part after #: no server sees it.': [
    'https://clinic.example/#a',
    'https://8.8.8.8/#@127.0.0.1',
  ],
  'Expected https:// on port 443 or 8443; other addresses only in networks of OPENDERM_WEBHOOK_NETWORKS.': [
    ...['http://clinic.example/', 'http://clinic.example:443/', 'http://10.0.0.1/', 'HTTP://CLINIC.EXAMPLE'],
    ...[0, 1, 22, 25, 80, 110, 143, 2375, 3306, 5432, 6379, 8080, 9200, 11211, 27017, 65535].map(
      (port) => `https://clinic.example:${port}/`,
    ),
  ],
};

/** Every way in which browsers and tools write an address; a URL has one spelling of each. */
const inwardHosts = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '0177.0.0.1',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
  ],
  ...['127.0.0.1.', '127.000.000.001', '0x7F.1', '0', '0.0.0.0', '0x0', '00', '127.0x0.0.1'],
  ...[
    '10.0.0.1',
    '0xa.1',
    '10.1',
    '167772161',
    '012.0.0.1',
    '172.16.0.1',
    '0xac100001',
    '192.168.0.1',
    '3232235521',
  ],
  ...['169.254.169.254', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '169.254.43518', '169.16689662'],
  ...[
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:127.0.0.1]',
  ],
  ...['[::ffff:a9fe:a9fe]', '[::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b::a9fe:a9fe]', '[2002:7f00:1::]'],
  ...[
    '[fe80::1]',
    '[fd00::1]',
    '[fc00::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[fd00:ec2::254]',
    '[2001:db8::1]',
    '[2001::1]',
  ],
  ...[
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
  ],
  // Letters and dots of other scripts, and escapes, that mean the same.
  ...[
    '①②⑦.⓪.⓪.①',
    '１２７.０.０.１',
    '127。0。0。1',
    '127．0．0．1',
    '%31%32%37.0.0.1',
    '127%2e0%2e0%2e1',
    '0ₓ7f.1',
  ],
];

describe('the address of a webhook', () => {
  it.each(Object.entries(refused).flatMap(([problem, urls]) => urls.map((url) => [url, problem])))(
    'is not %j',
    (url = '', problem) => {
      expect(findUrlProblem(url, outside)).toBe(problem);
    },
  );

  it.each(inwardHosts)('does not point inward: %s', (host) => {
    for (const url of [`https://${host}/`, `https://${host}:8443/hooks?a=1`, `HTTPS://${host}`])
      expect(findUrlProblem(url, outside), url).not.toBeNull();
  });

  it.each([
    'https://clinic.example',
    'https://clinic.example/hooks?key=1',
    'https://clinic.example:8443/',
    'https://xn--clnica-6ya.example/',
    'https://clínica.example/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    `https://clinic.example/${'a'.repeat(1900)}`,
  ])('may be %s', (url) => {
    expect(findUrlProblem(url, outside)).toBeNull();
  });

  it('has an end', () => {
    const url = `https://clinic.example/${'a'.repeat(2000)}`;
    expect(findUrlProblem(url, outside)).toBe('An address has at most 2000 characters.');
  });

  it('may be plain HTTP on any port in a network of the operator’s, and only there', () => {
    for (const url of ['http://10.0.0.1:3000/', 'http://127.0.0.1/', 'http://queue.internal:8080/'])
      expect(findUrlProblem(url, inside), url).toBeNull();
    for (const url of [
      'http://8.8.8.8/',
      'https://8.8.8.8:22/',
      'http://192.168.0.1/',
      'http://169.254.169.254/',
    ])
      expect(findUrlProblem(url, inside), url).toMatch(/is not a public address/);
  });
});
