// SPDX-License-Identifier: Apache-2.0
// How light, how quick and how usable the embeddable page is, printed as tables: `npm run lab`.
import { fileURLToPath } from 'node:url';
import { medianOf } from '../bench/spread.ts';
import { findChromium } from '../test/fixtures/chromium.ts';
import { firstLoadLimitBytes, measureFirstLoad } from '../test/fixtures/first-load.ts';
import { startIframeDesk } from '../test/fixtures/iframe-desk.ts';
import { countBarriers } from './lab/count-barriers.ts';
import { measureVisit, slowPhone } from './lab/measure-visit.ts';

/** Enough for a median that does not jump. Our own convention. */
const runs = 3;

const median = (values: readonly number[]): number => Math.round(medianOf(values));

const pages = ['iframe.html', 'iframe-inert.html', 'playground.html', 'index.html', 'admin.html'];

const chromium = findChromium();
if (chromium.missing !== undefined) throw new Error(chromium.missing);

const desk = await startIframeDesk();
const dist = fileURLToPath(new URL('../web/dist', import.meta.url));

console.log(`First load, gzipped scripts and styles (at most ${firstLoadLimitBytes} bytes)`);
const loads = await Promise.all(pages.map((page) => measureFirstLoad(dist, page)));
console.table(Object.fromEntries(pages.map((page, at) => [page, loads[at]])));

const { cpuSlowdown, downloadKbps, latencyMs } = slowPhone;
console.log(
  `A phone ${cpuSlowdown} times slower than this machine, ${downloadKbps} kbit/s, ${latencyMs} ms away; median of ${runs}`,
);
const visits = [];
for (let run = 0; run < runs; run++) visits.push(await measureVisit(desk));
console.table({
  'first contentful paint (ms)': { measured: median(visits.map((each) => each.firstPaintMs)), good: 1800 },
  'first question answerable (ms)': { measured: median(visits.map((each) => each.readyMs)), good: '-' },
  'slowest interaction (ms)': { measured: median(visits.map((each) => each.slowestMs)), good: 200 },
  'bytes over the line until then': { measured: median(visits.map((each) => each.bytes)), good: '-' },
});

console.log('Barriers that axe-core finds (WCAG 2.2 AA), by screen');
const barriers = await countBarriers(desk);
console.table(barriers);
await desk.close();

const tooHeavy = loads.some(({ gzippedBytes }) => gzippedBytes > firstLoadLimitBytes);
const hasBarriers = Object.values(barriers).some((counts) =>
  Object.values(counts).some((found) => found > 0),
);
if (tooHeavy || hasBarriers) process.exitCode = 1;
