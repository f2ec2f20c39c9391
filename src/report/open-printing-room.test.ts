// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it } from 'vitest';
import { createPrintableReport } from '../../test/fixtures/printable-report.ts';
import { defaultPrintingLimits, openPrintingRoom, type PrintingRoom } from './open-printing-room.ts';
import { printReport, type ReportToPrint } from './print-report.ts';

let room: PrintingRoom;
afterEach(() => room.close());

const createReport = async (changes: Partial<ReportToPrint> = {}): Promise<ReportToPrint> => ({
  ...(await createPrintableReport()),
  locale: 'en',
  audience: 'clinician',
  ...changes,
});

/** No JPEG: the sheet cannot be set. */
async function createUnprintable(): Promise<ReportToPrint> {
  const report = await createReport();
  const pictures = new Map([...report.pictures.keys()].map((id) => [id, Uint8Array.of(1, 2, 3)]));
  return { ...report, pictures };
}

describe('the printing room', () => {
  it('prints the same bytes as are printed here, for every report of a queue', async () => {
    room = openPrintingRoom(defaultPrintingLimits);
    const reports = [await createReport(), await createReport({ audience: 'patient', locale: 'pt' })];
    const printed = await Promise.all(reports.map((report) => room.print(report)));
    const expected = await Promise.all(reports.map(printReport));
    for (const [at, pdf] of printed.entries())
      expect(Buffer.from(pdf).equals(expected[at] ?? pdf)).toBe(true);
    expect(Buffer.from(printed[0] ?? []).equals(printed[1] ?? new Uint8Array())).toBe(false);
  });

  it('says why a report cannot be printed, and prints the next', async () => {
    room = openPrintingRoom(defaultPrintingLimits);
    const failed = room.print(await createUnprintable());
    const next = room.print(await createReport());
    await expect(failed).rejects.toThrow(/could not be printed.*Unknown image format/s);
    expect(Buffer.from(await next).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('gives up a report that takes too long, and starts anew', async () => {
    room = openPrintingRoom({ mostInHand: 2, timeLimitMs: 1 });
    for (let time = 0; time < 2; time += 1)
      await expect(room.print(await createReport())).rejects.toMatchObject({ code: 'workerTimeout' });
  });

  it('takes no more than it can hold, and takes reports again afterwards', async () => {
    room = openPrintingRoom({ ...defaultPrintingLimits, mostInHand: 2 });
    const report = await createReport();
    const [first, second, third] = [room.print(report), room.print(report), room.print(report)];
    await expect(third).rejects.toMatchObject({ code: 'queueFull', details: { retryAfterS: 2 } });
    await Promise.all([first, second]);
    expect((await room.print(report)).length).toBeGreaterThan(1000);
  });

  it('gives up what is in hand when it is closed', async () => {
    room = openPrintingRoom(defaultPrintingLimits);
    const reports = [await createReport(), await createReport()] as const;
    const [first, second] = [room.print(reports[0]), room.print(reports[1])];
    await Promise.all([
      expect(first).rejects.toMatchObject({ code: 'workerLost' }),
      expect(second).rejects.toMatchObject({ code: 'workerLost' }),
      // The first has to be on the press.
      new Promise((resolve) => setTimeout(resolve, 1)).then(() => room.close()),
    ]);
  });
});
