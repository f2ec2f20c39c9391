// SPDX-License-Identifier: Apache-2.0
import { AnnouncePhotoRequest, maxPieceBytes, PageDraft, PagePhoto, PhotoParams } from '@openderm/contract';
import Type from 'typebox';
import type { DraftDesk } from '../../device/drafts/draft-desk.ts';
import type { App } from '../app.ts';
import { toProblemSchemas } from '../error-schemas.ts';
import { draftPath } from './drafts.ts';
import { handleOf, needsHandle, requireHandle } from './require-handle.ts';
import { toPageDraft, toPagePhoto } from './to-page-draft.ts';

export interface DraftPhotoRoutes {
  readonly draftDesk: DraftDesk;
}

const path = `${draftPath}/photos/:photoId`;
const Offset = Type.Object({
  'upload-offset': Type.Integer({ minimum: 0, description: 'Bytes of the photograph before this piece.' }),
});

/** Photographs come in pieces, so that a lost connection costs one of them. */
export function routeDraftPhotos(app: App, { draftDesk }: DraftPhotoRoutes): void {
  const known = { security: needsHandle, tags: ['Page'], params: PhotoParams };
  const gone = toProblemSchemas('unauthenticated', 'draftGone');
  app.put(path, {
    onRequest: requireHandle,
    schema: {
      ...known,
      operationId: 'announcePhoto',
      summary: 'Say that a photograph is coming; saying it again changes nothing',
      body: AnnouncePhotoRequest,
      response: {
        200: PageDraft,
        ...gone,
        ...toProblemSchemas('draftDone', 'invalidRequest', 'tooManyImages', 'imageTooLarge'),
      },
    },
    handler: async (request) => {
      const { params, body } = request;
      const seen = await draftDesk.announce(handleOf(request), { id: params.photoId, ...body });
      return toPageDraft(seen.view, seen.reportId);
    },
  });
  app.delete(path, {
    onRequest: requireHandle,
    schema: {
      ...known,
      operationId: 'removePhoto',
      summary: 'Forget a photograph',
      response: { 200: PageDraft, ...gone, ...toProblemSchemas('draftDone') },
    },
    handler: async (request) => {
      const seen = await draftDesk.removePhoto(handleOf(request), request.params.photoId);
      return toPageDraft(seen.view, seen.reportId);
    },
  });
  app.register(async (scope: App) => routePieces(scope, draftDesk));
}

function routePieces(app: App, draftDesk: DraftDesk): void {
  app.removeAllContentTypeParsers();
  const parse = { parseAs: 'buffer', bodyLimit: maxPieceBytes } as const;
  app.addContentTypeParser('application/octet-stream', parse, (_request, body, done) => done(null, body));
  app.patch(path, {
    onRequest: requireHandle,
    bodyLimit: maxPieceBytes,
    schema: {
      tags: ['Page'],
      security: needsHandle,
      operationId: 'sendPhotoPiece',
      summary: 'A piece of a photograph',
      description:
        'A piece that does not follow what is there is ignored; the answer says where the next one begins. After the last the photograph is looked at.',
      consumes: ['application/octet-stream'],
      params: PhotoParams,
      headers: Offset,
      response: {
        200: PagePhoto,
        ...toProblemSchemas(
          'unauthenticated',
          'draftGone',
          'notFound',
          'invalidRequest',
          'bodyTooLarge',
          'wrongContentType',
          'queueFull',
          'workerLost',
          'workerTimeout',
        ),
      },
    },
    handler: async (request) => {
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      const piece = { photoId: request.params.photoId, offset: request.headers['upload-offset'], bytes };
      return toPagePhoto(await draftDesk.addPiece(handleOf(request), piece));
    },
  });
}
