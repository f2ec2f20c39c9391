// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RobustnessRow } from '../src/cli/evaluation/robustness-figures.ts';
import type { Estimate } from '../src/cli/evaluation/wilson-interval.ts';

interface Accuracy {
  readonly accuracy: Estimate;
  readonly balancedAccuracy: Estimate;
  readonly topThree: Estimate;
  readonly calibrationError: Estimate;
}

/** What `scripts/measure-models.ts` keeps beside a model; which parts there are depends on what was measured. */
export interface Metrics {
  readonly name: string;
  readonly model: string;
  readonly measuredOn: string;
  readonly subject: { readonly labels: string; readonly split?: string };
  readonly models: readonly { readonly name: string; readonly version: string; readonly sha256: string }[];
  readonly figures?: Readonly<Record<string, Estimate>>;
  readonly rows?: readonly RobustnessRow[];
  readonly conditions?: {
    readonly amongClasses: Accuracy;
    readonly wholeCatalogue: Accuracy;
    readonly classes: readonly { readonly name: string; readonly n: number; readonly auc: Estimate }[];
    readonly malignancyAuc: Estimate | null;
  } | null;
  readonly images?: {
    readonly validShare: Estimate;
    readonly skinRecognised: Estimate;
    readonly notSkinRecognised: Estimate;
    readonly modalityRecognised: Estimate | null;
  };
  /** Whether the weights that were measured are those that lie beside the figures now. */
  readonly isCurrent: boolean;
}

interface Manifest {
  readonly file: string;
  readonly sha256: Readonly<Record<string, string>>;
}

function readOne(folder: string, model: string, file: string): Metrics {
  const manifest = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as Manifest;
  const found = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Metrics, 'isCurrent'>;
  const measured = found.models.find(({ name }) => name === model)?.sha256;
  const name = file.replace(/^metrics-|\.json$/g, '');
  return { ...found, name, model, isCurrent: measured === manifest.sha256[manifest.file] };
}

/** All figures kept beside the models, by model and name. */
export function readMetrics(root: string): readonly Metrics[] {
  const models = readdirSync(join(root, 'models'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return models
    .map(({ name }) => name)
    .toSorted()
    .flatMap((model) => {
      const folder = join(root, 'models', model);
      const files = readdirSync(folder).filter((file) => /^metrics-.*\.json$/.test(file));
      return files.toSorted().map((file) => readOne(folder, model, file));
    });
}
