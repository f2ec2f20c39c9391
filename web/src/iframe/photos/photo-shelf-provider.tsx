// SPDX-License-Identifier: Apache-2.0
import type { PagePhoto } from '@openderm/contract';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useFlow } from '../flow-context.ts';
import { useTrouble } from '../trouble-context.ts';
import { createPictureDesk } from './look/picture-desk.ts';
import { pauseUntilOnline } from './pause-until-online.ts';
import { createPhotoShelf } from './photo-shelf.ts';
import { PhotoShelfContext, PictureDeskContext } from './photo-shelf-context.ts';

/** Keeps the photographs of this visit, in memory only, while the person goes back and forth between screens. */
export function PhotoShelfProvider({ children }: { readonly children: ComponentChildren }) {
  const flow = useFlow();
  const onTrouble = useTrouble();
  const latest = useRef({ flow, onTrouble });
  latest.current = { flow, onTrouble };
  const { client, draft } = flow;
  const desk = useMemo(() => createPictureDesk(draft.photoRules), [client]);
  const shelf = useMemo(
    () =>
      createPhotoShelf(
        {
          client,
          prepare: desk.prepare,
          pause: pauseUntilOnline,
          createId: createPhotoId,
          previews: {
            create: (bytes) => URL.createObjectURL(bytes),
            revoke: (address) => URL.revokeObjectURL(address),
          },
          onDraft: (changed) => latest.current.flow.setDraft(changed),
          onTrouble: (trouble) => latest.current.onTrouble(trouble),
          onVerdict: (photo) => tellRejection(photo, latest.current.flow.postToHost),
        },
        draft.photos,
      ),
    [client],
  );
  return (
    <PictureDeskContext.Provider value={desk}>
      <PhotoShelfContext.Provider value={shelf}>{children}</PhotoShelfContext.Provider>
    </PictureDeskContext.Provider>
  );
}

/** `crypto.randomUUID` is missing on pages without TLS, e.g. on a developer's phone; random bytes are not. */
function createPhotoId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The host learns why a photograph was not accepted, by the codes of the reasons. */
function tellRejection(
  { id, role, verdict }: PagePhoto,
  postToHost: ReturnType<typeof useFlow>['postToHost'],
): void {
  if (verdict === null) return;
  const reasons = verdict.kind === 'unreadable' ? [verdict.code] : verdict.validity.reasons;
  const isRejected = verdict.kind === 'unreadable' || (role === 'photograph' && !verdict.validity.isValid);
  if (isRejected) postToHost({ message: 'image_rejected', id, payload: [...reasons] });
}
