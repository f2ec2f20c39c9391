// SPDX-License-Identifier: Apache-2.0
import type { Conclusion, ShownHeatMap } from '../record/diagnosis.ts';
import type { HeatMap } from '../record/image-analysis.ts';

/** Entries that are shown with a map. @source the compatible API: the first five, null after that */
const explainedEntries = 5;

/** What the classifier calls a condition it was not taught. */
const other = 'other';

/**
 * The maps that the first five entries need: an entry's own where the image speaks for it, that of *other* where only
 * the prior does. A missing one is stood in for by the map of *other*, or else by that of the strongest condition, and
 * says so.
 * @param maps strongest condition first, as the classifier gives them; none gives none
 */
export function showHeatMaps(
  conclusions: readonly Conclusion[],
  maps: readonly HeatMap[],
): readonly ShownHeatMap[] {
  const needed = conclusions
    .slice(0, explainedEntries)
    .map(({ condition, evidence }) => (evidence === 'image' ? condition : other));
  return [...new Set(needed)].flatMap((name) => {
    const own = maps.find(({ condition }) => condition === name);
    const stand = own ?? maps.find(({ condition }) => condition === other) ?? maps[0];
    if (stand === undefined) return [];
    return [stand === own ? own : { ...stand, condition: name, borrowedFrom: stand.condition }];
  });
}
