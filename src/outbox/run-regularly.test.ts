// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type RegularRun, runRegularly } from './run-regularly.ts';

const hourMs = 3_600_000;
const unheard = (error: unknown) => {
  throw error;
};

describe('regular work', () => {
  it('comes again and again, and no more once stopped', async () => {
    let turns = 0;
    const turn = async () => {
      turns += 1;
    };
    const run = runRegularly({ pauseMs: 1, onFailure: unheard, turn });
    await expect.poll(() => turns).toBeGreaterThanOrEqual(3);
    await run.stop();
    const before = turns;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(turns).toBe(before);
  });

  it('is done one turn at a time, also when woken in the middle of one, and then again at once', async () => {
    let [turns, inHand, most] = [0, 0, 0];
    const runs: RegularRun[] = [];
    const turn = async () => {
      most = Math.max(most, ++inHand);
      if (turns === 0) runs[0]?.wake();
      await new Promise((resolve) => setTimeout(resolve, 5));
      [turns, inHand] = [turns + 1, inHand - 1];
    };
    runs.push(runRegularly({ pauseMs: hourMs, onFailure: unheard, turn }));
    await expect.poll(() => turns).toBe(2);
    runs[0]?.wake();
    await expect.poll(() => turns).toBe(3);
    await runs[0]?.stop();
    expect(most).toBe(1);
  });

  it('goes on after a turn that failed, and says so', async () => {
    const heard: unknown[] = [];
    const onFailure = (error: unknown) => void heard.push(error);
    let turns = 0;
    const turn = () => {
      turns += 1;
      if (turns % 2 === 0) throw new Error('at once');
      return Promise.reject(new Error('later'));
    };
    const run = runRegularly({ pauseMs: 1, onFailure, turn });
    await expect.poll(() => heard.length).toBeGreaterThanOrEqual(4);
    await run.stop();
    expect(heard.slice(0, 2)).toEqual([new Error('later'), new Error('at once')]);
  });

  it('is told to end, and waited for', async () => {
    let isOver = false;
    const started = Promise.withResolvers<void>();
    const turn = async (signal: AbortSignal) => {
      started.resolve();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      isOver = true;
    };
    const run = runRegularly({ pauseMs: hourMs, onFailure: unheard, turn });
    await started.promise;
    await run.stop();
    await run.stop();
    expect(isOver).toBe(true);
  });
});
