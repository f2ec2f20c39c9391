// SPDX-License-Identifier: Apache-2.0
import { type ClassStanding, hasTruthFirst, type JudgedImage } from './judged-image.ts';
import { type Estimate, wilsonInterval } from './wilson-interval.ts';

/** How right the device is about one group of pictures, such as one skin type. */
export interface GroupMetrics {
  readonly group: string;
  /** The true class first among the classes of the file. */
  readonly accuracyAmongClasses: Estimate;
  /** A condition of the true class first in the whole differential. */
  readonly accuracyWholeCatalogue: Estimate;
  /** Of the pictures of skin. */
  readonly validShare: Estimate;
}

/** One entry for each group, by name; groups differ in what they show, so compare them with care. */
export function computeGroupMetrics(images: readonly JudgedImage[]): readonly GroupMetrics[] {
  const groups = Map.groupBy(images, ({ group }) => group);
  return [...groups]
    .flatMap(([group, members]) => (group === undefined ? [] : [measure(group, members)]))
    .sort(byName);
}

function measure(group: string, members: readonly JudgedImage[]): GroupMetrics {
  const standings = members.flatMap(({ standing }) => standing ?? []);
  const skin = members.filter(({ meaning }) => meaning.kind !== 'notSkin');
  const share = (isHit: (standing: ClassStanding) => boolean) =>
    wilsonInterval(standings.filter(isHit).length, standings.length);
  return {
    group,
    accuracyAmongClasses: share(hasTruthFirst),
    accuracyWholeCatalogue: share(({ leadersHit }) => leadersHit[0] ?? false),
    validShare: wilsonInterval(skin.filter(({ validity }) => validity.isValid).length, skin.length),
  };
}

function byName(a: GroupMetrics, b: GroupMetrics): number {
  return a.group.localeCompare(b.group, 'en', { numeric: true });
}
