// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireResponse } from '@openderm/contract';
import {
  type Answers,
  type ItemBlock,
  type ScoreEntry,
  textIn,
  toScores,
} from '../web/src/scores/to-scores.ts';
import type { LeftOutScore } from './left-out-scores.ts';

/** The page that lists every score as `/v1/questionnaires` describes it, and what was not implemented. */
export function scoresPage(list: readonly QuestionnaireResponse[], leftOut: readonly LeftOutScore[]): string {
  const scores = toScores(list, 'en');
  return [
    '# Scores\n',
    '<!-- Generated from src/scoring by `npm run reference`: change that, then run it again. -->\n',
    `${scores.length} scoring systems, the reference API's first. A running device shows the same at \`/docs/scores\` and answers it at`,
    '`/v1/questionnaires`. Decision support only: a clinician reviews every score.\n',
    '*Still to be looked up* names facts that come from reviews or from memory until somebody opens the first source; answers',
    'carry `verification: "pending"` for them. *A local convention* means that nobody has published any and these are ours.',
    'Every example is executed by the tests. What is not here, and why, stands [at the end](#not-implemented).\n',
    ...overview(scores),
    ...scores.flatMap(scoreSection),
    ...leftOutSection(leftOut),
  ].join('\n');
}

function overview(scores: readonly ScoreEntry[]): readonly string[] {
  const rows = scores.map(({ code, title, isFromPhotograph, facts }) =>
    row([
      `[\`${code}\`](#${code.toLowerCase()})`,
      title,
      isFromPhotograph ? 'photograph' : 'person',
      facts.validated ? 'published' : '**not validated**',
      facts.verification,
      facts.licence.terms === 'open' ? 'open' : 'scoring only',
    ]),
  );
  return [
    '| code | title | answered by | instrument | facts | wording |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

function scoreSection(score: ScoreEntry): readonly string[] {
  return [
    `## ${score.code}\n`,
    `**${score.title}.** ${score.description} *${score.notFor}*\n`,
    '| | |',
    '|---|---|',
    ...factRows(score),
    '',
    ...score.forms.flatMap(({ identifier, mode, blocks, needsOneAnswer }) => [
      `Items of \`${identifier}\` (${modeWords[mode]})${needsOneAnswer ? ', at least one of which has to be answered' : ''}:\n`,
      ...blocks.flatMap(blockLines),
      '',
    ]),
    ...exampleLines(score),
  ];
}

const modeWords = { local: 'one body site', global: 'the person, or the whole body' } as const;

function factRows({ facts, conditions, isScaledBySite }: ScoreEntry): readonly string[] {
  const { minimalImportantDifference: difference, range, licence, responses } = facts;
  const named = (conditions ?? []).map(({ code, name }) => (name === code ? code : `${name} (${code})`));
  return [
    row(['made for', conditions === null ? 'any condition' : named.join(', ')]),
    row(['formula', facts.formula]),
    row([
      'range',
      `${rangeWords(range)}; ${facts.direction === 'higherIsWorse' ? 'higher is worse' : 'higher is better'}`,
    ]),
    row(['bands', bandWords(facts, isScaledBySite)]),
    ...(facts.bandsSource === null ? [] : [row(['source of the bands', cited(facts.bandsSource)])]),
    ...(responses.length === 0
      ? []
      : [
          row([
            'responses',
            responses.map(({ name, reductionPercent }) => `${name}: -${reductionPercent} %`).join(', '),
          ]),
        ]),
    ...(difference === null
      ? []
      : [row(['smallest important change', `${difference.points} points. ${cited(difference.source)}`])]),
    row(['source', cited(facts.source)]),
    row(['licence', `${licence.holder === null ? '' : `${licence.holder}. `}${licence.note}`]),
    row(['validated', facts.validated ? 'a published instrument' : '**no**: an open index of our own']),
    row(['still to be looked up', facts.pendingFacts.join(', ') || 'nothing']),
  ];
}

function bandWords({ bands, bandsBasis }: QuestionnaireResponse, isScaledBySite: boolean): string {
  if (bands === null) return 'none published, so the answer has none';
  const words = bands.map((band) => `${textIn(band.category, 'en')}: ${rangeWords(band)}`).join('; ');
  const scaled = isScaledBySite ? '. On one site: times the weight of its region' : '';
  return `${words}${scaled}${bandsBasis === 'localConvention' ? '. **A local convention**' : ''}`;
}

type Bounds = Pick<QuestionnaireResponse['range'], 'from' | 'to' | 'fromInclusive' | 'toInclusive'>;

function rangeWords({ from, to, fromInclusive, toInclusive }: Bounds): string {
  if (from === to) return String(from);
  const lower = `${fromInclusive ? '≥' : '>'} ${from}`;
  return to === null ? lower : `${lower}, ${toInclusive ? '≤' : '<'} ${to}`;
}

function cited({ citation, url }: { readonly citation: string; readonly url?: string }): string {
  return url === undefined ? citation : `${citation} <${url}>`;
}

/** Places first, then what is asked of each. */
function blockLines({ places, sets }: ItemBlock): readonly string[] {
  const optional = places.some(({ isRequired }) => !isRequired) ? ', each of which may be left out' : '';
  const names = places.map(({ code, name }) => `${name} \`${code}\``).join(', ');
  const indent = places.length > 0 ? '  ' : '';
  return [
    ...(places.length > 0 ? [`- ${names}${optional}:`] : []),
    ...sets.map(({ items, answers }) => {
      const asked = items.map(
        ({ code, name, isRequired, isSeen }) =>
          `${name} \`${code}\`${isSeen ? ' (photograph)' : ''}${isRequired ? '' : ' (optional)'}`,
      );
      return `${indent}- ${asked.join(', ')}: ${answerWords(answers)}`;
    }),
  ];
}

function answerWords(answers: Answers): string {
  if (answers.kind === 'words')
    return answers.options.map(({ value, text }) => `${value} ${text}`).join(', ');
  if (answers.kind === 'values') return answers.values.join(', ');
  const { minimum, maximum, decimals } = answers;
  const bounds = maximum === null ? `${minimum} or more` : `${minimum} to ${maximum}`;
  return `${bounds}, ${decimals === 0 ? 'whole numbers' : `in steps of ${10 ** -decimals}`}`;
}

function exampleLines({ questionnaires }: ScoreEntry): readonly string[] {
  return questionnaires.flatMap(({ workedExample, bands, identifier }) => {
    if (workedExample === null) return [];
    const { score, category, bodySite, item } = workedExample;
    const band = bands?.find(({ code }) => code === category);
    const reading = band === undefined ? String(score) : `${score}, ${textIn(band.category, 'en')}`;
    const where = bodySite === null ? '' : ` on \`${bodySite}\``;
    return [`Example (\`${identifier}\`${where}): ${givenWords(item)}: **${reading}**.\n`];
  });
}

/** Of longer lists, what is not 0. */
const longestList = 12;

function givenWords(answers: unknown): string {
  const given = listGiven(answers, []);
  const isLong = given.length > longestList;
  const shown = isLong ? given.filter(({ value }) => value !== 0) : given;
  const words = shown.map(({ path, value }) => `\`${path}\` ${value}`).join(', ');
  return shown.length < given.length ? `${words}, all others 0` : words;
}

interface Given {
  readonly path: string;
  readonly value: number;
}

function listGiven(answers: unknown, above: readonly string[]): readonly Given[] {
  if (typeof answers === 'number') return [{ path: above.join('.'), value: answers }];
  return Object.entries(Object(answers)).flatMap(([code, inner]) => listGiven(inner, [...above, code]));
}

function leftOutSection(leftOut: readonly LeftOutScore[]): readonly string[] {
  return [
    '## Not implemented\n',
    'Instruments that one may look for here, and the reason why they are not. A pull request that brings the first source, and',
    'where needed the permission, is welcome.\n',
    '| instrument | why not |',
    '|---|---|',
    ...leftOut.map(({ name, reason }) => row([name, reason])),
    '',
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
