// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairQueue } from './fair-queue.ts';

function drain(queue: ReturnType<typeof createFairQueue<string>>): string[] {
  const taken: string[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
  return taken;
}

describe('createFairQueue', () => {
  it('takes one of each key in turn, oldest first', () => {
    const queue = createFairQueue<string>();
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) queue.add(item.charAt(0), item);
    expect(drain(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('lets a newcomer in at the next turn', () => {
    const queue = createFairQueue<string>();
    for (const item of ['a1', 'a2', 'a3']) queue.add('a', item);
    expect(queue.take()).toBe('a1');
    queue.add('b', 'b1');
    expect(drain(queue)).toEqual(['a2', 'b1', 'a3']);
  });

  it('forgets what is removed, once', () => {
    const queue = createFairQueue<string>();
    queue.add('a', 'a1');
    queue.add('a', 'a2');
    expect(queue.remove('a', 'a1')).toBe(true);
    expect(queue.remove('a', 'a1')).toBe(false);
    expect(queue.remove('z', 'a2')).toBe(false);
    expect(queue.size).toBe(1);
    expect(drain(queue)).toEqual(['a2']);
    expect(queue.size).toBe(0);
  });

  it('loses nothing, repeats nothing, keeps each key in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (keys) => {
        const queue = createFairQueue<string>();
        const items = keys.map((key, at) => `${key}${String(at).padStart(4, '0')}`);
        for (const item of items) queue.add(item.charAt(0), item);
        expect(queue.size).toBe(items.length);
        const taken = drain(queue);
        expect([...taken].sort()).toEqual([...items].sort());
        for (const key of 'abcd') {
          const own = taken.filter((item) => item.startsWith(key));
          expect(own).toEqual([...own].sort());
        }
      }),
    );
  });
});
