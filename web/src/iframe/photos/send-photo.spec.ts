// SPDX-License-Identifier: Apache-2.0
import { maxPieceBytes, type PageDraft, type PagePhoto } from '@openderm/contract';
import { type NewPhoto, OpenDermError, type PhotoPiece } from '@openderm/sdk';
import { describe, expect, it } from 'vitest';
import { pieceBytes, sendPhoto } from './send-photo.ts';

const verdict = { kind: 'unreadable', code: 'damagedImage' } as const;

/** A server with one photograph that behaves as ours does; `faults` are met by the pieces in turn. */
function createServer(faults: readonly ('lost' | 'answerLost' | 'busy' | 'fine')[] = [], already = 0) {
  const offsets: number[] = [];
  const left = [...faults];
  let photo: PagePhoto | undefined;
  const fail = (): never => {
    throw new OpenDermError('ERR_NETWORK', 'no answer');
  };
  return {
    offsets,
    client: {
      announcePhoto: async (announced: NewPhoto) => {
        photo ??= { ...announced, receivedBytes: already, verdict: null };
        return { photos: [photo] } as unknown as PageDraft;
      },
      sendPiece: async (_id: string, { offset, bytes: piece }: PhotoPiece) => {
        const fault = left.shift() ?? 'fine';
        offsets.push(offset);
        if (photo === undefined || fault === 'lost') return fail();
        const receivedBytes = offset === photo.receivedBytes ? offset + piece.size : photo.receivedBytes;
        const isLookedAt = receivedBytes === photo.totalBytes && fault !== 'busy';
        photo = { ...photo, receivedBytes, verdict: isLookedAt ? verdict : null };
        return fault === 'answerLost' || (receivedBytes === photo.totalBytes && fault === 'busy')
          ? fail()
          : photo;
      },
    },
  };
}

const totalBytes = 2.5 * pieceBytes;
const photo = { id: 'a1b2c3d4', role: 'photograph', bytes: new Blob([new Uint8Array(totalBytes)]) } as const;

async function send({ client }: ReturnType<typeof createServer>) {
  const sent: number[] = [];
  const judged = await sendPhoto(client, photo, {
    signal: new AbortController().signal,
    onWaiting: () => undefined,
    pause: async () => undefined,
    onSent: (bytes) => sent.push(bytes),
  });
  return { judged, sent };
}

describe('a photograph', () => {
  it('goes piece by piece, and tells how far it is', async () => {
    const server = createServer();
    const { judged, sent } = await send(server);
    expect(server.offsets).toEqual([0, pieceBytes, 2 * pieceBytes]);
    expect(sent).toEqual([pieceBytes, 2 * pieceBytes, totalBytes]);
    expect(judged.verdict).toEqual(verdict);
  });

  it('loses one piece to a lost connection', async () => {
    const server = createServer(['fine', 'lost']);
    await send(server);
    expect(server.offsets).toEqual([0, pieceBytes, pieceBytes, 2 * pieceBytes]);
  });

  it('goes on where the server is when only the answer was lost', async () => {
    const server = createServer(['answerLost']);
    await send(server);
    expect(server.offsets).toEqual([0, 0, pieceBytes, 2 * pieceBytes]);
  });

  it('asks again for a verdict that a busy server did not give', async () => {
    const server = createServer(['fine', 'fine', 'busy']);
    expect((await send(server)).judged.verdict).toEqual(verdict);
    expect(server.offsets.at(-1)).toBe(2 * pieceBytes);
  });

  it('that is there already is only asked about', async () => {
    const server = createServer([], totalBytes);
    await send(server).catch(() => undefined);
    expect(server.offsets).toEqual([totalBytes - 1]);
  });

  it('goes in pieces that the server takes', () => {
    expect(pieceBytes).toBeLessThanOrEqual(maxPieceBytes);
  });
});
