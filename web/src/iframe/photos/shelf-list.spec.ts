// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { isOrderedOtherwise, withAdded, withMoved } from './shelf-list.ts';
import { toFresh } from './shelf-photo.ts';

const photos = [
  toFresh('one', 'photograph', 'blob:1'),
  toFresh('place', 'context', 'blob:2'),
  toFresh('two', 'photograph', 'blob:3'),
  toFresh('three', 'photograph', 'blob:4'),
];
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('the photographs on the shelf', () => {
  it('are moved among their like, and not past the ends', () => {
    expect(ids(withMoved(photos, 'two', -1))).toEqual(['two', 'place', 'one', 'three']);
    expect(ids(withMoved(photos, 'one', 1))).toEqual(['two', 'place', 'one', 'three']);
    expect(withMoved(photos, 'one', -1)).toBe(photos);
    expect(withMoved(photos, 'three', 1)).toBe(photos);
    expect(withMoved(photos, 'place', 1)).toBe(photos);
    expect(withMoved(photos, 'nobody', 1)).toBe(photos);
  });

  it('come where the one is that they replace, else at the end', () => {
    const fresh = [toFresh('new', 'photograph', 'blob:5')];
    expect(ids(withAdded(photos, fresh, 'two'))).toEqual(['one', 'place', 'new', 'two', 'three']);
    expect(ids(withAdded(photos, fresh, undefined)).at(-1)).toBe('new');
    expect(ids(withAdded(photos, fresh, 'gone')).at(-1)).toBe('new');
  });

  it('are compared with the server’s order by those that both have', () => {
    expect(isOrderedOtherwise(photos, [{ id: 'one' }, { id: 'two' }])).toBe(false);
    expect(isOrderedOtherwise(photos, [{ id: 'two' }, { id: 'one' }])).toBe(true);
    expect(isOrderedOtherwise(photos, [{ id: 'other' }, { id: 'one' }])).toBe(false);
    expect(isOrderedOtherwise(photos, [])).toBe(false);
  });
});
