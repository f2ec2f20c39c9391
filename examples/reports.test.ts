// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canRun } from '../test/fixtures/guards.ts';
import { findPostgres } from '../test/fixtures/postgres.ts';
import { runCommand } from '../test/fixtures/run-command.ts';

const root = resolve(import.meta.dirname, '..');

describe.runIf(canRun('postgres', findPostgres().missing))('npm run example:reports', () => {
  it('takes reports through every format on every place, as the README says', {
    timeout: 600_000,
  }, async () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('npm run example:reports');
    const [command, ...args] = String(scripts['example:reports']).split(' ');
    expect(command).toBe('node');
    const { status, stdout, stderr } = await runCommand(process.execPath, args, { cwd: root });
    const lines = stdout.trimEnd().split('\n');
    expect([status, stderr, stdout]).toEqual([0, '', expect.not.stringContaining('NOT OK')]);
    expect(lines.filter((line) => line.startsWith('Reports on '))).toEqual([
      'Reports on SQLite and a folder',
      'Reports on Postgres and S3',
    ]);
    const passed = lines.filter((line) => line.startsWith('  ok  ')).length;
    expect(lines.at(-1)).toBe(`${passed} passed, 0 failed`);
    for (const format of ['raw', 'fhir', 'fhir-r4', 'pdf', 'dicom'])
      expect(lines.filter((line) => line.startsWith(`  ok  reads it as ${format}:`))).toHaveLength(2);
  });
});
