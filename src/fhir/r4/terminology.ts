// SPDX-License-Identifier: Apache-2.0
import type { Coding } from '@medplum/fhirtypes';
import type { QuestionnaireSources } from '../questionnaire-list.ts';
import type { Canonical } from './canonical.ts';
import { toBodySiteConcepts, toConditionConcepts } from './catalogue-concepts.ts';
import { type OwnConcept, ownConcepts } from './own-concepts.ts';
import {
  toAnswerConcepts,
  toBandConcepts,
  toScoreConcepts,
  toScoreWarningConcepts,
} from './score-concepts.ts';

/** A code system of ours; its id is the last part of its address. */
export interface OwnCodeSystem {
  readonly id: string;
  readonly title: string;
  readonly concepts: readonly OwnConcept[];
}

export type CodeSystemId = keyof typeof titles;

const titles = {
  condition: 'Conditions of the catalogue',
  'body-site': 'Body sites',
  observation: 'Observations of a report',
  figure: 'Figures of a report',
  score: 'Scores of severity and their forms',
  'score-answer': 'Answers in words to questions of scores',
  'score-band': 'Ranges of scores',
  'severity-level': 'Levels of severity',
  warning: 'Warnings',
  'photograph-fault': 'Faults of photographs',
  modality: 'Kinds of photographs',
  picture: 'Pictures of a report',
  method: 'Ways of reading a value',
  'model-task': 'Tasks of models',
} as const;

/** Our code systems, and codings of them. */
export interface Terminology {
  readonly systems: readonly OwnCodeSystem[];
  /** @throws Error for a code that the system does not have: a fault of ours */
  coding(system: CodeSystemId, code: string): Coding;
}

export function createTerminology(sources: QuestionnaireSources, canonical: Canonical): Terminology {
  const concepts = listConcepts(sources);
  const ids = Object.keys(titles) as CodeSystemId[];
  const systems = ids.map((id) => ({ id, title: titles[id], concepts: concepts[id] }));
  const displays = new Map(
    systems.flatMap(({ id, concepts: own }) => own.map(({ code, display }) => [`${id} ${code}`, display])),
  );
  return {
    systems,
    coding(system, code) {
      const display = displays.get(`${system} ${code}`);
      if (display === undefined) throw new Error(`Expected the code system ${system} to have ${code}`);
      return { system: canonical.of('CodeSystem', system), code, display };
    },
  };
}

function listConcepts(sources: QuestionnaireSources): Readonly<Record<CodeSystemId, readonly OwnConcept[]>> {
  return {
    ...ownConcepts,
    condition: toConditionConcepts(sources.catalogue),
    'body-site': toBodySiteConcepts(sources.bodySites),
    score: toScoreConcepts(sources.systems),
    'score-answer': toAnswerConcepts(sources.systems),
    'score-band': toBandConcepts(),
    warning: [...ownConcepts.warning, ...toScoreWarningConcepts()],
  };
}
