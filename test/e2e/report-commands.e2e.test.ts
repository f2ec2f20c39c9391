// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { RawReport } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataFolder, type DataFolder } from '../fixtures/data-folder.ts';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { runCommand } from '../fixtures/run-command.ts';

let folder: DataFolder;
let device: DeviceProcess;
beforeAll(async () => {
  folder = await createDataFolder();
  device = await startDevice({ dataDir: folder.path, settings: { OPENDERM_WORKERS: '1' } });
});
afterAll(async () => {
  await device?.end('SIGTERM');
  await folder?.[Symbol.asyncDispose]();
});

async function openderm(...words: readonly string[]): Promise<string> {
  const env = { OPENDERM_DATA_DIR: folder.path };
  const { status, stdout, stderr } = await runCommand('node', ['src/cli/openderm.ts', ...words], { env });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return stdout.trim();
}

async function ask(path: string, token: string, body?: object) {
  const headers = { 'x-api-token': token, 'content-type': 'application/json' };
  const answer = await fetch(`${device.origin}/s2s-api/v3${path}`, {
    headers,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: answer.status, ...((await answer.json()) as { data: RawReport }) };
}

describe('from the command line to a report', () => {
  it('an operator lets a company in beside the running server, and out again', async () => {
    const company = await openderm('company', 'add', 'Clínica Norte', '--locale', 'es', '--threshold', '40');
    const token = await openderm('token', 'add', company);
    const photograph = readFileSync('examples/photos/melanoma-1.jpg').toString('base64');
    const appKey = await openderm('app-key', 'add', company);
    const made = await ask('/anonymous-diagnostic-reports', token, {
      bodySite: 'trunkFront',
      images: [photograph],
    });
    expect([made.status, made.data.locale, made.data.pathology?.code]).toEqual([
      200,
      'es',
      'Cutaneous melanoma',
    ]);
    expect([made.data.url, made.data.pdf].join()).not.toContain(appKey);
    expect(made.data.url).toContain(made.data.id);
    const picture = await fetch(made.data.result.observations[0]?.media.url ?? '');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const pdf = await fetch(
      `${device.origin}/s2s-api/v3/anonymous-diagnostic-reports/${made.data.id}?format=pdf`,
      {
        headers: { 'x-api-token': token },
      },
    );
    expect([pdf.status, pdf.redirected, pdf.headers.get('content-type')]).toEqual([
      200,
      true,
      'application/pdf',
    ]);
    const [listed] = JSON.parse(await openderm('token', 'list', company, '--json')) as { id: string }[];
    await openderm('token', 'revoke', listed?.id ?? '');
    expect((await ask(`/anonymous-diagnostic-reports/${made.data.id}`, token)).status).toBe(401);
    expect(device.output()).not.toContain(token);
  });
});
