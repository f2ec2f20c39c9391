// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import type { ScoringSystem } from '../scoring/scoring-system.ts';
import { UsageError } from './cli-context.ts';
import { printScore } from './printing/print-score.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import type { Clinic, OpenClinic } from './severity/clinic.ts';
import { type JudgingContext, judgeAnswers } from './severity/judge-answers.ts';
import { printSystems } from './severity/print-systems.ts';
import { toScoreJson } from './severity/score-json.ts';

export interface SeverityContext extends JudgingContext {
  readonly openClinic: OpenClinic;
  noteFailure(): void;
}

const locales: readonly CatalogueLocale[] = ['en', 'es', 'fr', 'de'];

const severityArgs = {
  code: {
    type: 'positional',
    description: 'Scoring system, e.g. pasi; without it all are listed',
    required: false,
  },
  answers: {
    type: 'positional',
    description: '- reads the answers from standard input as JSON',
    required: false,
  },
  item: { type: 'string', description: 'An answer, name=value or region.name=value; may be repeated' },
  items: { type: 'string', description: 'JSON file with the answers' },
  form: { type: 'string', description: 'Which way to answer, e.g. pasiLocal for one body site' },
  site: { type: 'string', description: 'Body site, e.g. armLeft' },
  locale: { type: 'string', description: 'Language: en, es, fr or de', default: 'en' },
  json: { type: 'boolean', description: 'Print JSON' },
} as const;

/** `openderm severity`: scores answers, or asks for them one by one. */
export function createSeverityCommand(context: SeverityContext): CommandDef<typeof severityArgs> {
  return defineCommand({
    meta: { name: 'severity', description: 'Score answers: PASI, SCORAD, DLQI and others; lists them all' },
    args: severityArgs,
    async run({ args, rawArgs }) {
      refuseStrayWords(args, severityArgs);
      const clinic = await context.openClinic(readLocale(args.locale));
      const { terminal } = context;
      if (args.code === undefined) {
        if (args.json) terminal.print(JSON.stringify(clinic.systems.map(toListed(clinic)), null, 2));
        else printSystems(clinic, terminal);
        return;
      }
      const system = findSystem(args.code, clinic);
      const judged = await judgeAnswers(
        system,
        { given: args, items: readRepeated(rawArgs, 'item') },
        { clinic, context },
      );
      if (judged === null) return context.noteFailure();
      if (args.json) terminal.print(JSON.stringify(toScoreJson(judged, clinic), null, 2));
      else printScore(judged, clinic, terminal);
    },
  });
}

function toListed(clinic: Clinic) {
  return (system: ScoringSystem) => ({
    code: system.code,
    title: clinic.title(system),
    input: system.input,
    forms: system.forms.map(({ identifier, mode }) => ({ identifier, mode })),
  });
}

/** @throws UsageError */
function readLocale(given: string): CatalogueLocale {
  const locale = locales.find((each) => each === given);
  if (locale === undefined) throw new UsageError(`--locale ${given}: there are ${locales.join(', ')}.`);
  return locale;
}

/** The library keeps the last of several; `--item` may be given for each answer. */
function readRepeated(words: readonly string[], name: string): readonly string[] {
  return words.flatMap((word, at) => {
    if (word.startsWith(`--${name}=`)) return [word.slice(name.length + 3)];
    return words[at - 1] === `--${name}` ? [word] : [];
  });
}

/** @throws UsageError with the nearest spellings */
function findSystem(code: string, { systems, findNearest }: Clinic): ScoringSystem {
  const system = systems.find((each) => each.code === code);
  if (system !== undefined) return system;
  const near = findNearest(
    code,
    systems.map((each) => each.code),
  );
  const hint = near.length > 0 ? `Nearest: ${near.join(', ')}.` : 'openderm severity lists all.';
  throw new UsageError(`There is no scoring system ${code}. ${hint}`);
}
