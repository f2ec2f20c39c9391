// SPDX-License-Identifier: Apache-2.0
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerQuestions, readSetup } from './helper-process.ts';
import { obtainPhotograph, type Photograph } from './photographs.ts';
import { toRequestBody } from './request-body.ts';
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
  | { readonly kind: 'many'; readonly target: Target; readonly images: number; readonly probePath: string };

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
const agent = new Agent({ keepAlive: true });
const probeAgent = new Agent({ keepAlive: true });
const PROBE_EVERY_MS = 10;

answerQuestions<LoadQuestion>((question) => {
  if (question.kind === 'latency') return measureLatency(question);
  return question.kind === 'throughput' ? measureThroughput(question) : measureMany(question);
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
  const waits: number[] = [];
  let isDone = false;
  const probing = (async () => {
    while (!isDone) {
      waits.push((await exchange(new URL(probePath, target.origin), { agent: probeAgent })).ms);
      await sleep(PROBE_EVERY_MS);
    }
  })();
  const answer = await analyse(target, images);
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
  return exchange(new URL(target.path, target.origin), {
    agent,
    token: target.token,
    body: bodyWith(images),
  });
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
