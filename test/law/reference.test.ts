// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { configurationPage, errorsPage } from '../../scripts/reference-pages.ts';
import { errorTable } from '../../src/errors.ts';
import { readProjectFile } from './house/list-project-files.ts';

describe('generated reference pages', () => {
  it('list the errors there are', () => {
    expect(readProjectFile('docs/reference/errors.md'), 'run `npm run reference`').toBe(
      errorsPage(errorTable),
    );
  });

  it('list the settings there are', () => {
    const page = configurationPage(readProjectFile('.env.example'));
    expect(readProjectFile('docs/reference/configuration.md'), 'run `npm run reference`').toBe(page);
  });
});
