// SPDX-License-Identifier: Apache-2.0
import { type BinaryLike, createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { formatUuid } from './format-uuid.ts';

/** What an id names: one of another kind opens nothing. */
export type SealedKind = 'report' | 'media';

/** Ids as they go outside: unguessable, unreadable, and of use to one company only. */
export interface SealedIds {
  /** 60 letters, digits, `-` and `_`; another text each time. @throws TypeError unless the id is a lower-case UUID */
  seal(kind: SealedKind, companyId: string, id: string): string;
  /** The id; undefined for anything that was not sealed here as this kind for this company, whatever the reason. */
  open(kind: SealedKind, companyId: string, sealed: string): string | undefined;
}

export interface SealedIdOptions {
  /** 32 bytes, shared by all replicas and used for nothing else. */
  readonly secret: Uint8Array;
}

/** The 96-bit nonce is random: one key is good for 2^32 ids. @source NIST SP 800-38D, 8.2.2 and 8.3 */
const cipher = { name: 'aes-256-gcm', keyBytes: 32, nonceBytes: 12, tagBytes: 16 } as const;
/** The first byte says how the rest was made, and under which key: the next way will have another number. */
const formatNumber = 1;
const layout = { nonceAt: 1, sealedAt: 13, tagAt: 29, bytes: 45 } as const;
/** 45 bytes are 60 letters of 6 bits without a bit to spare: one id, one text. */
const sealedPattern = /^[A-Za-z0-9_-]{60}$/;
const uuidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Authenticated encryption, bound to kind and company. @throws RangeError unless the key has 32 bytes */
export function createSealedIds({ secret }: SealedIdOptions): SealedIds {
  if (secret.length !== cipher.keyBytes)
    throw new RangeError(`Expected a key of ${cipher.keyBytes} bytes, received ${secret.length}.`);
  const key = createSecretKey(secret);
  const options = { authTagLength: cipher.tagBytes };
  return {
    seal(kind, companyId, id) {
      const nonce = randomBytes(cipher.nonceBytes);
      const sealing = createCipheriv(cipher.name, key, nonce, options).setAAD(toOwner(kind, companyId));
      const sealed = [sealing.update(toBytes(id)), sealing.final()];
      const whole = [Buffer.of(formatNumber), nonce, ...sealed, sealing.getAuthTag()];
      return Buffer.concat(whole).toString('base64url');
    },
    open(kind, companyId, sealed) {
      const bytes = toSealedBytes(sealed);
      if (bytes === undefined) return undefined;
      const nonce = bytes.subarray(layout.nonceAt, layout.sealedAt);
      const opening = createDecipheriv(cipher.name, key, nonce, options).setAAD(toOwner(kind, companyId));
      opening.setAuthTag(bytes.subarray(layout.tagAt));
      const opened = opening.update(bytes.subarray(layout.sealedAt, layout.tagAt));
      return isAuthentic(opening) ? formatUuid(opened) : undefined;
    },
  };
}

function toSealedBytes(sealed: string): Buffer | undefined {
  if (!sealedPattern.test(sealed)) return undefined;
  const bytes = Buffer.from(sealed, 'base64url');
  return bytes[0] === formatNumber ? bytes : undefined;
}

/** What the seal answers for besides the id. No kind has a colon in its name. */
function toOwner(kind: SealedKind, companyId: string): Buffer {
  return Buffer.from(`${formatNumber}:${kind}:${companyId}`);
}

function isAuthentic(opening: { final(): BinaryLike }): boolean {
  try {
    opening.final();
    return true;
  } catch {
    return false;
  }
}

function toBytes(id: string): Buffer {
  if (!uuidPattern.test(id)) throw new TypeError(`Expected a UUID in lower case, received ${id}`);
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
