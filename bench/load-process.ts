// SPDX-License-Identifier: Apache-2.0
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerQuestions, readSetup } from './helper-process.ts';
import { obtainPhotograph, type Photograph } from './photographs.ts';
import { toRequestBody, toWholeBodyRequest } from './request-body.ts';
import { medianOf } from './spread.ts';

/** A server under load. */
export interface Target {
  readonly origin: string;
  readonly path: string;
  readonly token: string;
}

export type LoadQuestion =
  /** One client sends one request after another. */
  | { readonly kind: 'latency'; readonly target: Target; readonly times: number; readonly images: number }
  /** Several clients, each sending the next photograph when it has its answer. */
  | {
      readonly kind: 'throughput';
      readonly target: Target;
      readonly clients: number;
      readonly seconds: number;
    }
  /** One request with many photographs, and a small GET every 10 ms meanwhile. */
  | { readonly kind: 'many'; readonly target: Target; readonly images: number; readonly probePath: string }
  /** The same with requests for a whole-body score of 17 photographs, one or several at once. */
  | {
      readonly kind: 'wholeBody';
      readonly target: Target;
      readonly requests: number;
      readonly probePath: string;
    };

export interface LoadAnswer {
  readonly medianMs: number;
  readonly imagesPerS: number;
  readonly answerBytes: number;
  readonly longestGetMs: number;
  readonly medianGetMs: number;
}

const { photograph } = readSetup<{ photograph: Photograph }>();
const jpeg = await obtainPhotograph(photograph);
const bodies = new Map<number, Buffer>();
let wholeBody: Buffer | undefined;
const agent = new Agent({ keepAlive: true });
const probeAgent = new Agent({ keepAlive: true });
const PROBE_EVERY_MS = 10;

answerQuestions<LoadQuestion>((question) => {
  if (question.kind === 'latency') return measureLatency(question);
  if (question.kind === 'throughput') return measureThroughput(question);
  return question.kind === 'many' ? measureMany(question) : measureWholeBody(question);
});

async function measureLatency({ target, times, images }: Extract<LoadQuestion, { kind: 'latency' }>) {
  const answers: Exchange[] = [];
  for (let round = 0; round < times; round++) answers.push(await analyse(target, images));
  const medianMs = medianOf(answers.map(({ ms }) => ms));
  return { medianMs, imagesPerS: (images * 1000) / medianMs, answerBytes: answers[0]?.bytes };
}

async function measureThroughput(question: Extract<LoadQuestion, { kind: 'throughput' }>) {
  const beginMs = performance.now();
  const times: number[] = [];
  const client = async () => {
    while (performance.now() - beginMs < question.seconds * 1000)
      times.push((await analyse(question.target, 1)).ms);
  };
  await Promise.all(Array.from({ length: question.clients }, client));
  const elapsedS = (performance.now() - beginMs) / 1000;
  return { medianMs: medianOf(times), imagesPerS: times.length / elapsedS };
}

async function measureMany({ target, images, probePath }: Extract<LoadQuestion, { kind: 'many' }>) {
  bodyWith(images);
  return probeDuring(new URL(probePath, target.origin), () => analyse(target, images));
}

async function measureWholeBody(question: Extract<LoadQuestion, { kind: 'wholeBody' }>) {
  const { target, requests, probePath } = question;
  bodies.clear();
  wholeBody ??= toWholeBodyRequest(jpeg);
  return probeDuring(new URL(probePath, target.origin), async () => {
    const sent = Array.from({ length: requests }, () => send(target, wholeBody));
    const answers = await Promise.all(sent);
    return { ms: Math.max(...answers.map(({ ms }) => ms)), bytes: answers[0]?.bytes ?? 0 };
  });
}

/** What the work took, and how long small requests had to wait meanwhile. */
async function probeDuring(probe: URL, work: () => Promise<Exchange>) {
  const waits: number[] = [];
  let isDone = false;
  const probing = (async () => {
    while (!isDone) {
      waits.push((await exchange(probe, { agent: probeAgent })).ms);
      await sleep(PROBE_EVERY_MS);
    }
  })();
  const answer = await work();
  isDone = true;
  await probing;
  return {
    medianMs: answer.ms,
    answerBytes: answer.bytes,
    longestGetMs: Math.max(...waits),
    medianGetMs: medianOf(waits),
  };
}

function analyse(target: Target, images: number): Promise<Exchange> {
  return send(target, bodyWith(images));
}

function send({ origin, path, token }: Target, body: Buffer | undefined): Promise<Exchange> {
  return exchange(new URL(path, origin), { agent, token, ...(body && { body }) });
}

/** Only the last size is kept: twenty photographs of a phone are 80 MB. */
function bodyWith(images: number): Buffer {
  const kept = bodies.get(images);
  if (kept) return kept;
  for (const size of bodies.keys()) if (size > 1) bodies.delete(size);
  const body = toRequestBody(jpeg, images);
  bodies.set(images, body);
  return body;
}

interface Exchange {
  readonly ms: number;
  readonly bytes: number;
}

interface ExchangeOptions {
  readonly agent: Agent;
  readonly token?: string;
  readonly body?: Buffer;
}

function exchange(url: URL, { agent, token, body }: ExchangeOptions): Promise<Exchange> {
  const headers = {
    ...(body && { 'content-type': 'application/json', 'content-length': String(body.length) }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<Exchange>();
  const beginMs = performance.now();
  const sent = request(url, { agent, headers, method: body ? 'POST' : 'GET' }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => {
      const answer = Buffer.concat(chunks);
      if (response.statusCode === 200) resolve({ ms: performance.now() - beginMs, bytes: answer.length });
      else reject(new Error(`${url} answered ${response.statusCode}: ${answer.toString().slice(0, 300)}`));
    });
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}
