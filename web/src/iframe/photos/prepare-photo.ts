// SPDX-License-Identifier: Apache-2.0
import type { PreparedPhoto } from './prepared-photo.ts';

export async function preparePhoto(file: Blob): Promise<PreparedPhoto> {
  return { kind: 'ready', bytes: file, early: null, reduced: null };
}
