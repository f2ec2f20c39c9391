// SPDX-License-Identifier: Apache-2.0
import type { Conclusion } from '../../record/diagnosis.ts';

/*
 * A differential names the whole catalogue for every photograph and once more for all of them: as JSON that is some
 * 40 kB a list, nearly all of it slugs. Packed, an entry is ten bytes: the slug's number in a set that all records of a
 * catalogue share, one bit for the evidence, and the exact probability.
 *
 * A list: entries (uint16), then for each, in ranked order, slug number | evidence (uint16) and probability (float64).
 * All little-endian.
 */

const HEAD_BYTES = 2;
const ENTRY_BYTES = 10;
/** The highest bit of the slug number: image evidence, not prior. */
const IMAGE_EVIDENCE = 0x8000;
const MAX_SLUGS = 0x7fff;

/** The lists one after the other; `slugs` must hold every condition they name. */
export function packConclusions(
  lists: readonly (readonly Conclusion[])[],
  slugs: readonly string[],
): Uint8Array {
  if (slugs.length > MAX_SLUGS)
    throw new Error(`Expected at most ${MAX_SLUGS} conditions, received ${slugs.length}.`);
  const numbers = new Map(slugs.map((slug, number) => [slug, number]));
  return Buffer.concat(lists.map((list) => packList(list, numbers)));
}

function packList(list: readonly Conclusion[], numbers: ReadonlyMap<string, number>): Uint8Array {
  const bytes = Buffer.alloc(HEAD_BYTES + list.length * ENTRY_BYTES);
  let at = bytes.writeUInt16LE(list.length);
  for (const { condition, probability, evidence } of list) {
    const number = numbers.get(condition);
    if (number === undefined) throw new Error(`The condition ${condition} is missing from the set.`);
    at = bytes.writeUInt16LE(evidence === 'image' ? number | IMAGE_EVIDENCE : number, at);
    at = bytes.writeDoubleLE(probability, at);
  }
  return bytes;
}

/** The lists that were packed. @throws RangeError when the bytes end early */
export function unpackConclusions(
  packed: Uint8Array,
  slugs: readonly string[],
): readonly (readonly Conclusion[])[] {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const lists: (readonly Conclusion[])[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = at + HEAD_BYTES;
    const entryCount = bytes.readUInt16LE(at);
    lists.push(
      Array.from({ length: entryCount }, (_, entry) =>
        unpackEntry(bytes, first + entry * ENTRY_BYTES, slugs),
      ),
    );
    at = first + entryCount * ENTRY_BYTES;
  }
  return lists;
}

function unpackEntry(bytes: Buffer, at: number, slugs: readonly string[]): Conclusion {
  const word = bytes.readUInt16LE(at);
  const condition = slugs[word & MAX_SLUGS];
  if (condition === undefined) throw new RangeError(`No condition has the number ${word & MAX_SLUGS}.`);
  return {
    condition,
    probability: bytes.readDoubleLE(at + HEAD_BYTES),
    evidence: word & IMAGE_EVIDENCE ? 'image' : 'prior',
  };
}
