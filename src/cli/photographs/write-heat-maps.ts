// SPDX-License-Identifier: Apache-2.0
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Conclusion, ImageDiagnosis } from '../../record/diagnosis.ts';
import type { HeatMap } from '../../record/image-analysis.ts';

/** As many entries as carry a heat map. */
const RANKS = 5;

/** Writes `photo-rank-condition.jpg` for the first five entries of each photograph; returns how many. */
export async function writeHeatMaps(images: readonly ImageDiagnosis[], folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const names = uniqueNames(images.map(({ title }) => title ?? 'photo'));
  const files = images.flatMap((image, at) => filesOf(image, names[at] ?? 'photo'));
  await Promise.all(files.map(({ name, map }) => writeFile(join(folder, name), map.image.jpeg)));
  return files.length;
}

interface MapFile {
  readonly name: string;
  readonly map: HeatMap;
}

function filesOf(image: ImageDiagnosis, photo: string): readonly MapFile[] {
  return image.conclusions.slice(0, RANKS).flatMap((conclusion, place) => {
    const map = mapFor(conclusion, image.heatMaps);
    return map ? [{ name: `${photo}-${place + 1}-${conclusion.condition}.jpg`, map }] : [];
  });
}

/** An entry that rests on the prior alone shows where the model saw something it does not know. */
function mapFor({ condition, evidence }: Conclusion, maps: readonly HeatMap[]): HeatMap | undefined {
  const wanted = evidence === 'image' ? condition : 'other';
  return maps.find((map) => map.condition === wanted);
}

/** Two photographs of one name in two folders must not overwrite each other's maps. */
function uniqueNames(titles: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return titles.map((title) => {
    const name = basename(title, extname(title));
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}-copy${times}`;
  });
}
