// SPDX-License-Identifier: Apache-2.0
import {
  maxScoringSystems,
  PhotographPayload,
  RequestedBodyScore,
  RequestedSite,
  SeverityAssessmentGlobalRequest,
} from '@openderm/contract';
import Type from 'typebox';
import type { BodyRequest } from '../device/assess-body.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';
import { createFindProblems } from './body/find-problems.ts';
import { isSiteImage } from './body/image-places.ts';
import type { ImageForm, ReceivedBody } from './body/read-image-request.ts';
import {
  asFields,
  fieldsOf,
  isListOfOne,
  relisted,
  unlisted,
  withEachField,
  withFields,
} from './body/tidy-payload.ts';
import { readAnswers, readImage, readSystems, tidyAnswered } from './photograph-form.ts';
import { findDateProblems, readConditionField, readPreviousField, readSubjectField } from './sent-score.ts';

/** What a body with photographs of several sites says. */
export type SentWholeBody = Omit<BodyRequest, 'accountId' | 'withPictures'>;

const site = Type.Object({ ...RequestedSite.properties, payload: PhotographPayload });
const score = Type.Object({ ...RequestedBodyScore.properties, item: Type.Record(Type.String(), site) });
const schema = Type.Object({
  ...SeverityAssessmentGlobalRequest.properties,
  scoringSystem: Type.Record(Type.String(), score, { maxProperties: maxScoringSystems }),
});

/** Photographs of several body sites; faults are handed on as with one photograph. */
export function createWholeBodyForm(): ImageForm<SentWholeBody> {
  const findProblems = createFindProblems(schema);
  return {
    isImage: isSiteImage,
    read(body) {
      const { document } = body;
      const tidy = withFields(document, { scoringSystem: tidyScores });
      const problems = relisted(findProblems(tidy), (loc) => isListOfOne(findAt(document, loc.slice(1))));
      const fields = fieldsOf(tidy);
      if (fields === undefined) throw new DeviceError('invalidRequest', { problems });
      const scores = readScores(fields['scoringSystem'], body);
      return {
        condition: readConditionField(fields['knownCondition']),
        scores,
        subject: readSubjectField(fields['subject']),
        problems: [...problems, ...scores.flatMap(findDateProblems)],
      };
    },
  };
}

function tidyScores(scores: unknown): unknown {
  const tidySite = (each: unknown) => withFields(tidyAnswered(each), { payload: unlisted });
  const tidySites = (sites: unknown) => withEachField(asFields(sites), tidySite);
  return withEachField(asFields(scores), (each) => withFields(tidyAnswered(each), { item: tidySites }));
}

function findAt(document: unknown, path: FieldProblem['loc']): unknown {
  return path.reduce<unknown>((value, key) => fieldsOf(value)?.[key], document);
}

function readScores(scores: unknown, body: ReceivedBody): SentWholeBody['scores'] {
  return readSystems(scores).map(([code, each]) => ({
    code,
    personAnswers: readAnswers(each),
    previous: readPreviousField(each),
    sites: Object.entries(fieldsOf(fieldsOf(each)?.['item']) ?? {}).map(([bodySite, sent]) => ({
      bodySite,
      answers: readAnswers(sent),
      image: readImage(fieldsOf(sent)?.['payload'], body),
    })),
  }));
}
