// SPDX-License-Identifier: Apache-2.0

/** A map that never holds more than so many entries; what was set longest ago is forgotten first, roughly. */
export interface ForgetfulMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
}

/**
 * Two generations: when the young one is full it becomes the old one, and the old one goes. Asking one map for its oldest
 * key instead walks over every entry deleted since the last rehash: a millisecond for each login while under attack.
 */
export function createForgetfulMap<Value>(maxEntries: number): ForgetfulMap<Value> {
  const generationEntries = Math.ceil(maxEntries / 2);
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return {
    get: (key) => young.get(key) ?? old.get(key),
    set(key, value) {
      if (young.size >= generationEntries && !young.has(key)) {
        old = young;
        young = new Map();
      }
      young.set(key, value);
    },
    delete(key) {
      young.delete(key);
      old.delete(key);
    },
  };
}
