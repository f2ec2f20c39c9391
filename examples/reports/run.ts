// SPDX-License-Identifier: Apache-2.0
/*
 * The whole way of a report, in every format, on each place that reports can be kept in: npm run example:reports
 * Starts servers of its own in temporary folders and ends them. The last line says `N passed, N failed`.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDevice } from '../../test/fixtures/device-process.ts';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { listPlaces, type Place } from './places.ts';
import { type Desk, type Step, walkThrough } from './walk-through.ts';

const cli = join(import.meta.dirname, '..', '..', 'src', 'cli', 'openderm.ts');
const count = { passed: 0, failed: 0 };

const step: Step = async (name, run) => {
  const result = await run();
  count.passed += 1;
  const shown = typeof result === 'string' && !/^[\w-]{43,}$/.test(result) ? `: ${result}` : '';
  console.log(`  ok  ${name}${shown}`);
  return result;
};

/** A server that ends and starts again at the same address, with the operator's commands beside it. */
async function openDesk(
  { settings, hasPicturesInFolder }: Place,
  dataDir: string,
): Promise<Desk & { end(): Promise<void> }> {
  const start = (port?: number) =>
    startDevice({ dataDir, settings: { ...settings, OPENDERM_WORKERS: '1' }, ...(port && { port }) });
  let device = await start();
  const { origin } = device;
  return {
    origin,
    hasPicturesInFolder,
    async countPictures() {
      const files = await readdir(dataDir, { recursive: true });
      return files.filter((path) => path.endsWith('.jpg')).length;
    },
    async openderm(...words) {
      const env = { ...settings, OPENDERM_DATA_DIR: dataDir };
      const { status, stdout, stderr } = await runCommand(process.execPath, [cli, ...words], { env });
      if (status !== 0) throw new Error(`openderm ${words.join(' ')}: ${stderr}`);
      return stdout.trim();
    },
    async restart() {
      await device.end('SIGINT');
      device = await start(Number(new URL(origin).port));
    },
    end: () => device.end('SIGTERM'),
  };
}

async function walkIn(place: Place): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'openderm-example-'));
  try {
    const desk = await openDesk(place, dataDir);
    await walkThrough(desk, step).finally(desk.end);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

for (const offer of listPlaces()) {
  console.log(`\nReports on ${offer.name}`);
  if ('missing' in offer) {
    console.log(`  left out: ${offer.missing}`);
    continue;
  }
  const place = await offer.open();
  try {
    await walkIn(place);
  } catch (error) {
    count.failed += 1;
    console.log('  NOT OK, and the rest of this place is left out:', error);
  } finally {
    await place.close();
  }
}
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
