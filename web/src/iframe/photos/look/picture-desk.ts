// SPDX-License-Identifier: Apache-2.0
import type { EarlyVerdict, PreparedPhoto } from '../prepared-photo.ts';
import { openAsImage } from './open-as-image.ts';
import type { PictureAnswer, PictureQuestion } from './picture-messages.ts';
import type { FileRules } from './prepare-file.ts';

/** Where pictures are looked at before they are sent. A browser in which that does not work sends them unseen. */
export interface PictureDesk {
  prepare(file: Blob): Promise<PreparedPhoto>;
  /** A picture that the camera shows; undefined where it cannot be told. The bitmap is used up. */
  look(bitmap: ImageBitmap): Promise<EarlyVerdict | undefined>;
}

type Pending = (answer: PictureAnswer | undefined) => void;
type Question = PictureQuestion extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'id'>
    : never
  : never;

/** The worker is fetched when the first picture comes. */
export function createPictureDesk(rules: FileRules, startWorker = startPictureWorker): PictureDesk {
  const ask = createAsk(startWorker);
  return {
    async prepare(file) {
      const asked = { kind: 'prepare', file, rules, bitmap: undefined } as const;
      const answer = await ask(asked);
      if (answer?.kind !== 'prepare' || answer.answer === null) return unseen(file, rules);
      const isHeic = answer.answer.kind === 'unusable' && answer.answer.fault === 'heic';
      const bitmap = isHeic ? await openAsImage(file) : undefined;
      if (bitmap === undefined) return answer.answer;
      const again = await ask({ ...asked, bitmap }, [bitmap]);
      return (again?.kind === 'prepare' ? again.answer : null) ?? answer.answer;
    },
    async look(bitmap) {
      const { acceptableFrom } = rules;
      const answer = await ask({ kind: 'look', bitmap, acceptableFrom }, [bitmap]);
      return answer?.kind === 'look' ? (answer.answer ?? undefined) : undefined;
    },
  };
}

function unseen(file: Blob, { maxPhotoBytes }: FileRules): PreparedPhoto {
  if (file.size > maxPhotoBytes) return { kind: 'unusable', fault: 'imageTooLarge' };
  return { kind: 'ready', bytes: file, early: null, reduced: null };
}

export function startPictureWorker(): Worker {
  return new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
}

/** Questions to the worker by number; undefined once it is broken. */
function createAsk(startWorker: () => Worker) {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let asked = 0;
  let isBroken = false;
  const giveUp = () => {
    isBroken = true;
    for (const settle of pending.values()) settle(undefined);
    pending.clear();
  };
  const start = () => {
    const started = startWorker();
    started.addEventListener('error', giveUp);
    started.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => {
      pending.get(data.id)?.(data);
      pending.delete(data.id);
    });
    return started;
  };
  return async (question: Question, transfer: Transferable[] = []): Promise<PictureAnswer | undefined> => {
    if (isBroken) return undefined;
    const id = ++asked;
    return await new Promise<PictureAnswer | undefined>((resolve) => {
      pending.set(id, resolve);
      try {
        worker ??= start();
        worker.postMessage({ ...question, id }, transfer);
      } catch {
        giveUp();
      }
    });
  };
}
