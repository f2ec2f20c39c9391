// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';
import type { Draft, DraftPhoto, PhotoVerdict } from '../../record/draft.ts';
import type { DraftStore } from '../../store/drafts/draft-store.ts';
import type { ImageReader } from '../../vision/image-reader.ts';
import { toValueProblem } from '../field-reading.ts';
import type { PhotoInDraft } from './draft-view.ts';
import type { HeldDraft, HoldDraft } from './hold-draft.ts';

/** A photograph that is about to come. */
export type NewDraftPhoto = Omit<DraftPhoto, 'verdict'>;

export interface PhotoPiece {
  readonly photoId: string;
  /** Bytes before this piece. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export interface DraftPhotos {
  /** Says what is coming; saying it again changes nothing. @throws DeviceError `draftGone`, `draftDone`, `tooManyImages`, `imageTooLarge` */
  announce(handle: string, photo: NewDraftPhoto): Promise<HeldDraft>;
  /**
   * Takes a piece that follows what is there; the last one has the photograph looked at. A piece sent twice, or too
   * early, does no harm: the answer says what there is.
   * @throws DeviceError `draftGone`, `notFound`; what the reader throws when it has no room
   */
  addPiece(handle: string, piece: PhotoPiece): Promise<PhotoInDraft>;
  /** One that is gone already may be removed again. @throws DeviceError `draftGone`, `draftDone` */
  remove(handle: string, photoId: string): Promise<HeldDraft>;
}

export interface DraftPhotosDependencies {
  readonly hold: HoldDraft;
  readonly drafts: Pick<DraftStore, 'addChunk' | 'readPhoto' | 'removePhoto'>;
  readonly reader: Pick<ImageReader, 'read'>;
  readonly limits: { readonly maxPhotos: number; readonly maxPhotoBytes: number };
}

export function createDraftPhotos(dependencies: DraftPhotosDependencies): DraftPhotos {
  const { hold, drafts } = dependencies;
  return {
    announce: (handle, photo) => hold.change(handle, (draft) => withPhoto(draft, photo, dependencies.limits)),
    addPiece: (handle, piece) => addPiece(handle, piece, dependencies),
    async remove(handle, photoId) {
      const held = await hold.change(handle, (draft) => withoutPhoto(draft, photoId));
      await drafts.removePhoto(held.draft.id, photoId);
      return held;
    },
  };
}

function withPhoto(draft: Draft, photo: NewDraftPhoto, limits: DraftPhotosDependencies['limits']): Draft {
  if (draft.photos.some(({ id }) => id === photo.id)) return draft;
  assertOpen(draft);
  if (photo.totalBytes > limits.maxPhotoBytes) throw new DeviceError('imageTooLarge');
  const others = draft.photos.filter(({ role }) => role === photo.role);
  const most = photo.role === 'context' ? 1 : limits.maxPhotos;
  if (others.length >= most) throw new DeviceError('tooManyImages');
  return { ...draft, photos: [...draft.photos, { ...photo, verdict: null }] };
}

function withoutPhoto(draft: Draft, photoId: string): Draft {
  const photos = draft.photos.filter(({ id }) => id !== photoId);
  if (photos.length === draft.photos.length) return draft;
  assertOpen(draft);
  return { ...draft, photos };
}

/** A report's photographs are what it was made of; its later scores are read off them too. */
function assertOpen({ isDone }: Draft): void {
  if (isDone) throw new DeviceError('draftDone');
}

async function addPiece(
  handle: string,
  { photoId, offset, bytes }: PhotoPiece,
  dependencies: DraftPhotosDependencies,
): Promise<PhotoInDraft> {
  const { hold, drafts } = dependencies;
  const { draft } = await hold.find(handle);
  const photo = findPhoto(draft, photoId);
  if (photo.verdict) return { ...photo, receivedBytes: photo.totalBytes };
  if (offset + bytes.byteLength > photo.totalBytes) throw tooLong(photo);
  const receivedBytes = await drafts.addChunk({ draftId: draft.id, photoId, offset, bytes });
  if (receivedBytes < photo.totalBytes) return { ...photo, receivedBytes };
  const verdict = await lookAt(draft, photoId, dependencies);
  await hold.change(handle, (current) => withVerdict(current, photoId, verdict));
  return { ...photo, verdict, receivedBytes };
}

function findPhoto(draft: Draft, photoId: string): DraftPhoto {
  const photo = draft.photos.find(({ id }) => id === photoId);
  if (photo === undefined) throw new DeviceError('notFound');
  return photo;
}

function tooLong({ totalBytes }: DraftPhoto): DeviceError {
  const text = `the photograph was announced with ${totalBytes} bytes`;
  return new DeviceError('invalidRequest', { problems: [toValueProblem(['body'], text)] });
}

/** Why a file is no photograph of use: the person can choose another one. */
const unreadable = ['unsupportedImage', 'damagedImage', 'imageTooManyPixels', 'imageTooLarge'];

async function lookAt(
  { id: draftId }: Draft,
  photoId: string,
  { drafts, reader }: DraftPhotosDependencies,
): Promise<PhotoVerdict> {
  const bytes = await drafts.readPhoto(draftId, photoId);
  try {
    const job = { requestId: draftId, bytes, encoding: 'binary', withHeatMaps: false } as const;
    const { validity, widthPx, heightPx } = await reader.read(job);
    return { kind: 'read', validity, widthPx, heightPx };
  } catch (error) {
    if (error instanceof DeviceError && unreadable.includes(error.code))
      return { kind: 'unreadable', code: error.code };
    throw error;
  }
}

function withVerdict(draft: Draft, photoId: string, verdict: PhotoVerdict): Draft {
  return {
    ...draft,
    photos: draft.photos.map((each) => (each.id === photoId ? { ...each, verdict } : each)),
  };
}
