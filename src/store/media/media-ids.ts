// SPDX-License-Identifier: Apache-2.0

/** As ids are made: nothing in a name can lead out of the place. */
const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Under which everything of reports lies: the same in a folder and a bucket, so that one can be copied to the other. */
export const reportsFolder = 'reports';

/** Says whose everything beside it is. */
export const markName = '.belongs-to';

export function isId(id: string): boolean {
  return idPattern.test(id);
}

/** @throws TypeError naming the first that is none */
export function assertIds(ids: readonly string[]): void {
  const strange = ids.find((id) => !isId(id));
  if (strange !== undefined) throw new TypeError(`Expected a UUID in lower case, received ${strange}`);
}

export function toMediaName(mediaId: string): string {
  return `${mediaId}.jpg`;
}
