// SPDX-License-Identifier: Apache-2.0

/** Where pictures of reports are kept. */
export type StoragePlace = FolderPlace | BucketPlace;

export interface FolderPlace {
  readonly kind: 'folder';
  /** Made when it is missing. */
  readonly dir: string;
}

/** A bucket that speaks S3; its credentials are in the environment, under the names that AWS gave them. */
export interface BucketPlace {
  readonly kind: 'bucket';
  readonly name: string;
  /** What every name in the bucket begins with, with a slash at its end; empty for the whole bucket. */
  readonly prefix: string;
  /** Null: what the environment says, e.g. `AWS_REGION`. */
  readonly region: string | null;
  /** Address of an S3 that is not Amazon's; null for Amazon's. */
  readonly endpoint: string | null;
}
