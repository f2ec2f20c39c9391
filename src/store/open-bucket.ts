// SPDX-License-Identifier: Apache-2.0
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadBucketCommand,
  ListObjectsCommand,
  type ListObjectsCommandInput,
  type ListObjectsCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BucketPlace } from '../record/storage-place.ts';
import { toNotReady } from './storage-refusals.ts';

/** One object of a bucket, in a list. */
export interface ListedObject {
  /** Without the prefix of the place. */
  readonly key: string;
  readonly modifiedAtMs: number;
}

/** A bucket that speaks S3. Everything throws DeviceError `notReady` while it does not answer, or not as it should. */
export interface Bucket {
  /** Resolves when the other side has it for good. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Nothing happens where there is none. */
  remove(key: string): Promise<void>;
  /** In the order of their keys. */
  list(prefix: string): AsyncIterable<ListedObject>;
  /** Resolves when the bucket answers. */
  ping(): Promise<void>;
  close(): void;
}

/** An address that answers at all does so in milliseconds. @source our own convention */
const CONNECT_TIMEOUT_MS = 3000;
/** A picture of some megabytes takes a second or two; whoever waits longer waits for nothing. @source our own convention */
const ANSWER_TIMEOUT_MS = 15_000;
/** Whoever asks whether all is well asks again soon. @source our own convention */
const PING_TIMEOUT_MS = 5000;
/** One hiccup is bridged; what lasts longer is the client's to bridge, with `Retry-After`. @source our own convention */
const MAX_ATTEMPTS = 2;
/** Used by S3s that know no regions. @source AWS SDK: the classic default of S3 */
const REGION_OF_NOWHERE = 'us-east-1';

export interface BucketLimits {
  /** How long it may be silent. */
  readonly answerTimeoutMs: number;
  /** Objects of one page of a list. @source Amazon S3 API: 1000 at most */
  readonly listedAtOnce: number;
}

const defaultLimits: BucketLimits = { answerTimeoutMs: ANSWER_TIMEOUT_MS, listedAtOnce: 1000 };

/** The bucket at a place, with the credentials of the environment (`AWS_ACCESS_KEY_ID` and so on). */
export function openBucket(
  { name, prefix, region, endpoint }: BucketPlace,
  limits: Partial<BucketLimits> = {},
): Bucket {
  const { answerTimeoutMs, listedAtOnce } = { ...defaultLimits, ...limits };
  const client = new S3Client({
    ...(region !== null && { region }),
    // An address of one's own seldom has a name for each bucket, and seldom a region.
    ...(endpoint !== null && { endpoint, forcePathStyle: true, region: region ?? REGION_OF_NOWHERE }),
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: answerTimeoutMs,
      socketTimeout: answerTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
  // With all attempts together.
  const inTime = () => ({ abortSignal: AbortSignal.timeout(answerTimeoutMs) });
  const at = (key: string) => ({ Bucket: name, Key: `${prefix}${key}` });
  return {
    async put(key, bytes) {
      await orNotReady(client.send(new PutObjectCommand({ ...at(key), Body: bytes }), inTime()));
    },
    get: (key) => orNotReady(readWhole(client.send(new GetObjectCommand(at(key)), inTime()))),
    async remove(key) {
      await orNotReady(client.send(new DeleteObjectCommand(at(key)), inTime()));
    },
    async *list(under) {
      for await (const { Contents = [] } of listPages(client, {
        Bucket: name,
        Prefix: `${prefix}${under}`,
        MaxKeys: listedAtOnce,
      })) {
        for (const { Key = '', LastModified } of Contents)
          yield { key: Key.slice(prefix.length), modifiedAtMs: LastModified?.getTime() ?? 0 };
      }
    },
    async ping() {
      const abortSignal = AbortSignal.timeout(PING_TIMEOUT_MS);
      await orNotReady(client.send(new HeadBucketCommand({ Bucket: name }), { abortSignal }));
    },
    close: () => client.destroy(),
  };
}

async function readWhole(answer: Promise<GetObjectCommandOutput>): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await answer;
    const bytes = await Body?.transformToByteArray();
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** By the older of the two lists: every S3 has it, and it goes on from a name, not from a token that expires. */
async function* listPages(
  client: S3Client,
  wanted: ListObjectsCommandInput,
): AsyncIterable<ListObjectsCommandOutput> {
  let after: string | undefined;
  do {
    const page = await orNotReady(client.send(new ListObjectsCommand({ ...wanted, Marker: after })));
    yield page;
    after = page.IsTruncated ? page.Contents?.at(-1)?.Key : undefined;
  } while (after !== undefined);
}

/** Away, overloaded, or refusing its keys: none of it is a fault of the request, and it may come again. */
async function orNotReady<T>(answer: Promise<T>): Promise<T> {
  return await answer.catch((cause: unknown) => {
    // The library's own error carries the whole exchange: only its words go on.
    const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    const words = said.startsWith('AbortError') ? 'S3 did not answer in time' : `S3 answered ${said}`;
    throw toNotReady(new Error(words));
  });
}
