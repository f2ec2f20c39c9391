// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireResponse, QuestionnairesResponse } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillIn, isWithin, toRequest } from '../fixtures/generic-client.ts';
import { systemForms } from '../fixtures/score-of.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let token: string;
let questionnaires: QuestionnairesResponse;
beforeAll(async () => {
  tiny = await startTinyServer();
  token = await tiny.logIn();
  questionnaires = (await (await fetch(`${tiny.baseUrl}/questionnaires`)).json()) as QuestionnairesResponse;
});
afterAll(() => tiny?.close());

/** Names for the tests; all a test knows of a form it reads from the server. */
const identifiers = systemForms
  .filter(({ system }) => system.input === 'questionnaire')
  .map(({ form }) => form.identifier);

function find(identifier: string): QuestionnaireResponse {
  const found = questionnaires.find((each) => each.identifier === identifier);
  if (found === undefined) throw new Error(`there is no questionnaire ${identifier}`);
  return found;
}

async function submit({ path }: QuestionnaireResponse, body: object): Promise<Response> {
  return fetch(`${tiny.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

interface Answer {
  readonly patientEvolution?: Readonly<Record<string, { readonly score: { readonly value: number } } | null>>;
}

/** The score, or what the server said instead. */
async function scoreOf(questionnaire: QuestionnaireResponse, body: object): Promise<number | string> {
  const answer = await submit(questionnaire, body);
  const text = await answer.text();
  const { patientEvolution } = JSON.parse(text) as Answer;
  return (
    patientEvolution?.[questionnaire.code]?.score.value ??
    `${answer.status} ${text} for ${JSON.stringify(body)}`
  );
}

/** Forms filled in by chance, for each questionnaire. */
const tries = 8;

describe.each(identifiers)('a client that knows %s from /v1/questionnaires alone', (identifier) => {
  const fillings = ['lowest', 'highest', ...Array.from({ length: tries }, (_, seed) => seed)] as const;

  it('fills in forms that are answered with a score in the printed range', async () => {
    const questionnaire = find(identifier);
    for (const how of fillings) {
      const score = await scoreOf(questionnaire, toRequest(questionnaire, fillIn(questionnaire, how)));
      expect(score).toBeTypeOf('number');
      expect([score, isWithin(Number(score), questionnaire.range)]).toEqual([score, true]);
    }
  });

  it('can send the printed example as it stands', async () => {
    const questionnaire = find(identifier);
    expect(await scoreOf(questionnaire, questionnaire.example as object)).toBeTypeOf('number');
  });

  it('is told which field it left out', async () => {
    const questionnaire = find(identifier);
    const answer = await submit(questionnaire, toRequest(questionnaire, {}));
    const { detail } = (await answer.json()) as { detail: readonly { loc: readonly string[] }[] };
    const base = ['body', 'scoringSystem', questionnaire.code, 'questionnaireResponse', 'item'];
    expect(answer.status).toBe(422);
    expect(detail.map(({ loc }) => loc.slice(0, base.length))).toEqual(detail.map(() => base));
  });
});
