// SPDX-License-Identifier: Apache-2.0
import type { KeptDiagnosis } from '../../record/analysis-record.ts';
import type { Conclusion } from '../../record/diagnosis.ts';
import { packConclusions, unpackConclusions } from './pack-conclusions.ts';

/** A result in two parts: JSON that a person can read, and the long ranked lists in bytes. */
export interface PackedResult {
  /** The result with the number of a list in place of each `conclusions`. */
  readonly json: string;
  readonly conclusions: Uint8Array;
  /** The conditions the lists name, sorted. */
  readonly slugs: readonly string[];
}

type WithListNumber<T> = Omit<T, 'conclusions'> & { readonly conclusions: number };
type NumberedResult = WithListNumber<Omit<KeptDiagnosis, 'images'>> & {
  readonly images: readonly WithListNumber<KeptDiagnosis['images'][number]>[];
};

export function packResult(result: KeptDiagnosis): PackedResult {
  const lists: (readonly Conclusion[])[] = [];
  const toNumber = (list: readonly Conclusion[]) => {
    const known = lists.findIndex((other) => isSame(other, list));
    return known === -1 ? lists.push(list) - 1 : known;
  };
  const numbered: NumberedResult = {
    ...result,
    conclusions: toNumber(result.conclusions),
    images: result.images.map((image) => ({ ...image, conclusions: toNumber(image.conclusions) })),
  };
  const slugs = [...new Set(lists.flat().map(({ condition }) => condition))].sort();
  return {
    json: JSON.stringify(numbered, withoutHeatMaps),
    conclusions: packConclusions(lists, slugs),
    slugs,
  };
}

/** A whole diagnosis is a kept one to the compiler; its pictures must not slip in. */
function withoutHeatMaps(key: string, value: unknown): unknown {
  return key === 'heatMaps' ? undefined : value;
}

/** With one photograph the differential of all is the differential of that one, and is kept once. */
function isSame(left: readonly Conclusion[], right: readonly Conclusion[]): boolean {
  if (left === right) return true;
  return left.length === right.length && left.every((entry, rank) => isSameEntry(entry, right[rank]));
}

function isSameEntry(left: Conclusion, right: Conclusion | undefined): boolean {
  return (
    left.condition === right?.condition &&
    Object.is(left.probability, right.probability) &&
    left.evidence === right.evidence
  );
}

export function unpackResult({ json, conclusions, slugs }: PackedResult): KeptDiagnosis {
  const lists = unpackConclusions(conclusions, slugs);
  const listAt = (number: number) => {
    const list = lists[number];
    if (!list)
      throw new RangeError(`There are ${lists.length} lists of conclusions, none is number ${number}.`);
    return list;
  };
  const numbered: NumberedResult = JSON.parse(json);
  return {
    ...numbered,
    conclusions: listAt(numbered.conclusions),
    images: numbered.images.map((image) => ({ ...image, conclusions: listAt(image.conclusions) })),
  };
}
