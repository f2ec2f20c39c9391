// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createAnswerCache } from './answer-cache.ts';

/** A cache, and how often something had to be chosen. */
function countedCache(maxBytes: number) {
  const cache = createAnswerCache(maxBytes);
  const chosen: string[] = [];
  const get = (key: string, ...entries: readonly string[]) =>
    cache
      .get(key, () => {
        chosen.push(key);
        return entries;
      })
      .json.toString();
  return { get, chosen };
}

describe('kept lists', () => {
  it('are written once for each filter', () => {
    const { get, chosen } = countedCache(1000);
    expect([get('a', '{"x":1}', '{"x":2}'), get('b'), get('a')]).toEqual([
      '[{"x":1},{"x":2}]',
      '[]',
      '[{"x":1},{"x":2}]',
    ]);
    expect(chosen).toEqual(['a', 'b']);
  });

  it('have a tag that changes with their content only', () => {
    const cache = createAnswerCache(1000);
    const tags = ['1', '1', '2'].map((entry, index) => cache.get(String(index), () => [entry]).etag);
    expect(tags[0]).toBe(tags[1]);
    expect(tags[0]).not.toBe(tags[2]);
  });

  it('are forgotten before they take more room than they may', () => {
    const { get, chosen } = countedCache(10);
    get('a', '12345');
    get('b', '12345');
    get('a', '12345');
    expect(chosen).toEqual(['a', 'b', 'a']);
  });

  it('are not kept where one alone is too large', () => {
    const { get, chosen } = countedCache(5);
    expect(get('a', '1234567')).toBe('[1234567]');
    get('a', '1234567');
    expect(chosen).toEqual(['a', 'a']);
  });
});
