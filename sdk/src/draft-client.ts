// SPDX-License-Identifier: Apache-2.0
import type {
  AnnouncePhotoRequest,
  AnswerDraftRequest,
  AnswerQuestionsRequest,
  BodySitesResponse,
  OpenDraftResponse,
  PageDraft,
  PagePhoto,
  PageQuestions,
  RawReport,
  ReopenedReport,
} from '@openderm/contract';
import type { CallOptions } from './create-client.ts';
import { type Fetch, type HttpRequest, sendRequest } from './send-request.ts';
import { parseAnswer, toError } from './to-error.ts';

export interface DraftClientOptions {
  /** Where the server is, e.g. `https://derm.example.org`; empty: the page's own origin. */
  readonly origin: string;
  /** Default: the runtime's own. */
  readonly fetch?: Fetch;
  /** Of a draft that was begun before, e.g. before a reload. */
  readonly handle?: string;
}

export interface PhotoPiece {
  /** Bytes of the photograph before it. */
  readonly offset: number;
  readonly bytes: Blob;
}

export interface NewPhoto extends AnnouncePhotoRequest {
  /** Made by the page, e.g. `crypto.randomUUID()`. */
  readonly id: string;
}

/**
 * A report being made on a page. Every method throws OpenDermError; `details.deviceCode` is `unknownAppKey` for a key
 * that opens nothing, `draftGone` once all of it was forgotten.
 */
export interface DraftClient {
  /** Begins a draft, and uses it from then on. */
  open(
    appKey: string,
    parameters: Readonly<Record<string, string>>,
    call?: CallOptions,
  ): Promise<OpenDraftResponse>;
  /** The handle in use, to carry over a reload. */
  readonly handle: string | undefined;
  read(call?: CallOptions): Promise<PageDraft>;
  /** What the person said; what is absent stays as it was. */
  answer(answers: AnswerDraftRequest, call?: CallOptions): Promise<PageDraft>;
  announcePhoto(photo: NewPhoto, call?: CallOptions): Promise<PageDraft>;
  /** A piece of a photograph, `offset` bytes after its beginning; the answer's `receivedBytes` says where the next one begins. */
  sendPiece(id: string, piece: PhotoPiece, call?: CallOptions): Promise<PagePhoto>;
  removePhoto(id: string, call?: CallOptions): Promise<PageDraft>;
  /** Begins the analysis, or joins the one that runs: `read` tells how far it is. */
  analyse(call?: CallOptions): Promise<PageDraft>;
  report(call?: CallOptions): Promise<RawReport>;
  /** What severity needs to know that no photograph shows; nothing before there is a report. */
  questions(call?: CallOptions): Promise<PageQuestions>;
  /** Adds the scores that the answers make possible to the report; resolves with what is still asked. */
  answerQuestions(
    knownAnswers: AnswerQuestionsRequest['knownAnswers'],
    call?: CallOptions,
  ): Promise<PageQuestions>;
  /**
   * A report that was made before, by the address it carries as `url`; needs no draft. `details.deviceCode` is
   * `linkExpired` when half an hour is over, `notFound` when the address was altered or the report erased.
   * @param search what stands in that address from `?` on
   */
  reopen(search: string, call?: CallOptions): Promise<ReopenedReport>;
  /** Places on the body; needs no draft. */
  bodySites(call?: CallOptions): Promise<BodySitesResponse>;
  /** Forgets photographs and answers; a report that was made stays. */
  discard(call?: CallOptions): Promise<void>;
}

const path = '/iframe/api/draft';

export function createDraftClient(options: DraftClientOptions): DraftClient {
  let { handle } = options;
  const send = createSender(options);
  const ask = async (request: DraftRequest, call: CallOptions = {}): Promise<unknown> =>
    await send({ ...request, ...call }, handle);
  return {
    get handle() {
      return handle;
    },
    async open(appKey, parameters, call) {
      const begun = await ask(withJson('POST', `${path}s`, { appKey, parameters }), call);
      ({ handle } = begun as OpenDraftResponse);
      return begun as OpenDraftResponse;
    },
    read: async (call) => (await ask({ method: 'GET', path }, call)) as PageDraft,
    answer: async (answers, call) => (await ask(withJson('PATCH', path, answers), call)) as PageDraft,
    announcePhoto: async ({ id, ...photo }, call) =>
      (await ask(withJson('PUT', `${path}/photos/${id}`, photo), call)) as PageDraft,
    sendPiece: async (id, { offset, bytes }, call) => {
      const headers = { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) };
      const request = { method: 'PATCH', path: `${path}/photos/${id}`, headers, body: bytes } as const;
      return (await ask(request, call)) as PagePhoto;
    },
    removePhoto: async (id, call) =>
      (await ask({ method: 'DELETE', path: `${path}/photos/${id}` }, call)) as PageDraft,
    analyse: async (call) => (await ask({ method: 'POST', path: `${path}/analysis` }, call)) as PageDraft,
    report: async (call) => (await ask({ method: 'GET', path: `${path}/report` }, call)) as RawReport,
    questions: async (call) =>
      (await ask({ method: 'GET', path: `${path}/questions` }, call)) as PageQuestions,
    answerQuestions: async (knownAnswers, call) =>
      (await ask(withJson('POST', `${path}/questions`, { knownAnswers }), call)) as PageQuestions,
    reopen: async (search, call) =>
      (await ask({ method: 'GET', path: `/iframe/api/report${search}` }, call)) as ReopenedReport,
    bodySites: async (call) =>
      (await ask({ method: 'GET', path: '/v1/body-sites' }, call)) as BodySitesResponse,
    async discard(call) {
      await ask({ method: 'DELETE', path }, call);
    },
  };
}

interface DraftRequest extends Pick<HttpRequest, 'method' | 'body'>, CallOptions {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function withJson(method: HttpRequest['method'], to: string, body: unknown): DraftRequest {
  return { method, path: to, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function createSender({ origin, fetch = globalThis.fetch }: DraftClientOptions) {
  // Called as a bare function: a browser's fetch refuses any other receiver than the window.
  const call: Fetch = (url, init) => fetch(url, init);
  return async ({ path: to, headers = {}, ...request }: DraftRequest, handle: string | undefined) => {
    const authorised = handle === undefined ? {} : { authorization: `Bearer ${handle}` };
    const url = origin.replace(/\/+$/, '') + to;
    const answer = await sendRequest(call, { ...request, url, headers: { ...headers, ...authorised } });
    if (answer.status < 200 || answer.status > 299) throw toError(answer);
    return answer.status === 204 ? undefined : parseAnswer(answer);
  };
}
