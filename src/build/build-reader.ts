// SPDX-License-Identifier: Apache-2.0
import type { Logger } from 'pino';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { priorPeak } from '../catalogue/prior-shares.ts';
import type { Config } from '../config.ts';
import { findStrangers } from '../device/find-strangers.ts';
import { chooseModelSet } from '../vision/choose-model-set.ts';
import { createImageReader, defaultReaderLimits } from '../vision/create-image-reader.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import { formatProblem } from '../vision/model-problem.ts';
import { readModelFolder } from '../vision/read-model-folder.ts';

export interface ReadingRoom {
  readonly reader: ImageReader;
  readonly catalogue: Catalogue;
}

/** The catalogue, and worker processes that have loaded and warmed up the models. Nothing of accounts or records. */
export async function buildReader(config: Config, logger: Logger): Promise<ReadingRoom> {
  const { condition } = await chooseModelSet(config.modelsDir, config.modelSet);
  const strangers = await findStrangers(condition.dir, catalogue);
  if (strangers.length > 0)
    throw new Error(
      [`The model in ${condition.dir} cannot be used.`, ...strangers.map(formatProblem)].join('\n'),
    );
  const folder = await readModelFolder(condition.dir);
  const labels = folder.problems ? [] : folder.value.labels;
  const covered = new Set(labels.flatMap((label) => label.conditions.map((share) => share.condition)));
  const reader = await createImageReader({
    modelsDir: config.modelsDir,
    modelSet: config.modelSet,
    workers: config.workers,
    limits: { ...defaultReaderLimits, jobTimeoutMs: config.readTimeoutS * 1000 },
    qualityAcceptableFrom: config.qualityThreshold,
    priorPeak: priorPeak(catalogue, { covered }),
    log: (event) => (event.event === 'workerReady' ? logger.info(event) : logger.warn(event)),
  });
  return { reader, catalogue };
}
