// SPDX-License-Identifier: Apache-2.0
import type { PagePhoto } from '@openderm/contract';
import type { PhotoShelfDependencies } from './photo-shelf.ts';
import { sendPhoto } from './send-photo.ts';
import { isOrderedOtherwise } from './shelf-list.ts';
import { type ShelfPhoto, toPreparedChange } from './shelf-photo.ts';
import type { Outgoing, ShelfState } from './shelf-state.ts';
import type { ShelfWishes } from './shelf-wishes.ts';

export interface ShelfSending {
  /** One after the other: a phone decodes one picture at a time, and its line carries one. */
  prepare(id: string, file: Blob): void;
  send(id: string): void;
}

interface Parts {
  readonly state: ShelfState;
  readonly wishes: ShelfWishes;
  readonly dependencies: PhotoShelfDependencies;
}

export function createShelfSending(parts: Parts): ShelfSending {
  let preparing = Promise.resolve();
  let sending = Promise.resolve();
  const send = (id: string) => {
    sending = sending.then(() => sendOne(id, parts));
  };
  return {
    send,
    prepare(id, file) {
      preparing = preparing.then(async () => {
        if (await prepareOne(id, file, parts)) send(id);
      });
    },
  };
}

async function prepareOne(id: string, file: Blob, { state, dependencies }: Parts): Promise<boolean> {
  const out = state.outgoing.get(id);
  if (out === undefined) return false;
  const prepared = await dependencies.prepare(file);
  if (out.abort.signal.aborted) return false;
  state.change(id, toPreparedChange(prepared));
  if (prepared.kind === 'unusable') return false;
  out.bytes = prepared.bytes;
  if (prepared.bytes !== file) swapPreview(id, prepared.bytes, { state, dependencies });
  return true;
}

/** The smaller picture is shown too: a phone keeps five large ones in memory badly. */
function swapPreview(
  id: string,
  bytes: Blob,
  { state, dependencies: { previews } }: Omit<Parts, 'wishes'>,
): void {
  const old = state.find(id)?.preview;
  state.change(id, { preview: previews.create(bytes) });
  if (old) previews.revoke(old);
}

async function sendOne(id: string, parts: Parts): Promise<void> {
  const { state, dependencies } = parts;
  const out = state.outgoing.get(id);
  const photo = state.find(id);
  if (out === undefined || photo === undefined) return;
  state.change(id, { state: 'sending' });
  out.hasBegun = true;
  try {
    const judged = await sendBytes(photo, out, parts);
    state.change(id, { state: 'judged', verdict: judged.verdict, sentShare: 1 });
    dependencies.onVerdict(judged);
    await readBack(parts);
  } catch (error) {
    if (out.abort.signal.aborted) return;
    state.change(id, { state: 'stopped' });
    dependencies.onTrouble(error);
  }
}

function sendBytes({ id, role }: ShelfPhoto, out: Outgoing, parts: Parts): Promise<PagePhoto> {
  const { state, dependencies } = parts;
  const { bytes, abort } = out;
  return sendPhoto(
    dependencies.client,
    { id, role, bytes },
    {
      signal: abort.signal,
      pause: dependencies.pause,
      onWaiting: (isWaiting) => state.change(id, { state: isWaiting ? 'waiting' : 'sending' }),
      onSent: (sentBytes) => state.change(id, { sentShare: sentBytes / bytes.size }),
    },
  );
}

/** The draft as the server has it now, its photographs in the order of this shelf. */
async function readBack({ state, wishes, dependencies: { client } }: Parts): Promise<void> {
  await wishes.make(async () => {
    const draft = await client.read();
    if (!isOrderedOtherwise(state.list(), draft.photos)) return draft;
    return await client.answer({ photoOrder: state.list().map(({ id }) => id) });
  });
}
