// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStorageUrl } from './read-storage-url.ts';

const plain = { kind: 'bucket', name: 'derm', prefix: '', region: null, endpoint: null };

describe('the address of the storage', () => {
  it.each([
    ['file:/var/lib/derm', { kind: 'folder', dir: '/var/lib/derm' }],
    ['file:///var/lib/a%20b', { kind: 'folder', dir: '/var/lib/a b' }],
    ['file:pictures', { kind: 'folder', dir: resolve('pictures') }],
    ['s3://derm', plain],
    ['s3://derm/', plain],
    ['s3://derm/north/one/', { ...plain, prefix: 'north/one/' }],
    ['s3://derm/a%20b', { ...plain, prefix: 'a b/' }],
    ['s3://my.bucket-7?region=eu-west-1', { ...plain, name: 'my.bucket-7', region: 'eu-west-1' }],
    ['s3://derm?endpoint=http://127.0.0.1:9000', { ...plain, endpoint: 'http://127.0.0.1:9000' }],
    ['s3://derm?endpoint=https%3A%2F%2Fs3.example.org', { ...plain, endpoint: 'https://s3.example.org' }],
  ])('%s names a place', (text, place) => {
    expect(readStorageUrl(text)).toEqual(place);
  });

  it.each([
    '',
    'file:',
    'file://elsewhere/folder',
    '/var/lib/derm',
    'http://derm',
    's3:derm',
    's3://',
    's3://De',
    's3://Derm',
    's3://key:secret@derm',
    's3://derm?key=secret',
    's3://derm?region=eu west',
    's3://derm?endpoint=127.0.0.1:9000',
    's3://derm?endpoint=http://key:secret@host',
    's3://derm?endpoint=ftp://host',
    's3://derm/%E0%A4%A',
    's3://derm#here',
  ])('%s names none', (text) => {
    expect(readStorageUrl(text)).toBeUndefined();
  });
});
