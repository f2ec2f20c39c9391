// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPython } from '../fixtures/find-python.ts';
import { canRun } from '../fixtures/guards.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { typeInTerminal } from '../fixtures/type-in-terminal.ts';

const program = resolve(import.meta.dirname, '../../src/cli/openderm.ts');
/** Neither a database nor a model can be opened here. */
const env = { OPENDERM_DATA_DIR: '/dev/null/data', OPENDERM_MODELS_DIR: '/dev/null/models' };

const openderm = (words: readonly string[], input = '') =>
  runCommand(process.execPath, [program, 'severity', ...words], { env, input });

describe('openderm severity', () => {
  it('scores answers from flags and from standard input, without server, database and models', async () => {
    const flags = [
      '--item',
      'area=3',
      '--item',
      'erythema=3',
      '--item',
      'induration=2',
      '--item',
      'desquamation=2',
    ];
    const fromFlags = await openderm(['pasi', '--site', 'trunkFront', ...flags]);
    expect(fromFlags).toMatchObject({ status: 0, stderr: '' });
    expect(fromFlags.stdout).toContain('6.3  Severe');
    const answers = '{"area": 3, "erythema": 3, "induration": 2, "desquamation": 2}';
    const { stdout } = await openderm(['pasi', '-', '--site', 'trunkFront', '--json'], answers);
    expect(JSON.parse(stdout)).toMatchObject({ value: 6.3, band: { category: 'Severe' } });
  });

  it('prints every fault and ends with 1', async () => {
    const { status, stdout, stderr } = await openderm(['pasi', '--item', 'erythema=7', '--item', 'itch=1']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    for (const name of ['--site', 'surface', 'erythema', 'induration', 'desquamation', 'itch'])
      expect(stderr).toMatch(new RegExp(`^x ${name}: `, 'm'));
  });
});

const python = findPython();

describe.runIf(canRun('python3-requests', python.missing))('openderm severity at a keyboard', () => {
  const type = (...typed: readonly string[]) =>
    typeInTerminal([process.execPath, program, 'severity', 'pasi', '--form', 'pasiLocal'], typed, {
      python: python.command,
      env,
    });

  it('asks one by one, again where an answer is not allowed', async () => {
    const { status, stdout } = await type('trunkFront\r', '3\r', '9\r', '3\r', '2\r', '2\r');
    expect(status).toBe(0);
    expect(stdout).toContain('Please answer with one of these: 0 None');
    expect(stdout).toMatch(/6\.3 {2}Severe/);
  });

  it.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('ends politely with %s', async (_, key) => {
    const { status, stdout } = await type('trunkFront\r', key);
    expect(status).toBe(1);
    expect(stdout.trim().endsWith('Ended; nothing was scored.')).toBe(true);
  });
});
