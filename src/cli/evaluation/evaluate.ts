// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Modality } from '../../record/image-analysis.ts';
import type { ModelIdentity } from '../../record/model-identity.ts';
import { type Reading, readPhotographs } from '../photographs/read-photographs.ts';
import type { Workbench } from '../workbench.ts';
import { type ConditionMetrics, computeConditionMetrics } from './condition-metrics.ts';
import { computeGroupMetrics, type GroupMetrics } from './group-metrics.ts';
import { computeImageMetrics, type ImageMetrics } from './image-metrics.ts';
import { classesOf, type JudgedImage, type LabelClass, overlapsOf, toStanding } from './judged-image.ts';
import type { LabelMeaning } from './known-labels.ts';
import type { LabelledFile } from './read-label-file.ts';

/** What was measured. */
export interface EvaluationSubject {
  readonly labels: string;
  readonly split: string | undefined;
  readonly by: string | undefined;
  readonly expectedModality: Modality | undefined;
}

/** Everything measured on one labelled folder; all shares 0-1, all intervals 95 %. */
export interface Evaluation {
  readonly subject: EvaluationSubject;
  readonly models: readonly ModelIdentity[];
  readonly catalogueVersion: string;
  readonly images: ImageMetrics;
  /** Null when no label is a condition. */
  readonly conditions: ConditionMetrics | null;
  /** The same pictures by the column asked for; empty when none was. */
  readonly groups: readonly GroupMetrics[];
  /** Classes that share a condition and so cannot be told apart. */
  readonly overlaps: readonly (readonly [string, string])[];
  /** Left out of all figures. */
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
  /** Rows left out on purpose. */
  readonly ignored: number;
}

export interface LabelledFolder {
  readonly files: readonly LabelledFile[];
  readonly meanings: ReadonlyMap<string, LabelMeaning>;
  readonly subject: EvaluationSubject;
}

/** Reads every picture with the device as it answers over HTTP, and compares with the labels. */
export async function evaluate(
  { files, meanings, subject }: LabelledFolder,
  workbench: Workbench,
  onRead: () => void,
): Promise<Evaluation> {
  const wanted = files.filter(({ label }) => meanings.get(label)?.kind !== 'ignored');
  const paths = wanted.map(({ path }) => path);
  const readings = await readPhotographs(paths, workbench.reader, { withHeatMaps: false, onRead });
  const classes = classesOf(meanings);
  const judged = readings.flatMap((reading, at) =>
    judge(reading, wanted[at], { meanings, classes, workbench }),
  );
  const standings = judged.flatMap(({ standing }) => standing ?? []);
  const isMalignant = (group: LabelClass) => malignancyOf(group, workbench.catalogue);
  return {
    subject,
    models: workbench.reader.models,
    catalogueVersion: workbench.catalogue.version,
    images: computeImageMetrics(judged, subject.expectedModality),
    conditions: standings.length > 0 ? computeConditionMetrics(standings, classes, { isMalignant }) : null,
    groups: computeGroupMetrics(judged),
    overlaps: overlapsOf(classes),
    unreadable: readings.filter((reading) => 'problem' in reading),
    ignored: files.length - wanted.length,
  };
}

interface Bench {
  readonly meanings: ReadonlyMap<string, LabelMeaning>;
  readonly classes: readonly LabelClass[];
  readonly workbench: Workbench;
}

function judge(reading: Reading, file: LabelledFile | undefined, bench: Bench): readonly JudgedImage[] {
  const meaning = file && bench.meanings.get(file.label);
  if ('problem' in reading || file === undefined || meaning === undefined) return [];
  const { path, analysis } = reading;
  const [image] = bench.workbench.diagnose([{ title: path, analysis }]).images;
  if (!image) return [];
  const standing = toStanding(image, meaning, bench.classes);
  return [{ path, label: file.label, group: file.group, meaning, validity: analysis.validity, standing }];
}

/** Null when the class holds malignant and other conditions alike: such a picture cannot say what would be right. */
function malignancyOf({ conditions }: LabelClass, catalogue: Catalogue): boolean | null {
  const flags = new Set(conditions.map((slug) => catalogue.find(slug)?.flags.malignant ?? false));
  return flags.size === 1 ? flags.has(true) : null;
}
