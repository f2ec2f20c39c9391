// SPDX-License-Identifier: Apache-2.0
import { findPostgres, startPostgres } from '../../test/fixtures/postgres.ts';
import { s3Credentials, startS3 } from '../../test/fixtures/s3.ts';

/** Where a server keeps its records and its pictures. */
export interface Place {
  readonly name: string;
  /** Environment variables of the server and of the operator's commands. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whether pictures lie in the data folder. */
  readonly hasPicturesInFolder: boolean;
  close(): Promise<void>;
}

/** Why a place cannot be had on this machine, or how to have it. */
export type Offer =
  | { readonly name: string; readonly missing: string }
  | { readonly name: string; open(): Promise<Place> };

/** As it comes: everything in the data folder. */
const sqliteAndFolder: Offer = {
  name: 'SQLite and a folder',
  open: async () => ({
    name: 'SQLite and a folder',
    settings: { OPENDERM_DATABASE_URL: '', OPENDERM_STORAGE_URL: '' },
    hasPicturesInFolder: true,
    close: async () => undefined,
  }),
};

/** Two variables more. Both servers are started here, on this machine, and are gone afterwards. */
function offerPostgresAndS3(): Offer {
  const name = 'Postgres and S3';
  const found = findPostgres();
  if (found.missing !== undefined) return { name, missing: found.missing };
  return {
    name,
    async open() {
      const [postgres, s3] = [await startPostgres(found), await startS3()];
      const settings = {
        OPENDERM_DATABASE_URL: await postgres.createDatabase(),
        OPENDERM_STORAGE_URL: await s3.createStorageUrl(),
        ...s3Credentials,
      };
      return {
        name,
        settings,
        hasPicturesInFolder: false,
        close: async () => void (await Promise.all([postgres.stop(), s3.stop()])),
      };
    },
  };
}

export function listPlaces(): readonly Offer[] {
  return [sqliteAndFolder, offerPostgresAndS3()];
}
