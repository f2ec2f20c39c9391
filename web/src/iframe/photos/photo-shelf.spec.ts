// SPDX-License-Identifier: Apache-2.0
import type { AnswerDraftRequest, PageDraft, PagePhoto } from '@openderm/contract';
import { type NewPhoto, OpenDermError } from '@openderm/sdk';
import { describe, expect, it } from 'vitest';
import { createPhotoShelf } from './photo-shelf.ts';

const verdict = { kind: 'unreadable', code: 'damagedImage' } as const;

/** A shelf before a server in this process; `isOff` is a line that is cut. */
function createDesk(known: readonly PagePhoto[] = []) {
  const server = { photos: [...known], isOff: false, isGone: false, takesNothing: false };
  const told: string[] = [];
  const waiting: (() => void)[] = [];
  let ids = 0;
  const draft = () => ({ photos: server.photos }) as unknown as PageDraft;
  const reach = () => {
    if (server.isOff) throw new OpenDermError('ERR_NETWORK', 'no line');
    if (server.isGone) throw new OpenDermError('ERR_INVALID_REQUEST', 'gone');
  };
  const client = {
    announcePhoto: async (photo: NewPhoto) => {
      reach();
      server.photos.push({ ...photo, receivedBytes: 0, verdict: null });
      return draft();
    },
    sendPiece: async (id: string) => {
      reach();
      if (server.takesNothing) throw new OpenDermError('ERR_INVALID_REQUEST', 'no piece');
      server.photos = server.photos.map((photo) =>
        photo.id === id ? { ...photo, receivedBytes: photo.totalBytes, verdict } : photo,
      );
      return server.photos.find((photo) => photo.id === id) as PagePhoto;
    },
    removePhoto: async (id: string) => {
      reach();
      server.photos = server.photos.filter((photo) => photo.id !== id);
      return draft();
    },
    answer: async ({ photoOrder = [] }: AnswerDraftRequest) => {
      reach();
      server.photos.sort((one, other) => photoOrder.indexOf(one.id) - photoOrder.indexOf(other.id));
      return draft();
    },
    read: async () => {
      reach();
      return draft();
    },
  };
  const shelf = createPhotoShelf(
    {
      client,
      prepare: async (file) =>
        file.type === 'text/plain'
          ? { kind: 'unusable', fault: 'heic' }
          : { kind: 'ready', bytes: file, early: null, reduced: null },
      pause: (_ms, signal) =>
        new Promise((resolve) => {
          waiting.push(resolve);
          signal.addEventListener('abort', () => resolve());
        }),
      createId: () => `photo-${++ids}`,
      previews: { create: () => `blob:${ids}`, revoke: (address) => told.push(`revoked ${address}`) },
      onDraft: () => told.push('draft'),
      onTrouble: () => told.push('trouble'),
      onVerdict: ({ id }) => told.push(`verdict ${id}`),
    },
    known,
  );
  const until = async (is: () => boolean) => {
    while (!is()) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const isOnline = () => {
    server.isOff = false;
    for (const go of waiting.splice(0)) go();
  };
  return { shelf, server, told, until, isOnline, settled: () => until(() => !shelf.isBusy()) };
}

const file = (type = 'image/jpeg') => new Blob(['a photograph'], { type });
const ids = (photos: readonly { readonly id: string }[]) => photos.map(({ id }) => id);

describe('a shelf of photographs', () => {
  it('sends what is put on it, in that order, and tells each verdict', async () => {
    const { shelf, server, told, settled } = createDesk();
    shelf.add([file(), file()], 'photograph');
    expect([shelf.isBusy(), shelf.list().map(({ state }) => state)]).toEqual([
      true,
      ['preparing', 'preparing'],
    ]);
    await settled();
    expect(shelf.list().map(({ state }) => state)).toEqual(['judged', 'judged']);
    expect(ids(server.photos)).toEqual(['photo-1', 'photo-2']);
    expect(told.filter((each) => each.startsWith('verdict'))).toEqual(['verdict photo-1', 'verdict photo-2']);
  });

  it('keeps one that is no photograph from the server, and says why', async () => {
    const { shelf, server, settled } = createDesk();
    shelf.add([file('text/plain'), file()], 'photograph');
    await settled();
    expect(shelf.list().map(({ state, fault }) => [state, fault])).toEqual([
      ['unusable', 'heic'],
      ['judged', null],
    ]);
    expect(ids(server.photos)).toEqual(['photo-2']);
  });

  it('waits for a lost line and goes on by itself', async () => {
    const { shelf, server, until, isOnline, settled } = createDesk();
    server.isOff = true;
    shelf.add([file()], 'photograph');
    await until(() => shelf.list()[0]?.state === 'waiting');
    isOnline();
    await settled();
    expect(shelf.list()[0]?.state).toBe('judged');
  });

  it('lets one be removed that waits, and sends the next', async () => {
    const { shelf, server, until, isOnline, settled } = createDesk();
    server.isOff = true;
    shelf.add([file(), file()], 'photograph');
    await until(() => shelf.list()[0]?.state === 'waiting');
    shelf.remove('photo-1');
    await until(() => shelf.list()[0]?.state === 'waiting');
    isOnline();
    await settled();
    expect([ids(shelf.list()), ids(server.photos)]).toEqual([['photo-2'], ['photo-2']]);
  });

  it('has the server put them in the order in which they lie', async () => {
    const { shelf, server, settled } = createDesk();
    shelf.add([file(), file(), file()], 'photograph');
    await settled();
    shelf.move('photo-3', -1);
    await settled();
    expect(ids(server.photos)).toEqual(['photo-1', 'photo-3', 'photo-2']);
  });

  it('puts one taken again in the place of the old one, which is forgotten everywhere', async () => {
    const { shelf, server, told, settled } = createDesk();
    shelf.add([file(), file()], 'photograph');
    await settled();
    shelf.add([file()], 'photograph', 'photo-1');
    await settled();
    expect([ids(shelf.list()), ids(server.photos)]).toEqual([
      ['photo-3', 'photo-2'],
      ['photo-3', 'photo-2'],
    ]);
    expect(told.filter((each) => each.startsWith('revoked'))).toHaveLength(1);
  });

  it('stops where waiting cannot help, says so, and sends again when asked', async () => {
    const { shelf, server, told, settled } = createDesk();
    server.isGone = true;
    shelf.add([file()], 'photograph');
    await settled();
    expect([shelf.list()[0]?.state, told]).toEqual(['stopped', ['trouble']]);
    server.isGone = false;
    shelf.retry('photo-1');
    await settled();
    expect(shelf.list()[0]?.state).toBe('judged');
  });

  it('forgets one everywhere that is removed before its second turn', async () => {
    const { shelf, server, settled } = createDesk();
    server.takesNothing = true;
    shelf.add([file()], 'photograph');
    await settled();
    expect([shelf.list()[0]?.state, ids(server.photos)]).toEqual(['stopped', ['photo-1']]);
    shelf.retry('photo-1');
    shelf.remove('photo-1');
    await settled();
    expect([ids(shelf.list()), ids(server.photos)]).toEqual([[], []]);
  });

  it('knows after a reload what the server has, and what was interrupted', () => {
    const { shelf } = createDesk([
      { id: 'whole-one', role: 'photograph', totalBytes: 8, receivedBytes: 8, verdict },
      { id: 'half-done', role: 'photograph', totalBytes: 8, receivedBytes: 4, verdict: null },
    ]);
    expect(shelf.list().map(({ state }) => state)).toEqual(['judged', 'lost']);
    expect(shelf.isBusy()).toBe(false);
  });
});
