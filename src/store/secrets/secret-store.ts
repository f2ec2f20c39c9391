// SPDX-License-Identifier: Apache-2.0

/** Server-made keys that every replica shares. */
export interface SecretStore {
  /** The secret of that name; made once (`lengthBytes` random bytes) by whoever asks first. */
  obtain(name: string, lengthBytes: number): Promise<Uint8Array>;
}
