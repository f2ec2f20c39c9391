// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createPasswordHasher, findPasswordProblem, maxPasswordLength } from './password-hash.ts';

const password = 'a mole on the left arm';

describe('password hashes', () => {
  const passwords = createPasswordHasher();

  it('open for the right password only', async () => {
    const made = await passwords.hash(password);
    expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify(made, password)).toBe(true);
    expect(await passwords.verify(made, `${password} `)).toBe(false);
    expect(await passwords.hash(password)).not.toBe(made);
  });

  it('never open for somebody who is not there', async () => {
    expect(await passwords.verify(undefined, password)).toBe(false);
    expect(await passwords.verify(undefined, '')).toBe(false);
  });

  it('know weaker hashes from today’s', async () => {
    expect(passwords.isOutdated(await passwords.hash(password))).toBe(false);
    expect(passwords.isOutdated('$argon2id$v=19$m=4096,t=2,p=1$c2FsdHNhbHQ$aGFzaA')).toBe(true);
  });

  it('cost a stranger the same computation as a member, no more and no less', async () => {
    let computations = 0;
    const counted = createPasswordHasher({
      onWork: () => {
        computations += 1;
      },
    });
    const made = await counted.hash(password);
    const costs: number[] = [];
    for (const [hash, tried] of [
      [made, password],
      [made, 'wrong'],
      [undefined, password],
      [undefined, ''],
      [made, 'x'.repeat(10_000)],
      [undefined, 'x'.repeat(10_000)],
    ] as const) {
      computations = 0;
      await counted.verify(hash, tried);
      costs.push(computations);
    }
    expect(costs).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('open for the same text typed on another keyboard', async () => {
    const composed = 'mañana será otro día';
    const made = await passwords.hash(composed.normalize('NFD'));
    expect(await passwords.verify(made, composed.normalize('NFC'))).toBe(true);
  });

  it('turn away whoever would have to wait too long, and recover', async () => {
    const flooded = createPasswordHasher({ maxWaiting: 5 });
    const made = await flooded.hash(password);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => flooded.verify(made, password)),
    );
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(20 - 4 - 5);
    expect(refused[0]).toMatchObject({ reason: { code: 'tooManyLogins', details: { retryAfterS: 2 } } });
    expect(await flooded.verify(made, password)).toBe(true);
  });

  it('stay in order when many are asked for at once', async () => {
    const made = await passwords.hash(password);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => passwords.verify(made, index % 3 === 0 ? password : 'wrong')),
    );
    expect(answers).toEqual(Array.from({ length: 12 }, (_, index) => index % 3 === 0));
  });
});

describe('new passwords', () => {
  it.each([
    ['short', 'eleven char'],
    ['endless', `${'abcdefgh'.repeat(32)}i`],
    ['one key held down', 'aaaaaaaaaaaaaaaa'],
  ])('%s ones are refused', async (_, tried) => {
    expect(findPasswordProblem(tried)).toBeDefined();
    await expect(createPasswordHasher().hash(tried)).rejects.toThrow(RangeError);
  });

  it('may be anything else, in any script', () => {
    expect(findPasswordProblem('correct horse battery staple')).toBeUndefined();
    expect(findPasswordProblem('皮膚科皮膚の写真を見る人は誰')).toBeUndefined();
    expect(findPasswordProblem('abcdefgh'.repeat(maxPasswordLength / 8))).toBeUndefined();
  });
});
