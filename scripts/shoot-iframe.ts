// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core';
import type { DeviceCompany } from '../test/fixtures/device-company.ts';
import {
  choosePhotos,
  examplePhoto,
  primary,
  type StepName,
  waitForStep,
  walkTo,
} from '../test/fixtures/iframe-walk.ts';

/** Takes a picture of what is shown, under a name. */
export type Shoot = (screen: string) => Promise<void>;

const everything = {
  enableAnamnesis: '1',
  macroscopicMedia: 'optional',
  enableExtendedInstructions: '1',
  forcedScoringSystems: 'apasi,auas',
};

/** Every screen of the embeddable page, as clinicians and as patients see it. */
export async function shootIframe(page: Page, company: DeviceCompany, shoot: Shoot): Promise<void> {
  await page.goto(await company.makeAddress(everything));
  await shootFlow(page, (step) => shoot(`iframe-${step}`));
  await page.goto(await company.makeAddress({ ...everything, isForPatient: '1' }));
  await shootFlow(page, (step) => shoot(`iframe-patient-${step}`));
  await shootEnds(page, company, shoot);
  await shootTroubles(page, company, shoot);
}

async function shootFlow(page: Page, shoot: (step: string) => Promise<void>): Promise<void> {
  const photos = ['melanoma-1', 'blurred', 'not-skin'].map(examplePhoto);
  await walkTo(page, 'result', {
    photos,
    onStep: async (step) => {
      if (step !== 'result') await shoot(`${numberOf(step)}-${step}`);
      if (step === 'bodySite') await shootList(page, shoot);
    },
    onAnswered: async (step) => {
      if (['bodySite', 'photos', 'questions'].includes(step))
        await shoot(`${numberOf(step)}-${step}-answered`);
    },
  });
  await page.getByTestId('result').waitFor();
  await page.waitForLoadState('networkidle');
  await shoot('9-result');
}

async function shootList(page: Page, shoot: (step: string) => Promise<void>): Promise<void> {
  await page.locator('button[aria-expanded=false]').first().click();
  await page.getByRole('searchbox').waitFor();
  await shoot('3-bodySite-list');
  await page.locator('button[aria-expanded=true]').first().click();
}

const order: readonly StepName[] = [
  'welcome',
  'concern',
  'bodySite',
  'anamnesis',
  'photos',
  'contextPhoto',
  'analysis',
  'questions',
];
const numberOf = (step: StepName): number => order.indexOf(step) + 1;

/** Nothing usable, no result to be seen, and a report that is opened again. */
async function shootEnds(page: Page, company: DeviceCompany, shoot: Shoot): Promise<void> {
  const photos = [examplePhoto('not-skin')];
  await page.goto(await company.makeAddress({ bodySite: 'trunkFront', isForPatient: '1' }));
  await walkTo(page, 'result', { photos });
  await page.getByTestId('result').waitFor();
  await shoot('iframe-patient-invalid');
  await page.goto(await company.makeAddress({ bodySite: 'trunkFront' }));
  await walkTo(page, 'result', { photos });
  await page.getByTestId('result').waitFor();
  await shoot('iframe-invalid');
  await page.goto(await company.makeAddress({ bodySite: 'trunkFront', enableResult: '0' }));
  await walkTo(page, 'done');
  await shoot('iframe-done');
}

/** The camera, a lost connection in the middle and one at the beginning. */
async function shootTroubles(page: Page, company: DeviceCompany, shoot: Shoot): Promise<void> {
  const address = await company.makeAddress({
    bodySite: 'trunkFront',
    enableAlternativeCameraModule: '1',
    primary: '7a1fa2',
    fontFamily: 'Roboto',
  });
  await page.goto(address);
  await walkTo(page, 'photos');
  await page.getByTestId('camera').click();
  await page.locator('[data-testid=shutter]:enabled').waitFor();
  await shoot('iframe-camera');
  await page.getByTestId('shutter').click();
  await page.getByTestId('use-photo').waitFor();
  await shoot('iframe-camera-taken');
  await page.getByTestId('use-photo').click();
  await choosePhotos(page);
  await page.route('**/iframe/api/draft/analysis', (route) => route.abort('connectionreset'));
  await primary(page).click();
  await waitForStep(page, 'analysis');
  await page.getByRole('alert').waitFor();
  await shoot('iframe-analysis-waiting');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route('**/iframe/api/drafts', (route) => route.abort('connectionreset'));
  await page.goto(await company.makeAddress({ isForPatient: '1' }));
  await page.getByRole('alert').waitFor();
  await shoot('iframe-no-connection');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}
