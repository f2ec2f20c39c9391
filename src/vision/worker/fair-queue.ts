// SPDX-License-Identifier: Apache-2.0

/** A queue that takes turns between keys, so that seventeen photographs of one request cannot hold up a single one. */
export interface FairQueue<T> {
  readonly size: number;
  add(key: string, item: T): void;
  /** The oldest item of the key whose turn it is. */
  take(): T | undefined;
  /** True if the item was waiting. */
  remove(key: string, item: T): boolean;
}

export function createFairQueue<T>(): FairQueue<T> {
  // A Map remembers the order of insertion: the first key is next, and goes to the end after its turn.
  const waiting = new Map<string, T[]>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(key, item) {
      const items = waiting.get(key);
      if (items) items.push(item);
      else waiting.set(key, [item]);
      size++;
    },
    take() {
      const [key, items] = waiting.entries().next().value ?? [];
      if (key === undefined || items === undefined) return undefined;
      const item = items.shift();
      waiting.delete(key);
      if (items.length > 0) waiting.set(key, items);
      size--;
      return item;
    },
    remove(key, item) {
      const items = waiting.get(key) ?? [];
      const index = items.indexOf(item);
      if (index < 0) return false;
      items.splice(index, 1);
      if (items.length === 0) waiting.delete(key);
      size--;
      return true;
    },
  };
}
