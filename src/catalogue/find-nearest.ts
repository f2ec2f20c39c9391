// SPDX-License-Identifier: Apache-2.0

/** Longer inputs are not compared: nobody mistypes a paragraph, and the cost grows with the square. */
const longestCompared = 80;

/** A mistyped name keeps three quarters of its letters, and all but four: with more changes it reads as another name. */
const changesPerLetter = 1 / 4;
const mostChanges = 4;

/** A name that contains the whole input ("lupus") comes after the slips of one or two letters. */
const changesOfContaining = 2;

/**
 * How many letters to insert, drop, replace or swap with their neighbour to turn one spelling into the other.
 * @source Damerau 1964, Commun ACM 7:171-176, in its restricted form (no letter is changed twice)
 */
export function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const replaced = at(last, column - 1) + (isSame ? 0 : 1);
      const changed = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced);
      current.push(isSwap ? Math.min(changed, at(beforeLast, column - 2) + 1) : changed);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

const at = (distances: readonly number[], index: number): number =>
  distances[index] ?? Number.POSITIVE_INFINITY;

/** Letters of `from`, in any order, that `to` lacks: no fewer changes can turn one into the other. */
function lettersMissing(from: string, to: string): number {
  const counts = new Map<string, number>();
  for (const letter of to) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let missing = 0;
  for (const letter of from) {
    const left = counts.get(letter) ?? 0;
    if (left === 0) missing++;
    else counts.set(letter, left - 1);
  }
  return missing;
}

/** Changes from `wanted` to `spelling`, or infinite when they have nothing to do with each other. */
function likenessRank(wanted: string, spelling: string): number {
  const reach = Math.min(mostChanges, Math.max(1, Math.floor(wanted.length * changesPerLetter)));
  const difference = Math.abs(spelling.length - wanted.length);
  if (spelling.includes(wanted)) return changesOfContaining + difference / (difference + 1);
  if (difference > reach || lettersMissing(wanted, spelling) > reach) return Number.POSITIVE_INFINITY;
  const distance = editDistance(wanted, spelling);
  return distance > reach ? Number.POSITIVE_INFINITY : distance;
}

/**
 * The known spellings that look most like `wanted`, nearest first: those within reach of a typing mistake, and those
 * that contain it.
 */
export function findNearest(wanted: string, known: Iterable<string>, limit: number): readonly string[] {
  if (wanted.length === 0 || wanted.length > longestCompared) return [];
  const near: { readonly spelling: string; readonly rank: number }[] = [];
  for (const spelling of known) {
    const rank = likenessRank(wanted, spelling);
    if (rank < Number.POSITIVE_INFINITY) near.push({ spelling, rank });
  }
  return near
    .sort((a, b) => a.rank - b.rank || (a.spelling < b.spelling ? -1 : 1))
    .slice(0, limit)
    .map(({ spelling }) => spelling);
}
