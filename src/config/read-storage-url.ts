// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BucketPlace, StoragePlace } from '../record/storage-place.ts';

/** What is wanted, in words. */
export const expectedStorageUrl =
  'file:folder or s3://bucket/prefix?region=...&endpoint=https://..., without keys (those are AWS_* variables)';

/** @source Amazon S3 user guide, "General purpose bucket naming rules" */
const bucketPattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const regionPattern = /^[a-z0-9-]+$/;
const options: readonly string[] = ['region', 'endpoint'];

/**
 * Where pictures are kept, as the setting says it; undefined for what cannot be used.
 * @example readStorageUrl('s3://derm/north?endpoint=http://127.0.0.1:9000')
 */
export function readStorageUrl(text: string): StoragePlace | undefined {
  if (text.startsWith('file:')) return readFolder(text);
  const url = URL.parse(text);
  return url?.protocol === 's3:' ? readBucket(url) : undefined;
}

function readFolder(text: string): StoragePlace | undefined {
  const path = text.slice('file:'.length);
  if (!path.startsWith('//')) return path === '' ? undefined : { kind: 'folder', dir: resolve(path) };
  try {
    return { kind: 'folder', dir: fileURLToPath(text) };
  } catch {
    // Another host's folder, for example.
    return undefined;
  }
}

function readBucket({
  host,
  username,
  password,
  pathname,
  searchParams,
  hash,
}: URL): BucketPlace | undefined {
  const [region, endpoint] = [searchParams.get('region'), searchParams.get('endpoint')];
  const isUsable =
    bucketPattern.test(host) &&
    username + password + hash === '' &&
    [...searchParams.keys()].every((name) => options.includes(name)) &&
    (region === null || regionPattern.test(region)) &&
    (endpoint === null || isAddress(endpoint));
  const prefix = readPrefix(pathname);
  return isUsable && prefix !== undefined
    ? { kind: 'bucket', name: host, prefix, region, endpoint }
    : undefined;
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isWeb && url.username + url.password + url.search + url.hash === '';
}

/** With one slash at its end, and none at its beginning; empty for none. */
function readPrefix(pathname: string): string | undefined {
  try {
    const parts = decodeURIComponent(pathname)
      .split('/')
      .filter((part) => part !== '');
    return parts.map((part) => `${part}/`).join('');
  } catch {
    return undefined;
  }
}
