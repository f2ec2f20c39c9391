// SPDX-License-Identifier: Apache-2.0
import { parentPort } from 'node:worker_threads';
import { printReport, type ReportToPrint } from './print-report.ts';
import type { PrintingAnswer } from './printing-messages.ts';

/*
 * The thread that sets type. A report takes about 0.2 s of one core, most of it in one piece: on the thread that serves
 * HTTP nobody else would be answered meanwhile. It is handed one report at a time.
 */

const port = parentPort;

port?.on('message', async (report: ReportToPrint) => port.postMessage(await answer(report)));

async function answer(report: ReportToPrint): Promise<PrintingAnswer> {
  try {
    return { pdf: await printReport(report) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
