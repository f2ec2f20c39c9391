// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onDisk, toDiskFailure } from './disk-failure.ts';

describe('what a disk refuses', () => {
  it.runIf(process.platform === 'linux')('is that it is full, as the system says it', async () => {
    const write = async () => {
      await using file = await open('/dev/full', 'w');
      await file.writeFile('x');
    };
    await expect(onDisk(write)).rejects.toMatchObject({
      code: 'storageFull',
      details: { retryAfterS: 60 },
      cause: { code: 'ENOSPC' },
    });
  });

  it('is passed on as it is where it is a fault of ours', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'openderm-disk-'));
    await expect(onDisk(() => open(join(folder, 'nothing')))).rejects.toMatchObject({ code: 'ENOENT' });
    await rm(folder, { recursive: true });
    const fault = new TypeError('a fault of ours');
    expect(toDiskFailure(fault)).toBe(fault);
    expect(toDiskFailure('words')).toBe('words');
  });
});
