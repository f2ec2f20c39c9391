// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';

/** The process and everything it started, directly or not; only itself where there is no /proc. */
export function processesUnder(pid: number): readonly number[] {
  const children = Map.groupBy(allProcesses(), ({ parent }) => parent);
  const collect = (root: number): number[] => [
    root,
    ...(children.get(root) ?? []).flatMap((child) => collect(child.pid)),
  ];
  return collect(pid);
}

/** Proportional set size: memory of its own plus its share of what it has in common with others, in MB (10^6 bytes). */
export function memoryOfMb(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + pssKb(pid), 0) * 1.024e-3;
}

function pssKb(pid: number): number {
  const rollup = readOrEmpty(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
}

function allProcesses(): readonly { readonly pid: number; readonly parent: number }[] {
  return listProc().flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    // The command may hold blanks and brackets: what follows the last one is plain.
    const [, parent] = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    return parent === undefined ? [] : [{ pid, parent: Number(parent) }];
  });
}

function listProc(): readonly string[] {
  try {
    return readdirSync('/proc');
  } catch {
    return [];
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
