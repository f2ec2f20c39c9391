// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import type { LicensedTexts } from '../catalogue/licensed-texts.ts';
import { checkLicensedTexts } from '../device/check-licensed-texts.ts';
import type { ScoringSystem } from '../scoring/scoring-system.ts';

/** Everything that is wrong with the operator's file of licensed wordings, one line each. */
export class LicensedTextsError extends Error {
  readonly problems: readonly string[];

  constructor(path: string, problems: readonly string[]) {
    const lines = problems.map((problem) => `  ${problem}`);
    super([`The licensed texts in ${path} (OPENDERM_LICENSED_TEXTS) cannot be used:`, ...lines].join('\n'));
    this.name = 'LicensedTextsError';
    this.problems = problems;
  }
}

/** The operator's licensed wordings; none where no file is named. @throws LicensedTextsError */
export async function readLicensedTexts(
  path: string | null,
  systems: readonly ScoringSystem[],
): Promise<LicensedTexts> {
  if (path === null) return {};
  const checked = checkLicensedTexts(await readJson(path), systems);
  if (checked.problems !== undefined) throw new LicensedTextsError(path, checked.problems);
  return checked.texts;
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new LicensedTextsError(path, [`the file cannot be read (${error.code ?? error.message})`]);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LicensedTextsError(path, [`the file is no JSON: ${(error as Error).message}`]);
  }
}
