// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLoginThrottle, throttleRules } from './login-throttle.ts';

function setUp() {
  const clock = { at: 0, nowMs: () => clock.at };
  return { clock, throttle: createLoginThrottle(clock) };
}

const key = { account: 'ana@example.org', address: '192.0.2.1' };

describe('login throttle', () => {
  it('lets a burst through, then asks to wait, then lets one more through', () => {
    const { throttle, clock } = setUp();
    const { burst, refillMs } = throttleRules.accountAndAddress;
    for (let attempt = 0; attempt < burst; attempt += 1) expect(throttle.admit(key)).toBe(0);
    const waitS = throttle.admit(key);
    expect(waitS).toBe(refillMs / 1000);
    clock.at += waitS * 1000;
    expect(throttle.admit(key)).toBe(0);
    expect(throttle.admit(key)).toBeGreaterThan(0);
  });

  it('bounds guesses at one account from many addresses', () => {
    const { throttle } = setUp();
    const admitted = Array.from({ length: 500 }, (_, index) =>
      throttle.admit({ ...key, address: `198.51.100.${index}` }),
    );
    expect(admitted.filter((waitS) => waitS === 0)).toHaveLength(throttleRules.account.burst);
  });

  it('bounds guesses at many accounts from one address', () => {
    const { throttle } = setUp();
    const admitted = Array.from({ length: 500 }, (_, index) =>
      throttle.admit({ ...key, account: `user-${index}` }),
    );
    expect(admitted.filter((waitS) => waitS === 0)).toHaveLength(throttleRules.address.burst);
  });

  it('does not let a stranger’s flood keep the owner out where they logged in before', () => {
    const { throttle } = setUp();
    throttle.admit(key);
    throttle.succeed(key);
    for (let index = 0; index < 500; index += 1) throttle.admit({ ...key, address: `203.0.113.${index}` });
    expect(throttle.admit(key)).toBe(0);
  });

  it('never asks for a longer wait than the slowest rule, and never a negative one', () => {
    const longestS = Math.max(...Object.values(throttleRules).map(({ refillMs }) => refillMs / 1000));
    const step = fc.record({
      account: fc.constantFrom('a', 'b'),
      address: fc.constantFrom('1', '2'),
      passMs: fc.integer({ min: -5000, max: 90_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { throttle, clock } = setUp();
        for (const { passMs, ...attempt } of steps) {
          clock.at += passMs;
          const waitS = throttle.admit(attempt);
          expect(waitS).toBeGreaterThanOrEqual(0);
          expect(waitS).toBeLessThanOrEqual(longestS);
        }
      }),
    );
  });
});
