// SPDX-License-Identifier: Apache-2.0
import type { Company } from '../../record/company.ts';
import { setInColumns } from '../terminal/columns.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { timeWords } from './time-words.ts';

const nothing = '-';
const columns = [{ widthColumns: 22 }];

/** The settings of a company, a line each; lists have a line for each entry. */
export function printCompany(company: Company, terminal: Terminal): void {
  const rows = listSettings(company).flatMap(([name, values]) =>
    (values.length === 0 ? [nothing] : values).map((value, index) => [
      terminal.paint('dim', index === 0 ? name : ''),
      value,
    ]),
  );
  for (const line of setInColumns(rows, columns)) terminal.print(line);
}

function listSettings(company: Company): readonly (readonly [string, readonly string[]])[] {
  const { theme, retention } = company;
  const days = (count: number | null) => [count === null ? nothing : `${count} days`];
  return [
    ['name', [company.name]],
    ['id', [company.id]],
    ['since', [timeWords(company.createdAtMs)]],
    ['locale', [company.locale]],
    ['threshold', [`${toPercent(company.confidenceThreshold)} %`]],
    ['allowed origins', company.allowedOrigins],
    ['callbacks', company.callbackUrls],
    ['primary colour', [theme.primary ?? nothing]],
    ['secondary colour', [theme.secondary ?? nothing]],
    ['font', [theme.fontFamily ?? nothing]],
    ['logo', [theme.logo === null ? nothing : (theme.logo.split(';')[0]?.replace('data:', '') ?? nothing)]],
    ['questions', company.anamnesis.map(({ id, text }) => `${id}: ${Object.values(text)[0] ?? ''}`)],
    ['reports kept', days(retention.reportsDays)],
    ['pictures kept', days(retention.imagesDays)],
    ['audit log kept', days(retention.auditDays)],
  ];
}

/** A share as a percentage without the dust of binary fractions. */
function toPercent(share: number): number {
  return Number((share * 100).toFixed(4));
}
