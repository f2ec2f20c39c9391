// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { DiagnosisSupportResponse } from '@openderm/contract';
import sharp from 'sharp';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paintSkin, toBody, toJpeg } from '../fixtures/pictures.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let token: string;
beforeAll(async () => {
  tiny = await startTinyServer();
  token = await tiny.logIn();
});
afterAll(() => tiny?.close());

const schema = Compile(DiagnosisSupportResponse);

async function diagnose(body: string): Promise<DiagnosisSupportResponse> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(`${tiny.baseUrl}/diagnosis-support`, { method: 'POST', headers, body });
  const report: unknown = await answer.json();
  expect([answer.status, schema.Errors(report)]).toEqual([200, []]);
  return report as DiagnosisSupportResponse;
}

const totalOf = (conclusions: readonly { readonly probability: number }[]) =>
  conclusions.reduce((sum, { probability }) => sum + probability, 0);

describe('one photograph', () => {
  it('is answered with the whole catalogue, sorted, making 100 together', async () => {
    const { conclusion, imagingAnalysis, status, resourceType } = await diagnose(toBody([await toJpeg()]));
    expect([resourceType, status]).toEqual(['DiagnosticReport', 'preliminary']);
    for (const list of [conclusion, imagingAnalysis[0]?.conclusion ?? []]) {
      const probabilities = list.map(({ probability }) => probability);
      expect(list).toHaveLength(577);
      expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
      // Rounding to eight decimals, 577 times.
      expect(Math.abs(totalOf(list) - 100)).toBeLessThan(1e-5);
    }
    const noFinding = conclusion.find(({ code }) => code.text === 'Non-specific finding');
    expect(noFinding?.code.coding).toBeNull();
  });

  it('has heat maps as JPEG for the first five entries, and null after that', async () => {
    const { imagingAnalysis } = await diagnose(toBody([await toJpeg(paintSkin(400, 300))]));
    const [image] = imagingAnalysis;
    const maps = (image?.conclusion ?? []).map(({ explainability }) => explainability?.heatMap);
    expect(maps.slice(0, 5)).not.toContain(undefined);
    expect(maps.slice(5).every((map) => map === undefined)).toBe(true);
    const { format, width, height } = await sharp(Buffer.from(maps[0]?.data ?? '', 'base64')).metadata();
    expect({ format, width, height }).toEqual({
      format: 'jpeg',
      width: maps[0]?.width,
      height: maps[0]?.height,
    });
  });

  it('is described as received and echoed as labelled', async () => {
    const data = await toJpeg();
    const attachment = { data: data.toString('base64'), title: 'Arm, é 😀', contentType: 'image/png' };
    const { imagingAnalysis, issued } = await diagnose(
      JSON.stringify({ resourceType: 'ServiceRequest', payload: [{ contentAttachment: attachment }] }),
    );
    expect(imagingAnalysis[0]).toMatchObject({
      contentAttachment: { title: 'Arm, é 😀', contentType: 'image/png' },
      receivedImage: {
        contentType: 'image/jpeg',
        width: 320,
        height: 320,
        sha256: createHash('sha256').update(data).digest('hex'),
      },
    });
    expect(issued).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
  });

  it('gets the same answer again, but for name and times', async () => {
    const body = toBody([await toJpeg()]);
    const answers = await Promise.all([diagnose(body), diagnose(body), diagnose(body)]);
    const [first, ...others] = answers.map(({ identifier, issued, analysisDuration, ...rest }) => rest);
    for (const other of others) expect(other).toEqual(first);
    expect(new Set(answers.map(({ identifier }) => identifier.value)).size).toBe(3);
  });

  it('leaves a record without maps and without the photograph', async () => {
    const { identifier, conclusion } = await diagnose(toBody([await toJpeg()]));
    const record = await tiny.server.device.store.analyses.find(identifier.value);
    expect(record?.result.images).toHaveLength(1);
    expect(record?.result.conclusions[0]?.probability).toBeCloseTo(
      (conclusion[0]?.probability ?? 0) / 100,
      6,
    );
    expect(JSON.stringify(record)).not.toContain('heatMaps');
  });
});

