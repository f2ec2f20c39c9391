// SPDX-License-Identifier: Apache-2.0
import { findBarriers } from '../../test/fixtures/find-barriers.ts';
import { desktop, phone } from '../../test/fixtures/framed-visit.ts';
import type { IframeDesk } from '../../test/fixtures/iframe-desk.ts';
import { walkTo } from '../../test/fixtures/iframe-walk.ts';
import { type VisitOptions, visit } from '../../test/fixtures/page-visit.ts';

/** Barriers by screen and reader. */
export type BarrierCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const everything = { enableAnamnesis: '1', macroscopicMedia: 'optional', forcedScoringSystems: 'apasi,auas' };

const readers: Readonly<Record<string, VisitOptions & { readonly isForPatient: string }>> = {
  'clinician, light, desktop': { ...desktop, colourScheme: 'light', isForPatient: '0' },
  'patient, dark, phone': { ...phone, colourScheme: 'dark', isForPatient: '1' },
};

/** Walks the whole page as each reader, and prints what axe-core says where it says something. */
export async function countBarriers(desk: IframeDesk): Promise<BarrierCounts> {
  const counts: Record<string, Record<string, number>> = {};
  for (const [reader, { isForPatient, ...options }] of Object.entries(readers)) {
    const { page, end } = await visit(desk.browser, desk.tiny.origin, options);
    await page.goto(await desk.makeAddress({ ...everything, isForPatient }));
    const count = async (screen: string) => {
      const barriers = await findBarriers(page);
      for (const barrier of barriers) console.warn(`${reader}, ${screen}: ${barrier}`);
      counts[screen] = { ...counts[screen], [reader]: barriers.length };
    };
    await walkTo(page, 'result', {
      onStep: async (step) => {
        if (step === 'result') await page.getByTestId('result').waitFor();
        await count(step);
      },
    });
    await end();
  }
  return counts;
}
