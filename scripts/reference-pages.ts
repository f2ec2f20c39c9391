// SPDX-License-Identifier: Apache-2.0
import { generated } from './markdown-table.ts';

/** A row of the error table, as src/errors.ts keeps it. */
export interface ErrorRow {
  readonly status: number;
  readonly message: string;
}

/** The page that lists every expected failure, by HTTP status. */
export function errorsPage(table: Readonly<Record<string, ErrorRow>>): string {
  const rows = Object.entries(table)
    .toSorted(([, a], [, b]) => a.status - b.status)
    .map(([code, { status, message }]) => `| ${status} | \`${code}\` | ${message} |`);
  return [
    '# Errors\n',
    generated('src/errors.ts', 'npm run reference'),
    'Codes are stable and never reused: switch on them, not on the words. The device API answers 422 in the reference form,',
    '`{"detail": [{"type", "msg", "loc"}]}`, one entry for each offending field. 429 and 503 carry `Retry-After` in seconds.',
    'Bad input never yields a 5xx; `internal` is a fault of ours, and the log has it under the id of the request.\n',
    '| status | code | message |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** One setting of `.env.example`. */
export interface Setting {
  readonly name: string;
  readonly defaultValue: string;
  readonly meaning: string;
}

/** Settings of an `.env.example`: comment lines, then `NAME=default`, itself commented out where there is none. */
export function parseSettings(envExample: string): readonly Setting[] {
  const settings: Setting[] = [];
  let meaning: string[] = [];
  for (const line of envExample.split('\n')) {
    const setting = /^#?\s*(OPENDERM_[A-Z0-9_]+)=(.*)$/.exec(line);
    if (setting)
      settings.push({ name: setting[1] ?? '', defaultValue: setting[2] ?? '', meaning: meaning.join(' ') });
    meaning = line.startsWith('#') && !setting ? [...meaning, line.replace(/^#\s?/, '').trim()] : [];
  }
  return settings;
}

/** The page that lists every setting with default and meaning. */
export function configurationPage(envExample: string): string {
  const rows = parseSettings(envExample).map(
    ({ name, defaultValue, meaning }) =>
      `| \`${name}\` | ${defaultValue === '' ? '(empty)' : `\`${defaultValue}\``} | ${meaning.replaceAll('|', '\\|')} |`,
  );
  return [
    '# Configuration\n',
    generated('.env.example', 'npm run reference'),
    'From the environment only; copy `.env.example` to `.env` and change what you need. All problems are printed at once,',
    'and the server does not start with one.\n',
    '| variable | default | meaning |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
