// SPDX-License-Identifier: Apache-2.0
import { type EyeCard, eyeCards } from '../src/vision/eyes/eye-cards.ts';
import { generated, table } from './markdown-table.ts';
import { type PhantomRow, readPhantomRows } from './phantom-rows.ts';

/** Whose row of the report on rendered skin it is. */
export const belongsTo = ({ phantoms }: EyeCard, { what }: PhantomRow): boolean =>
  phantoms.some((start) => what.startsWith(start));

const learnedCards = {
  'acne-detection': '[acne-default](../../models/acne-default/card.md)',
  'lesion-segmentation': '[segmentation-default](../../models/segmentation-default/card.md)',
} as const;

function kindInWords({ kind, learnedBy }: EyeCard): string {
  if (learnedBy === null)
    return `**${kind}**: rules of ours, nothing learned, never checked against clinicians.`;
  return `**${kind}**: learned by ${learnedCards[learnedBy]}; measured where the model set has no such net.`;
}

function card(name: string, eye: EyeCard, rows: readonly PhantomRow[]): string {
  const mine = rows
    .filter((row) => belongsTo(eye, row))
    .map(({ what, n, correlation, error, shortfalls }) => [what, n, correlation, error, shortfalls]);
  const said = [...eye.signs, ...eye.figures].map((one) => (one.includes(' ') ? one : `\`${one}\``));
  return [
    `## ${eye.title}\n`,
    `\`${name}\`, ${kindInWords(eye)} Says: ${said.join(', ')}.\n`,
    `${eye.how}\n`,
    `Numbers chosen on: ${eye.chosenOn}\n`,
    'On rendered skin (no clinical evidence):\n',
    table(['what', 'n', 'rank correlation', 'mean error of mean truth', 'falls short of the aim in'], mine),
    '\nWhere it fails:\n',
    ...eye.failures.map((failure) => `- ${failure}`),
    '',
  ].join('\n');
}

/** The cards of all eyes. @param phantoms text of docs/reference/phantoms.md */
export function eyesPage(phantoms: string): string {
  const rows = readPhantomRows(phantoms);
  return [
    '# The eyes: a card for each\n',
    generated('src/vision/eyes/eye-cards.ts and docs/reference/phantoms.md', 'npm run reference'),
    'What reads severity from a photograph, eye by eye: learned or measured, on what, how well, and where it fails. Decision support',
    'only. Every answer says for each item whether it was `measured` or `learned`, and how sure it is.\n',
    'Rank correlation is Spearman over all skin tones, of what was drawn with what was said; tones one by one: [phantoms.md](phantoms.md).',
    'Figures of the learned models on photographs: [model-performance.md](model-performance.md).\n',
    ...Object.entries(eyeCards).map(([name, eye]) => card(name, eye, rows)),
  ].join('\n');
}
