// SPDX-License-Identifier: Apache-2.0
// The reports that /docs offers for download, made anew from the sample photographs: `npm run samples`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSampleReports } from './make-sample-reports.ts';

const samplesDir = join(import.meta.dirname, '..', 'web', 'public', 'samples');

mkdirSync(samplesDir, { recursive: true });
for (const [name, text] of await makeSampleReports()) writeFileSync(join(samplesDir, name), text);
