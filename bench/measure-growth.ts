// SPDX-License-Identifier: Apache-2.0
import type { HelperProcess } from './helper-process.ts';
import type { LoadAnswer, LoadQuestion, Target } from './load-process.ts';

/** What something costs, and what it costs when there is ten times as much of it. */
export interface Growth {
  readonly what: string;
  readonly unit: string;
  readonly once: number;
  readonly tenfold: number;
}

const FEW_IMAGES = 2;
const REPEATS = 3;

/** Cost for each image in a request with two photographs and with twenty. */
export async function measureGrowth(
  load: HelperProcess<LoadQuestion, LoadAnswer>,
  target: Target,
): Promise<readonly Growth[]> {
  const perImage = async (images: number) => {
    const { medianMs } = await load.ask({ kind: 'latency', target, times: REPEATS, images });
    return medianMs / images;
  };
  return [
    {
      what: `each of ${FEW_IMAGES}, of ${FEW_IMAGES * 10} photographs in a request`,
      unit: 'ms',
      once: await perImage(FEW_IMAGES),
      tenfold: await perImage(FEW_IMAGES * 10),
    },
  ];
}
