// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { createDraftThrottle, draftRule } from './draft-throttle.ts';

function start() {
  const clock = { ms: 0, nowMs: () => clock.ms };
  const throttle = createDraftThrottle(clock);
  const admitAll = (address: string) => {
    for (let begun = 0; begun < draftRule.burst; begun++) expect(throttle.admit(address)).toBe(0);
  };
  return { clock, throttle, admitAll };
}

test('an address may begin so many drafts, and then one at a time', () => {
  const { clock, throttle, admitAll } = start();
  admitAll('192.0.2.1');
  expect(throttle.admit('192.0.2.1')).toBe(draftRule.refillMs / 1000);
  clock.ms += draftRule.refillMs;
  expect([throttle.admit('192.0.2.1'), throttle.admit('192.0.2.1') > 0]).toEqual([0, true]);
});

test('asking again and again does not make the wait longer', () => {
  const { clock, throttle, admitAll } = start();
  admitAll('192.0.2.1');
  for (let asked = 0; asked < 8; asked++) {
    clock.ms += draftRule.refillMs / 8;
    const wait = throttle.admit('192.0.2.1');
    if (asked < 7) expect(wait).toBeGreaterThan(0);
    else expect(wait).toBe(0);
  }
});

test('other addresses are not held up, and a network of IPv6 is one', () => {
  const { throttle, admitAll } = start();
  admitAll('2001:db8::1');
  expect(throttle.admit('192.0.2.2')).toBe(0);
  expect(throttle.admit('2001:db8::2')).toBeGreaterThan(0);
});

test('a clock that steps back forgives nothing and holds nobody longer', () => {
  const { clock, throttle, admitAll } = start();
  admitAll('192.0.2.1');
  clock.ms -= 3_600_000;
  expect(throttle.admit('192.0.2.1')).toBe(draftRule.refillMs / 1000);
});