describe('a picture that is not like the others', () => {
  const kinds = {
    'an 8-bit PNG': () => paintSkin().png().toBuffer(),
    'a 16-bit PNG': () => paintSkin().toColourspace('rgb16').png().toBuffer(),
    'a grey JPEG': () => paintSkin().greyscale().jpeg().toBuffer(),
    'a CMYK JPEG': () => paintSkin().toColourspace('cmyk').jpeg().toBuffer(),
    'a PNG with alpha': () => paintSkin().ensureAlpha(0.5).png().toBuffer(),
    'a WebP': () => paintSkin().webp().toBuffer(),
    'an AVIF': () => paintSkin().avif({ effort: 0 }).toBuffer(),
    'a progressive JPEG': () => paintSkin().jpeg({ progressive: true }).toBuffer(),
  };

  it.each(Object.entries(kinds))('is read: %s', async (_kind, paint) => {
    const { imagingAnalysis } = await diagnose(toBody([await paint()]));
    expect(imagingAnalysis[0]?.receivedImage).toMatchObject({ width: 320, height: 320 });
  });

  it('is turned upright first', async () => {
    const turned = await paintSkin(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { imagingAnalysis } = await diagnose(toBody([turned]));
    expect(imagingAnalysis[0]?.receivedImage).toMatchObject({ width: 300, height: 400 });
  });

  it('of one pixel is answered and not valid', async () => {
    const { imagingAnalysis, warnings } = await diagnose(toBody([await paintSkin(1, 1).png().toBuffer()]));
    expect(imagingAnalysis[0]?.mediaValidity).toMatchObject({ isValid: false });
    expect(imagingAnalysis[0]?.mediaValidity.reasons).toContain('lowResolution');
    expect(warnings).toContain('noValidImage');
  });
});

describe('several photographs', () => {
  it('are answered in order, and an invalid one stays out of the aggregate', async () => {
    const black = await paintSkin().linear(0, 0).jpeg().toBuffer();
    const good = await toJpeg(paintSkin(640, 640));
    const alone = await diagnose(toBody([good]));
    const together = await diagnose(toBody([black, good]));
    const validity = together.imagingAnalysis.map(({ mediaValidity }) => mediaValidity.isValid);
    expect(validity).toEqual([false, true]);
    expect(together.conclusion).toEqual(alone.conclusion);
    expect(together.imagingAnalysis[0]?.conclusion).toHaveLength(577);
    expect(together.imagingAnalysis[0]?.mediaValidity.reasons).toContain('tooDark');
  });

  it('may be twenty', async () => {
    const photo = await toJpeg(paintSkin(240, 240));
    expect((await diagnose(toBody(Array(20).fill(photo)))).imagingAnalysis).toHaveLength(20);
  });

  it('the last of two equal payloads counts, as in JSON', async () => {
    const [one, two] = [await toJpeg(), await toJpeg(paintSkin(300, 300))];
    const first = toBody([two, two]).slice(1, -1);
    const second = toBody([one]).slice(1, -1);
    expect((await diagnose(`{${first},${second}}`)).imagingAnalysis).toHaveLength(1);
  });
});

describe('the committed models', () => {
  const photos = globSync('examples/photos/*.jpg').toSorted();

  it('answer every sample photograph', async () => {
    expect(existsSync('models/condition-default/model.json')).toBe(true);
    const real = await startTinyServer({ OPENDERM_MODELS_DIR: 'models' });
    try {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await real.logIn()}` };
      const body = toBody(photos.map((photo) => readFileSync(photo)));
      const answer = await fetch(`${real.baseUrl}/diagnosis-support`, { method: 'POST', headers, body });
      const report = (await answer.json()) as DiagnosisSupportResponse;
      expect(schema.Errors(report)).toEqual([]);
      const validity = Object.fromEntries(
        report.imagingAnalysis.map(({ mediaValidity }, index) => [photos[index], mediaValidity.isValid]),
      );
      const unusable = ['examples/photos/blurred.jpg', 'examples/photos/not-skin.jpg'];
      expect(validity).toEqual(Object.fromEntries(photos.map((photo) => [photo, !unusable.includes(photo)])));
      expect(report.models.map(({ task }) => task)).toEqual(['condition-classification', 'media-validity']);
    } finally {
      await real.close();
    }
  });
});
