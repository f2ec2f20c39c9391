// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { DeviceError, type FieldProblem } from '../../errors.ts';
import { findBoundary } from '../body/find-boundary.ts';
import { joinParts } from '../body/join-parts.ts';
import type { JsonPath } from '../body/json-path.ts';
import type { BodyLimits } from '../body/read-body.ts';
import type { ImageRequestOptions } from '../body/read-image-request.ts';
import { receiveChunks } from '../body/receive-chunks.ts';

/** Parts that are no photographs: every field of a request, and some more. */
const mostFields = 32;

/** Fields with several photographs, in both spellings of the name; the other field has one. */
const listFields: Readonly<Record<string, 'images'>> = {
  images: 'images',
  'images[]': 'images',
  payload: 'images',
};
const contextField = 'macroscopicMedia';

/** Fields that a form writes as JSON text. */
const jsonFields = [
  'extraData',
  'anamnesis',
  'anamnesisGeneral',
  'forcedScoringSystems',
  'knownAnswers',
  'dermoscope',
];

export function isMultipart({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return /^multipart\/form-data *(;|$)/i.test(headers['content-type'] ?? '');
}

/**
 * A request as a form writes it: photographs as files, lists and objects as JSON text, the rest as text. Read whole, then
 * understood as the same document in JSON would be.
 * @throws DeviceError `invalidRequest`, `bodyTooLarge`, `imageTooLarge`, `tooManyImages`, `bodyTooSlow`, `queueFull`
 */
export async function readMultipart<Request>(
  request: IncomingMessage,
  options: ImageRequestOptions<Request>,
): Promise<Request> {
  const { form, limits, addImage } = options;
  const parts = await readParts(await readWhole(request, options), request, limits);
  const numbers = new Map<unknown, number>();
  /** Unguessable, so that no client can write a text that stands for an image. */
  const mark = randomUUID();
  const hand = async (file: File, path: JsonPath): Promise<unknown> => {
    const data = `image ${mark} ${numbers.size}`;
    numbers.set(data, addImage(new Uint8Array(await file.arrayBuffer()), path, 'binary'));
    return { data, title: file.name === '' ? null : file.name.slice(0, maxTitleCharacters) };
  };
  const document = await toDocument(parts, hand);
  const fieldText = (name: string) => findText(parts, name);
  return form.read({ document, fieldText, imageNumber: (value) => numbers.get(value) });
}

/** A file's name is a label like any other. */
const maxTitleCharacters = 500;

async function readWhole<Request>(
  request: IncomingMessage,
  { limits, lease, watch, declaredBytes = 0 }: ImageRequestOptions<Request>,
): Promise<Uint8Array> {
  if (declaredBytes > limits.maxBytes) throw new DeviceError('bodyTooLarge');
  lease.grow(declaredBytes);
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of receiveChunks(request, limits)) {
    received += chunk.length;
    lease.grow(received);
    watch?.(chunk);
    chunks.push(chunk);
  }
  return joinParts(chunks, received);
}

type Parts = readonly (readonly [name: string, value: string | File])[];

async function readParts(body: Uint8Array, { headers }: IncomingMessage, limits: BodyLimits): Promise<Parts> {
  const contentType = headers['content-type'] ?? '';
  refuseMany(body, contentType, limits.maxImages + mostFields);
  const sent = { headers: { 'content-type': contentType } };
  const parts = await new Response(Buffer.from(body.buffer, body.byteOffset, body.length), sent)
    .formData()
    .then((data) => [...data])
    .catch((error: unknown) => {
      throw new DeviceError('invalidRequest', { problems: [toProblem('Not a complete form')] }, error);
    });
  const texts = parts.flatMap(([, value]) => (typeof value === 'string' ? value : []));
  const files = parts.flatMap(([, value]) => (typeof value === 'string' ? [] : value));
  const textBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (textBytes > limits.maxTextBytes) throw new DeviceError('bodyTooLarge');
  if (files.length > limits.maxImages) throw new DeviceError('tooManyImages');
  if (files.some(({ size }) => size > limits.maxImageBytes)) throw new DeviceError('imageTooLarge');
  return parts;
}

/** Taking a million empty parts to pieces would take its time. */
function refuseMany(body: Uint8Array, contentType: string, most: number): void {
  const boundary = findBoundary(contentType);
  if (boundary === undefined)
    throw new DeviceError('invalidRequest', { problems: [toProblem('The form names no boundary')] });
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  let count = 0;
  for (let at = bytes.indexOf(boundary); at !== -1; at = bytes.indexOf(boundary, at + boundary.length)) {
    count += 1;
    if (count > most + 1) throw new DeviceError('tooManyImages');
  }
}

async function toDocument(
  parts: Parts,
  hand: (file: File, path: JsonPath) => Promise<unknown>,
): Promise<Readonly<Record<string, unknown>>> {
  const images: unknown[] = [];
  const fields: [string, unknown][] = [];
  for (const [name, value] of parts) {
    if (typeof value === 'string') fields.push([name, readText(name, value)]);
    else if (Object.hasOwn(listFields, name)) images.push(await hand(value, ['images', images.length]));
    else if (name === contextField) fields.push([name, await hand(value, [name])]);
    else throw new DeviceError('invalidRequest', { problems: [toProblem('No file belongs here', name)] });
  }
  return { ...Object.fromEntries(fields), ...(images.length === 0 ? {} : { images }) };
}

function readText(name: string, text: string): unknown {
  if (!jsonFields.includes(name)) return text;
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DeviceError('invalidRequest', { problems: [toProblem('Expected JSON text', name)] }, error);
  }
}

/** Of several fields with the name the last one counts. */
function findText(parts: Parts, name: string): string | undefined {
  const text = parts.findLast(([each]) => each === name)?.[1];
  return typeof text === 'string' ? text.trim() : undefined;
}

function toProblem(msg: string, ...place: readonly string[]): FieldProblem {
  return { type: 'value_error', msg, loc: ['body', ...place] };
}
