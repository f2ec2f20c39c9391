// SPDX-License-Identifier: Apache-2.0
import { type CachedJson, toCachedList } from './cached-json.ts';

/** Lists by the filter that chose them. */
export interface AnswerCache {
  /** The list for a filter: the one kept, or else the entries that `choose` gives, each as JSON. */
  get(key: string, choose: () => readonly string[]): CachedJson;
}

/** Keeps lists while they fit into so many bytes; then all are forgotten and the next ones kept. */
export function createAnswerCache(maxBytes: number): AnswerCache {
  const kept = new Map<string, CachedJson>();
  let bytes = 0;
  return {
    get(key, choose) {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const answer = toCachedList(choose());
      const size = answer.json.length + Buffer.byteLength(key);
      if (bytes + size > maxBytes) {
        kept.clear();
        bytes = 0;
      }
      if (size > maxBytes) return answer;
      kept.set(key, answer);
      bytes += size;
      return answer;
    },
  };
}
