// SPDX-License-Identifier: Apache-2.0
import type { Draft } from '../../record/draft.ts';

/** A piece of a photograph. */
export interface PhotoChunk {
  readonly draftId: string;
  readonly photoId: string;
  /** Bytes before it. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Reports being made on pages. Every replica sees them, so that a page may lose one server and find another. */
export interface DraftStore {
  /** @param handleHash SHA-256 of the handle, lower-case hex: who knows the handle may go on */
  add(draft: Draft, handleHash: string): Promise<void>;
  /** Undefined for an expired draft as for an unknown one. */
  find(handleHash: string, nowMs: number): Promise<Draft | undefined>;
  /** Keeps a changed draft with the next revision; false when somebody else changed it meanwhile, or it is gone. */
  replace(draft: Draft): Promise<boolean>;
  /** Takes the piece when it follows what is there, and ignores it when it does not. Returns the bytes there are. */
  addChunk(chunk: PhotoChunk): Promise<number>;
  /** All that came of a photograph so far, in order. */
  readPhoto(draftId: string, photoId: string): Promise<Uint8Array>;
  receivedBytes(draftId: string, photoId: string): Promise<number>;
  removePhoto(draftId: string, photoId: string): Promise<void>;
  remove(draftId: string): Promise<void>;
  /** Forgets what has expired; returns how many drafts. */
  removeExpired(nowMs: number): Promise<number>;
}
