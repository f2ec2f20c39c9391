// SPDX-License-Identifier: Apache-2.0
import { CreateReportRequest, maxExtraDataBytes } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import type { ReportRequest } from '../../device/report-request.ts';
import { DeviceError, type FieldProblem } from '../../errors.ts';
import { createFindProblems } from '../body/find-problems.ts';
import type { ImageForm, ReceivedBody } from '../body/read-image-request.ts';
import { toRequestedImage } from '../body/requested-image.ts';
import { fieldsOf } from '../body/tidy-payload.ts';
import { findImmersionProblems, readDermoscope } from './read-dermoscope.ts';
import { isReportImage, tidyReportRequest, toSentPlaces } from './tidy-report-request.ts';

type Fields = Readonly<Record<string, unknown>>;

const { properties } = CreateReportRequest;
/** Parts of a request one by one: what fits is read also where the rest does not. */
const fits = {
  payload: Compile(properties.payload),
  bodySite: Compile(properties.bodySite),
  macroscopicMedia: Compile(properties.macroscopicMedia),
  visitIdentifier: Compile(properties.visitIdentifier),
  extraData: Compile(properties.extraData),
  anamnesis: Compile(properties.anamnesisGeneral),
  forced: Compile(properties.forcedScoringSystems),
  knownAnswers: Compile(properties.knownAnswers),
  subject: Compile(properties.subject),
};

/** Fields that do not fit are left out and the faults handed on, so that a client reads all that is wrong at once. */
export function createReportForm(): ImageForm<ReportRequest> {
  const findProblems = createFindProblems(CreateReportRequest);
  return {
    isImage: isReportImage,
    read(body) {
      const tidy = tidyReportRequest(body.document);
      const problems = toSentPlaces(findProblems(tidy), body.document);
      const fields = fieldsOf(tidy);
      if (fields === undefined) throw new DeviceError('invalidRequest', { problems });
      const { subject, bodySite, visitIdentifier } = fields;
      const extraData = readExtraData(fields, body);
      const dermoscope = readDermoscope(fields);
      return {
        bodySite: fits.bodySite.Check(bodySite) ? bodySite : undefined,
        ...readPhotographs(fields, body),
        visitIdentifier: fits.visitIdentifier.Check(visitIdentifier) ? toText(visitIdentifier) : null,
        extraData,
        anamnesis: readAnamnesis(fields),
        dermoscope,
        forced: readForced(fields),
        knownAnswers: readKnownAnswers(fields),
        subject: fits.subject.Check(subject) ? toText(subject) : null,
        problems: [...problems, ...findOverlong(extraData), ...findImmersionProblems(dermoscope)],
      };
    },
  };
}

function readPhotographs(
  { payload, macroscopicMedia: context }: Fields,
  body: ReceivedBody,
): Pick<ReportRequest, 'images' | 'contextImage'> {
  const photographs = fits.payload.Check(payload) ? payload : [];
  const hasContext = fits.macroscopicMedia.Check(context) && context !== null && context !== undefined;
  return {
    images: photographs.map(({ contentAttachment }) => toRequestedImage(contentAttachment, body)),
    contextImage: hasContext ? toRequestedImage(context.contentAttachment, body) : null,
  };
}

/** As the client wrote it, blanks and all; `[]` is how PHP writes an object without fields. */
function readExtraData({ extraData }: Fields, { fieldText }: ReceivedBody): string | null {
  const isGiven = fits.extraData.Check(extraData) && extraData !== null && extraData !== undefined;
  const text = isGiven ? fieldText('extraData') : undefined;
  return text?.startsWith('[') ? '{}' : (text ?? null);
}

function findOverlong(extraData: string | null): readonly FieldProblem[] {
  if (extraData === null || Buffer.byteLength(extraData) <= maxExtraDataBytes) return [];
  const msg = `Value error, Allowed are ${maxExtraDataBytes} bytes of JSON text`;
  return [{ type: 'value_error', msg, loc: ['body', 'extraData'] }];
}

function readAnamnesis({ anamnesisGeneral: sent }: Fields): ReportRequest['anamnesis'] {
  const answers = fits.anamnesis.Check(sent) ? (sent ?? []) : [];
  return answers.map(({ question, answer }) => ({ question: storable(question), answer: storable(answer) }));
}

function readForced({ forcedScoringSystems: sent }: Fields): readonly string[] {
  return fits.forced.Check(sent) ? (sent ?? []) : [];
}

function readKnownAnswers({ knownAnswers: sent }: Fields): ReportRequest['knownAnswers'] {
  return fits.knownAnswers.Check(sent) ? (sent ?? {}) : {};
}

function toText(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : storable(text);
}

/** Databases know neither halves of characters nor NUL. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
