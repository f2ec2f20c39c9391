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

  it('takes a whole IPv6 network of a customer for one address', () => {
    const { throttle } = setUp();
    const admitted = Array.from({ length: 500 }, (_, index) =>
      throttle.admit({ account: `user-${index}`, address: `2001:db8:1:2::${index.toString(16)}` }),
    );
    expect(admitted.filter((waitS) => waitS === 0)).toHaveLength(throttleRules.address.burst);
    expect(throttle.admit({ account: 'other', address: '2001:db8:1:3::1' })).toBe(0);
  });

  it('never counts right passwords, however many come from one clinic', () => {
    const { throttle } = setUp();
    const waits = Array.from({ length: 1000 }, (_, index) => {
      const attempt = { ...key, account: `doctor-${index % 200}@example.org` };
      const waitS = throttle.admit(attempt);
      throttle.succeed(attempt);
      return waitS;
    });
    expect(Math.max(...waits)).toBe(0);
  });

  it('gives nothing to an attacker who knows one password', () => {
    const { throttle } = setUp();
    const own = { account: 'mallory@example.org', address: '203.0.113.9' };
    let guesses = 0;
    for (let tried = 0; tried < 300; tried += 1) {
      if (throttle.admit({ ...own, account: key.account }) === 0) guesses += 1;
      throttle.admit(own);
      throttle.succeed(own);
    }
    expect(guesses).toBe(throttleRules.accountAndAddress.burst);
  });

  it('bounds a week of guessing from thousands of addresses', () => {
    const { throttle, clock } = setUp();
    let guesses = 0;
    for (let hour = 0; hour < 24 * 7; hour += 1) {
      for (let tried = 0; tried < 120; tried += 1) {
        const address = `198.51.${tried}.${hour % 256}`;
        if (throttle.admit({ ...key, address }) === 0) guesses += 1;
      }
      clock.at += 3_600_000;
    }
    const { burst, refillMs } = throttleRules.account;
    expect(guesses).toBeLessThanOrEqual(burst + (24 * 7 * 3_600_000) / refillMs);
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
