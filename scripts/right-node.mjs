// SPDX-License-Identifier: Apache-2.0
// Plain JavaScript that any Node understands: it is what an old one gets to read.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
// As a whole: an old Node has no such export to import by name.
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const neededMajor = 24;
/** What Node has compiled, and TypeScript it has stripped of types: without it every command does that work anew. */
export const compiledDir = join(projectDir, 'node_modules', '.cache', 'openderm', 'compiled');

/** Ends the program with a message for the person at the terminal. */
export function giveUp(message) {
  console.error(message);
  process.exit(1);
}

/** Goes on under Node 24 or newer: as we are, or by handing over to the one that npm has installed. */
export async function requireRightNode(scriptFile) {
  if (!existsSync(join(projectDir, 'node_modules'))) giveUp('Nothing is installed yet: run npm ci first.');
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) {
    // Where the folder is somebody else's it stays unused, and everything works as before.
    nodeModule.enableCompileCache(compiledDir);
    return;
  }
  const bundled = findBundledNode();
  if (bundled === undefined) giveUp(adviseOnNode());
  process.exit(await handOver(bundled, scriptFile));
}

function findBundledNode() {
  const isWindows = process.platform === 'win32';
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
  const file = join(projectDir, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

function adviseOnNode() {
  const { optionalDependencies = {} } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8'));
  return [
    `OpenDerm needs Node ${neededMajor} or newer; this is Node ${process.versions.node}.`,
    `npm ci brings it along for ${Object.keys(optionalDependencies).join(', ')}, unless optional packages were left out.`,
    `On other machines install Node ${neededMajor} from https://nodejs.org or your package manager, then run npm ci again.`,
  ].join('\n');
}

function handOver(node, scriptFile) {
  const child = spawn(node, [scriptFile, ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; a plain kill reaches only us.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code === null ? 1 : code)));
}
