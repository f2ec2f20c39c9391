// SPDX-License-Identifier: Apache-2.0
import type { PagePhoto } from '@openderm/contract';
import type { DraftClient } from '@openderm/sdk';
import { type OutageCall, throughOutages } from './through-outages.ts';

/** Half of what the server takes at once: a poor line loses little, and the bar moves. Our own convention. */
export const pieceBytes = 256 * 1024;

export interface OutgoingPhoto extends Pick<PagePhoto, 'id' | 'role'> {
  readonly bytes: Blob;
}

export interface SendingCall extends OutageCall {
  /** Bytes that the server has. */
  readonly onSent: (bytes: number) => void;
}

/**
 * Sends a photograph piece by piece, goes on where a lost connection left it, and waits for the server's verdict.
 * @throws OpenDermError where waiting cannot help, e.g. `draftGone`
 */
export async function sendPhoto(
  client: Pick<DraftClient, 'announcePhoto' | 'sendPiece'>,
  { id, role, bytes }: OutgoingPhoto,
  call: SendingCall,
): Promise<PagePhoto> {
  const { signal } = call;
  const announced = await throughOutages(
    () => client.announcePhoto({ id, role, totalBytes: bytes.size }, { signal }),
    call,
  );
  let known = announced.photos.find((photo) => photo.id === id);
  while (known === undefined || known.verdict === null) {
    // All is there but was not looked at, for the server was busy: the last byte, sent again, asks for it.
    const from = Math.min(known?.receivedBytes ?? 0, bytes.size - 1);
    const piece = bytes.slice(from, from + pieceBytes);
    known = await throughOutages(
      () => client.sendPiece(id, { offset: from, bytes: piece }, { signal }),
      call,
    );
    call.onSent(known.receivedBytes);
  }
  return known;
}
