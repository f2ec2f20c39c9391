// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../../errors.ts';
import type { IsImage } from '../body/image-places.ts';
import { asFields, fieldsOf } from '../body/tidy-payload.ts';

/*
 * A photograph is `{contentAttachment: {data}}` as everywhere in this API; backends that send none of it elsewhere may write
 * `{data}` or the base64 text alone, in `images` for `payload`. Both become one form before the schema is asked.
 */

/** Where photographs stand, in every spelling. */
export const isReportImage: IsImage = ([field, ...rest]) => {
  const isList = field === 'payload' || field === 'images';
  if (!isList && field !== 'macroscopicMedia') return false;
  if (isList && typeof rest[0] !== 'number') return false;
  const inside = (isList ? rest.slice(1) : rest).join('.');
  return inside === '' || inside === 'data' || inside === 'contentAttachment.data';
};

/** The document with its photographs in the form of the schema. */
export function tidyReportRequest(document: unknown): unknown {
  const { images, anamnesis, ...sent } = fieldsOf(document) ?? {};
  if (fieldsOf(document) === undefined) return document;
  const payload = sent['payload'] ?? images;
  return {
    ...sent,
    ...(payload === undefined ? {} : { payload: Array.isArray(payload) ? payload.map(attach) : payload }),
    ...(sent['macroscopicMedia'] === undefined ? {} : { macroscopicMedia: attach(sent['macroscopicMedia']) }),
    anamnesisGeneral: sent['anamnesisGeneral'] ?? anamnesis ?? null,
    extraData: asFields(sent['extraData'] ?? null),
    knownAnswers: asFields(sent['knownAnswers'] ?? null),
  };
}

function attach(photograph: unknown): unknown {
  if (typeof photograph === 'string') return { contentAttachment: { data: photograph } };
  const fields = fieldsOf(photograph);
  if (fields === undefined || 'contentAttachment' in fields) return photograph;
  return { contentAttachment: fields };
}

/** Faults at the place where the client put what is wrong. */
export function toSentPlaces(problems: readonly FieldProblem[], document: unknown): readonly FieldProblem[] {
  const sent = fieldsOf(document) ?? {};
  const isRenamed = (name: string) => sent[name] === undefined;
  return problems.map((problem) => {
    const [body = 'body', field, ...rest] = problem.loc;
    if (field === 'payload' && isRenamed('payload') && sent['images'] !== undefined) {
      return { ...problem, loc: [body, 'images', ...rest.filter((part) => part !== 'contentAttachment')] };
    }
    if (field === 'anamnesisGeneral' && isRenamed('anamnesisGeneral') && sent['anamnesis'] !== undefined)
      return { ...problem, loc: [body, 'anamnesis', ...rest] };
    return problem;
  });
}
