// SPDX-License-Identifier: Apache-2.0
import type { PagePhoto } from '@openderm/contract';
import type { EarlyVerdict, PreparedPhoto, ReducedSize } from './prepared-photo.ts';

/**
 * Where a photograph is on its way. `lost`: begun before a reload, the rest of it is gone from the browser;
 * `unusable`: the browser found that it is no photograph the server reads; `stopped`: sending failed for good.
 */
export type ShelfStage =
  | 'preparing'
  | 'queued'
  | 'sending'
  | 'waiting'
  | 'judged'
  | 'lost'
  | 'unusable'
  | 'stopped';

/** A photograph as the page shows it. */
export interface ShelfPhoto extends Pick<PagePhoto, 'id' | 'role' | 'verdict'> {
  /** Address of a picture in memory; null after a reload, for no photograph is stored in the browser. */
  readonly preview: string | null;
  readonly state: ShelfStage;
  /** 0-1. */
  readonly sentShare: number;
  /** What the browser itself measured; null where it could not. */
  readonly early: EarlyVerdict | null;
  /** Null where the file is sent as it is. */
  readonly reduced: ReducedSize | null;
  /** Why it is `unusable`: a device code, or `heic`. */
  readonly fault: string | null;
}

/** What is still to come: then the way on stays closed. */
export function isUnderWay({ state }: ShelfPhoto): boolean {
  return state === 'preparing' || state === 'queued' || state === 'sending' || state === 'waiting';
}

export function isReadable({ verdict }: Pick<ShelfPhoto, 'verdict'>): boolean {
  return verdict?.kind === 'read';
}

/** A photograph that the server has, e.g. after a reload. */
export function toShelfPhoto({ id, role, verdict, receivedBytes, totalBytes }: PagePhoto): ShelfPhoto {
  return {
    id,
    role,
    verdict,
    preview: null,
    state: verdict === null ? 'lost' : 'judged',
    sentShare: receivedBytes / totalBytes,
    early: null,
    reduced: null,
    fault: null,
  };
}

/** One that was chosen just now. */
export function toFresh(id: string, role: ShelfPhoto['role'], preview: string): ShelfPhoto {
  return {
    id,
    role,
    preview,
    verdict: null,
    state: 'preparing',
    sentShare: 0,
    early: null,
    reduced: null,
    fault: null,
  };
}

/** What preparing a file found. */
export function toPreparedChange(prepared: PreparedPhoto): Partial<ShelfPhoto> {
  if (prepared.kind === 'unusable') return { state: 'unusable', fault: prepared.fault };
  return { state: 'queued', early: prepared.early, reduced: prepared.reduced };
}
