// SPDX-License-Identifier: Apache-2.0
import type {
  ConditionsResponse,
  DeviceInformationResponse,
  DiagnosisSupportResponse,
  ImageQualityResponse,
  LimitsResponse,
  LoginResponse,
} from '@openderm/contract';
import { type AdminClient, type Ask, createAdminClient } from './admin-client.ts';
import { type Fetch, type HttpAnswer, type HttpRequest, sendRequest } from './send-request.ts';
import { type Credentials, createSession, type Session } from './session.ts';
import { type DeviceImage, toImageBody } from './to-body.ts';
import { parseAnswer, toError } from './to-error.ts';

export interface ClientOptions {
  /** Where the device API lives, version included, e.g. `https://derm.example.org/v1`. */
  readonly baseUrl: string;
  /** Default: the runtime's own. */
  readonly fetch?: Fetch;
  /** Logs in on first need, and again when a token expires. Kept in memory only. */
  readonly credentials?: Credentials;
  /** A token from an earlier login. */
  readonly token?: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface UploadOptions extends CallOptions {
  /** Share of the photographs that has left, 0-1. Called in browsers only: Node's fetch cannot tell. */
  readonly onUploadProgress?: (share: number) => void;
}

/** Every method throws OpenDermError; see its `code`. */
export interface OpenDermClient {
  /** A token, remembered for the calls that follow. `ERR_BAD_CREDENTIALS`, `ERR_TOO_MANY_REQUESTS` */
  login(credentials: Credentials, options?: CallOptions): Promise<LoginResponse>;
  /** Forgets token and credentials. */
  logout(): void;
  /** The token in use, to carry over a page reload. */
  readonly token: string | undefined;
  /**
   * A ranked differential over all photographs together and over each one, probabilities 0-100. Always preliminary.
   * @example const { conclusion } = await client.diagnose([await readFile('photo.jpg')]); conclusion[0]?.code.text
   */
  diagnose(images: readonly DeviceImage[], options?: UploadOptions): Promise<DiagnosisSupportResponse>;
  /** Whether each photograph can be used for a clinical reading, and if not, what to change. Nothing is kept. */
  imageQuality(images: readonly DeviceImage[], options?: UploadOptions): Promise<ImageQualityResponse>;
  /** Sizes and counts the device accepts; needs no login. */
  limits(options?: CallOptions): Promise<LimitsResponse>;
  /** The whole catalogue; needs no login. */
  conditions(options?: CallOptions): Promise<ConditionsResponse>;
  /** Manufacturer, software and model versions. */
  deviceInformation(options?: CallOptions): Promise<DeviceInformationResponse>;
  /** For administrators: companies, keys, accounts. */
  readonly admin: AdminClient;
}

/**
 * A client of one device.
 * @example
 * const client = createClient({ baseUrl: 'http://127.0.0.1:8080/v1' });
 * await client.login({ username: 'admin@localhost', password });
 * const answer = await client.diagnose([file], { onUploadProgress: (share) => bar.set(share) });
 */
export function createClient(options: ClientOptions): OpenDermClient {
  const send = createSender(options);
  const session = createSession({
    credentials: options.credentials,
    token: options.token,
    login: async (credentials) => (await login(send, credentials, {})).access_token,
  });
  const post = (path: string, body: Promise<Blob>, call: UploadOptions) =>
    postImages({ send, session, path, body, call });
  return {
    get token() {
      return session.token;
    },
    login: async (credentials, call = {}) => {
      const answer = await login(send, credentials, call);
      session.adopt(credentials, answer.access_token);
      return answer;
    },
    logout: session.forget,
    diagnose: async (images, call = {}) =>
      (await post('/diagnosis-support', toImageBody(images), call)) as DiagnosisSupportResponse,
    imageQuality: async (images, call = {}) =>
      (await post('/image-quality', toImageBody(images), call)) as ImageQualityResponse,
    limits: async (call = {}) => read(await send({ ...get('/limits'), ...call })) as LimitsResponse,
    conditions: async (call = {}) =>
      read(await send({ ...get('/conditions'), ...call })) as ConditionsResponse,
    deviceInformation: async (call = {}) => {
      const ask = (token: string) => send({ ...get('/device-information'), headers: bearer(token), ...call });
      return read(await session.authorise(ask)) as DeviceInformationResponse;
    },
    admin: createAdminClient(createAsk(send, session)),
  };
}

function createAsk(send: Send, session: Session): Ask {
  return async (method, path, body) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await session.authorise((token) =>
      send({ method, path, headers: { ...type, ...bearer(token) }, ...json }),
    );
    return read(answer);
  };
}

type Send = (request: Omit<HttpRequest, 'url'> & { readonly path: string }) => Promise<HttpAnswer>;

function createSender({ baseUrl, fetch = globalThis.fetch }: ClientOptions): Send {
  const origin = baseUrl.replace(/\/+$/, '');
  // Called as a bare function: a browser's fetch refuses any other receiver than the window.
  const call: Fetch = (url, init) => fetch(url, init);
  return ({ path, ...request }) => sendRequest(call, { ...request, url: origin + path });
}

async function login(send: Send, credentials: Credentials, call: CallOptions): Promise<LoginResponse> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({
    username: credentials.username,
    password: credentials.password,
  }).toString();
  const answer = await send({ method: 'POST', path: '/login', headers, body, ...call });
  if (answer.status === 401) throw toError(answer, 'ERR_BAD_CREDENTIALS');
  return read(answer) as LoginResponse;
}

interface ImagePost {
  readonly send: Send;
  readonly session: Session;
  readonly path: string;
  readonly body: Promise<Blob>;
  readonly call: UploadOptions;
}

async function postImages({ send, session, path, body, call }: ImagePost): Promise<unknown> {
  const blob = await body;
  const answer = await session.authorise((token) =>
    send({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', ...bearer(token) },
      body: blob,
      ...call,
    }),
  );
  return read(answer);
}

function get(path: string) {
  return { method: 'GET', path, headers: {} } as const;
}

function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}

function read(answer: HttpAnswer): unknown {
  if (answer.status < 200 || answer.status > 299) throw toError(answer);
  return parseAnswer(answer);
}
