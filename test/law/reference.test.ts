// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { leftOutScores } from '../../scripts/left-out-scores.ts';
import { configurationPage, errorsPage } from '../../scripts/reference-pages.ts';
import { scoresPage } from '../../scripts/scores-page.ts';
import { describeScores } from '../../src/build/describe-scores.ts';
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

  it('list the scores there are, with what was left out', async () => {
    const { questionnaires } = await describeScores({ licensedTexts: null });
    const page = scoresPage(questionnaires, leftOutScores);
    expect(readProjectFile('docs/reference/scores.md'), 'run `npm run reference`').toBe(page);
  });
});
