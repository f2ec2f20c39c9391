// SPDX-License-Identifier: Apache-2.0
export type { AdminClient } from './admin-client.ts';
export {
  type CallOptions,
  type ClientOptions,
  createClient,
  type OpenDermClient,
  type UploadOptions,
} from './create-client.ts';
export {
  createDraftClient,
  type DraftClient,
  type DraftClientOptions,
  type NewPhoto,
  type PhotoPiece,
} from './draft-client.ts';
export { type HostMessage, type HostMessageName, isHostMessage } from './host-message.ts';
export {
  OpenDermError,
  type OpenDermErrorCode,
  type OpenDermErrorDetails,
  type RefusedField,
} from './openderm-error.ts';
export type { Credentials } from './session.ts';
export type { ImageBytes } from './to-base64.ts';
export type { DeviceImage, LabelledImage } from './to-body.ts';
