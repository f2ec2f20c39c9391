// SPDX-License-Identifier: Apache-2.0
import { QuestionnairesQuery, QuestionnairesResponse } from '@openderm/contract';
import responseExample from '@openderm/contract/examples/questionnaires.response.json' with { type: 'json' };
import type { FastifyTypeProviderDefault } from 'fastify';
import { createAnswerCache } from './answer-cache.ts';
import type { App } from './app.ts';
import { sendCached, toCached } from './cached-json.ts';
import { toErrorSchemas } from './error-schemas.ts';
import { passesFilter, refuseUnknownFilters } from './questionnaire-filter.ts';

interface Questionnaires {
  readonly questionnaires: QuestionnairesResponse;
  /** ICD-11 codes of the catalogue. */
  readonly icd11Codes: readonly string[];
}

/** The whole list is about a megabyte: a dozen filtered ones beside it. */
const maxKeptBytes = 12 * 1024 * 1024;

/** Every way to answer every scoring system; the same under both versions of the path. */
export function routeQuestionnaires(app: App, { questionnaires, icd11Codes }: Questionnaires): void {
  // A cached answer may be a 304, which the typed replies of the 200 schema do not know.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const all = toCached(questionnaires);
  const written = questionnaires.map((each) => JSON.stringify(each));
  const systems = [...new Set(questionnaires.map(({ code }) => code))];
  const cache = createAnswerCache(maxKeptBytes);
  const choose = (filter: QuestionnairesQuery) =>
    written.filter((_, index) => {
      const questionnaire = questionnaires[index];
      return questionnaire !== undefined && passesFilter(questionnaire, filter);
    });
  for (const version of ['v1', 'v2.0']) {
    routes.get(`/${version}/questionnaires`, {
      schema: {
        tags: ['Helpers'],
        operationId: version === 'v1' ? 'questionnaires' : 'questionnairesV2',
        summary: 'Scoring systems: what each asks, how it is counted and read',
        querystring: QuestionnairesQuery,
        response: {
          200: { ...QuestionnairesResponse, examples: [responseExample] },
          ...toErrorSchemas('invalidRequest'),
        },
      },
      handler: (request, reply) => {
        const filter = request.query as QuestionnairesQuery;
        const { code, pathology } = filter;
        if (code === undefined && pathology === undefined) return sendCached(all, request, reply);
        refuseUnknownFilters(filter, { systems, icd11: icd11Codes });
        const answer = cache.get(JSON.stringify([code, pathology]), () => choose(filter));
        return sendCached(answer, request, reply);
      },
    });
  }
}
