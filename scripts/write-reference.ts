// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeScores } from '../src/build/describe-scores.ts';
import { errorTable } from '../src/errors.ts';
import { leftOutScores } from './left-out-scores.ts';
import { configurationPage, errorsPage } from './reference-pages.ts';
import { scoresPage } from './scores-page.ts';
import { writeMeasuredPages } from './write-measured-pages.ts';

/* Writes the generated pages of docs/reference, phantoms.md apart: `npm run reference`. */
const root = join(import.meta.dirname, '..');
const reference = join(root, 'docs', 'reference');

writeFileSync(join(reference, 'errors.md'), errorsPage(errorTable));
writeFileSync(
  join(reference, 'configuration.md'),
  configurationPage(readFileSync(join(root, '.env.example'), 'utf8')),
);

const { questionnaires } = await describeScores({ licensedTexts: null });
writeFileSync(join(reference, 'scores.md'), scoresPage(questionnaires, leftOutScores));

writeMeasuredPages(root);
