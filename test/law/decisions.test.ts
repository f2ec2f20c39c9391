// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { listProjectFiles, readProjectFile } from './house/list-project-files.ts';

const records = listProjectFiles().filter((path) => /^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/.test(path));
const manifests = listProjectFiles().filter((path) => /(^|\/)package\.json$/.test(path));

describe('decision records', () => {
  it('explain every package that ships', () => {
    const told = records.map(readProjectFile).join('\n');
    const silent = manifests
      .flatMap(runtimePackages)
      .filter(({ name }) => !told.includes(`\`${name}\``))
      .map(
        ({ name, manifest }) =>
          `${name} (${manifest}): write why in docs/decisions, with the file that wraps it`,
      );
    expect(silent).toEqual([]);
  });

  it('are numbered without a gap and say context, choice and consequences', () => {
    expect(records.map((path) => Number(path.slice(15, 19)))).toEqual(records.map((_, index) => index + 1));
    const incomplete = records.filter((path) =>
      ['## Context', '## Choice', '## Consequences'].some(
        (heading) => !readProjectFile(path).includes(heading),
      ),
    );
    expect(incomplete).toEqual([]);
  });

  it('are all in the index', () => {
    const index = readProjectFile('docs/decisions/README.md');
    expect(records.filter((path) => !index.includes(path.replace('docs/decisions/', '')))).toEqual([]);
  });
});

interface RuntimePackage {
  readonly name: string;
  readonly manifest: string;
}

function runtimePackages(manifest: string): readonly RuntimePackage[] {
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readProjectFile(manifest));
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  return names.filter((name) => !name.startsWith('@openderm/')).map((name) => ({ name, manifest }));
}
