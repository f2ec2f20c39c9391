// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { processesUnder } from '../test/fixtures/process-tree.ts';

/** Ticks a second of /proc on every Linux that Node runs on. */
const TICKS_PER_S = 100;

/** Marks the beginning of a stretch of work; asked later, it tells how many cores others used meanwhile. */
export type NoiseProbe = () => number | undefined;

/**
 * Cores used by anything but this program and what it started (and taken by the host), averaged from now until asked;
 * undefined where the system does not tell (only Linux does).
 */
export function startNoiseProbe(): NoiseProbe {
  const begin = readTicks();
  const beginMs = performance.now();
  return () => {
    const end = readTicks();
    if (!begin || !end) return undefined;
    const seconds = (performance.now() - beginMs) / 1000;
    const others = end.busy - begin.busy - (end.own - begin.own);
    return Math.max(0, others / TICKS_PER_S / seconds);
  };
}

/** "2 cores, load 0.31 0.40 0.52" */
export function describeLoad(): string {
  const load = readProc('/proc/loadavg')?.split(' ').slice(0, 3).join(' ') ?? 'unknown';
  return `${availableParallelism()} cores, load ${load}`;
}

interface Ticks {
  readonly busy: number;
  readonly own: number;
}

function readTicks(): Ticks | undefined {
  const first = readProc('/proc/stat')?.split('\n')[0]?.trim().split(/\s+/).slice(1).map(Number);
  if (!first) return undefined;
  // user nice system idle iowait irq softirq steal
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = first;
  const own = processesUnder(process.pid).reduce((sum, pid) => sum + ticksOf(pid), 0);
  return { busy: user + nice + system + irq + softirq + steal, own };
}

/** utime, stime and those of ended children. */
function ticksOf(pid: number): number {
  const fields = readProc(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ') ?? [];
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
