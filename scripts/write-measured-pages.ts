// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eyesPage } from './eyes-page.ts';
import { performancePage, robustnessTables } from './model-performance-page.ts';
import { type Metrics, readMetrics } from './read-metrics.ts';

const start = '<!-- robustness: generated from metrics-robustness-*.json by `npm run reference` -->';
const end = '<!-- end of robustness -->';

/** The card with its table of robustness renewed; at its end where it has none yet. */
export function withRobustness(card: string, metrics: readonly Metrics[]): string {
  const from = card.indexOf(start);
  const to = card.indexOf(end);
  const before = from < 0 ? card.trimEnd() : card.slice(0, from).trimEnd();
  const after = to < 0 ? '' : card.slice(to + end.length).trim();
  const words =
    'Share of held-out pictures whose first condition stays after a disturbance, as the server answers; steady is not the same as right.';
  const section = `${start}\n\n## Robustness\n\n${words}\n\n${robustnessTables(metrics)}\n\n${end}`;
  return `${[before, section, after].filter((part) => part !== '').join('\n\n')}\n`;
}

/** A changed card has another checksum, and the server refuses a folder whose files are not those it lists. */
function writeCard(folder: string, card: string): void {
  const manifestPath = join(folder, 'model.json');
  const manifest = readFileSync(manifestPath, 'utf8');
  const sha256 = createHash('sha256').update(card).digest('hex');
  writeFileSync(join(folder, 'card.md'), card);
  writeFileSync(manifestPath, manifest.replace(/("card\.md": ")[0-9a-f]{64}"/, `$1${sha256}"`));
}

/** docs/reference/model-performance.md, docs/reference/eyes.md, and the robustness of the condition model in its card. */
export function writeMeasuredPages(root: string): void {
  const reference = join(root, 'docs', 'reference');
  const phantoms = readFileSync(join(reference, 'phantoms.md'), 'utf8');
  const metrics = readMetrics(root);
  writeFileSync(join(reference, 'eyes.md'), eyesPage(phantoms));
  writeFileSync(join(reference, 'model-performance.md'), performancePage(metrics, phantoms));
  const folder = join(root, 'models', 'condition-default');
  writeCard(folder, withRobustness(readFileSync(join(folder, 'card.md'), 'utf8'), ofCondition(metrics)));
}

export const ofCondition = (metrics: readonly Metrics[]): readonly Metrics[] =>
  metrics.filter(({ model }) => model === 'condition-default');
