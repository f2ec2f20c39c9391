// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { projectDir } from './right-node.mjs';

/** Packages with native code, and what they are for. */
const nativeParts = {
  sharp: 'decodes photographs',
  'onnxruntime-node': 'runs the models',
  'better-sqlite3': 'keeps the records',
  '@node-rs/argon2': 'checks passwords',
};

/** The native packages that cannot be loaded, each with the reason: looked for only once something has failed. */
export function findMissingParts() {
  return Object.entries(nativeParts).flatMap(([name, purpose]) => {
    const probe = `await import(${JSON.stringify(name)})`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', probe], {
      cwd: projectDir,
      encoding: 'utf8',
    });
    if (status === 0) return [];
    const reason = stderr.split('\n').find((line) => /error/i.test(line)) ?? 'no reason given';
    return [`  ${name} (${purpose}): ${reason.trim()}`];
  });
}
