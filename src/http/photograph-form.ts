// SPDX-License-Identifier: Apache-2.0
import { maxScoringSystems, PhotographPayload, SeverityAssessmentLocalRequest } from '@openderm/contract';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { PhotographRequest } from '../device/assess-photograph.ts';
import type { RequestedScore } from '../device/read-score.ts';
import { DeviceError } from '../errors.ts';
import { createFindProblems } from './body/find-problems.ts';
import { isOnlyImage } from './body/image-places.ts';
import type { ImageForm, ReceivedBody } from './body/read-image-request.ts';
import { type RequestedImage, toRequestedImage } from './body/requested-image.ts';
import {
  asFields,
  fieldsOf,
  isListOfOne,
  relisted,
  unlisted,
  withEachField,
  withFields,
} from './body/tidy-payload.ts';
import {
  findDateProblems,
  readBodySiteField,
  readConditionField,
  readPreviousField,
  readSubjectField,
} from './sent-score.ts';

/** What a body with one photograph says. */
export type SentPhotograph = Omit<PhotographRequest, 'accountId' | 'withPictures'>;

const schema = Type.Object({ ...SeverityAssessmentLocalRequest.properties, payload: PhotographPayload });
const fitsPayload = Compile(PhotographPayload);

/**
 * One photograph of one body site. Fields that do not fit the schema are left out and the faults handed on, so that a
 * client reads all that is wrong at once.
 */
export function createPhotographForm(): ImageForm<SentPhotograph> {
  const findProblems = createFindProblems(schema);
  return {
    isImage: isOnlyImage,
    read(body) {
      const sent = fieldsOf(body.document);
      const tidy = withFields(body.document, { payload: unlisted, scoringSystem: tidyScores });
      const problems = relisted(findProblems(tidy), () => isListOfOne(sent?.['payload']));
      const fields = fieldsOf(tidy);
      if (fields === undefined) throw new DeviceError('invalidRequest', { problems });
      const scores = readScores(fields['scoringSystem']);
      return {
        bodySite: readBodySiteField(fields['bodySite']),
        condition: readConditionField(fields['knownCondition']),
        scores,
        subject: readSubjectField(fields['subject']),
        image: readImage(fields['payload'], body),
        problems: [...problems, ...scores.flatMap(findDateProblems)],
      };
    },
  };
}

function tidyScores(scores: unknown): unknown {
  return withEachField(asFields(scores), tidyAnswered);
}

/** `questionnaireResponse.item` may be left out on each level. */
export function tidyAnswered(part: unknown): unknown {
  const tidyResponse = (response: unknown) => withFields(asFields(response), { item: asFields });
  return withFields(asFields(part), { questionnaireResponse: tidyResponse });
}

function readScores(scores: unknown): readonly RequestedScore[] {
  return readSystems(scores).map(([code, score]) => ({
    code,
    answers: readAnswers(score),
    previous: readPreviousField(score),
  }));
}

/** More systems than there are stay unread: the schema has refused them. */
export function readSystems(scores: unknown): readonly [string, unknown][] {
  const entries = Object.entries(fieldsOf(scores) ?? {});
  return entries.length > maxScoringSystems ? [] : entries;
}

/** Answers as sent, an object without fields where there are none; undefined where the schema has refused them. */
export function readAnswers(part: unknown): unknown {
  const fields = fieldsOf(part);
  if (fields === undefined) return undefined;
  const response = fieldsOf(fields['questionnaireResponse'] ?? {});
  return response && fieldsOf(response['item'] ?? {});
}

/** Undefined where the schema has refused it. */
export function readImage(payload: unknown, body: ReceivedBody): RequestedImage | undefined {
  return fitsPayload.Check(payload) ? toRequestedImage(payload.contentAttachment, body) : undefined;
}
