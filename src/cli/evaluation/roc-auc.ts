// SPDX-License-Identifier: Apache-2.0

/** Pictures in the order of their score: made once, used for every bootstrap resample. */
export interface Ranking {
  /** Indices of the pictures, lowest score first. */
  readonly order: Uint32Array;
  /** For each place in `order`: 1 where a new score begins, 0 where it ties with the place before. */
  readonly isNewScore: Uint8Array;
  /** By picture: 1 when it shows the condition. */
  readonly isPositive: Uint8Array;
}

/** @param scores finite numbers, higher means more suspicious */
export function rankScores(scores: ArrayLike<number>, isPositive: ArrayLike<boolean>): Ranking {
  const order = Uint32Array.from({ length: scores.length }, (_, index) => index);
  const scoreAt = (place: number) => scores[order[place] ?? 0] ?? 0;
  order.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  return {
    order,
    isNewScore: Uint8Array.from(order, (_, place) =>
      place === 0 || scoreAt(place) !== scoreAt(place - 1) ? 1 : 0,
    ),
    isPositive: Uint8Array.from(isPositive, Number),
  };
}

/**
 * Probability that a picture with the condition scores higher than one without, ties counting half: the area under
 * the ROC curve, 0-1; NaN when either group is empty.
 * @param counts how often each picture is drawn; 1 each for the plain sample
 * @source Hanley & McNeil 1982, Radiology 143:29-36, doi 10.1148/radiology.143.1.7063747
 */
export function computeAuc(ranking: Ranking, counts: ArrayLike<number>): number {
  let positives = 0;
  let negatives = 0;
  let wins = 0;
  let tiedPositives = 0;
  let tiedNegatives = 0;
  const closeTies = () => {
    wins += tiedPositives * (negatives + tiedNegatives / 2);
    positives += tiedPositives;
    negatives += tiedNegatives;
    tiedPositives = 0;
    tiedNegatives = 0;
  };
  ranking.order.forEach((picture, place) => {
    if (ranking.isNewScore[place] === 1) closeTies();
    const count = counts[picture] ?? 0;
    if (ranking.isPositive[picture] === 1) tiedPositives += count;
    else tiedNegatives += count;
  });
  closeTies();
  return wins / (positives * negatives);
}
