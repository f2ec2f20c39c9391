// SPDX-License-Identifier: Apache-2.0
import type { SeverityTimings } from '../src/record/severity-reading.ts';
import { loadModels } from '../src/vision/read-image.ts';
import { readSeverity } from '../src/vision/read-severity.ts';
import { answerQuestions, readSetup } from './helper-process.ts';
import type { PartsQuestion, PartsSetup } from './parts-process.ts';
import { obtainPhotograph } from './photographs.ts';
import { medianOf } from './spread.ts';

/** One photograph of a whole-body series in a process with nothing else; medians in milliseconds. */
export interface BodyPartsAnswer {
  readonly decodeMs: number;
  readonly eyesMs: number;
  readonly picturesMs: number;
  /** decode + eyes + pictures, of each reading. */
  readonly partsMs: number;
  /** The whole reading: also quality, the net that knows unusable photographs, and the fingerprint. */
  readonly totalMs: number;
}

const { photograph, modelDirs, settings } = readSetup<PartsSetup>();
const jpeg = await obtainPhotograph(photograph);
const models = await loadModels(modelDirs);
/** What avasi looks for. */
const lookFor = ['depigmentation'] as const;

answerQuestions<PartsQuestion>(async ({ times }): Promise<BodyPartsAnswer> => {
  const readings: SeverityTimings[] = [];
  for (let count = 0; count < times; count++) readings.push(await read());
  const median = (pick: (reading: SeverityTimings) => number) => medianOf(readings.map(pick)) * 1000;
  return {
    decodeMs: median(({ decodeS }) => decodeS),
    eyesMs: median(({ eyesS }) => eyesS),
    picturesMs: median(({ picturesS }) => picturesS),
    partsMs: median(({ decodeS, eyesS, picturesS }) => decodeS + eyesS + picturesS),
    totalMs: median(({ totalS }) => totalS),
  };
});

async function read() {
  const job = {
    bytes: jpeg,
    encoding: 'binary',
    lookFor,
    withPictures: true,
    withPhotograph: false,
  } as const;
  return (await readSeverity(models, job, settings)).timings;
}
