// SPDX-License-Identifier: Apache-2.0
export {
  type DefineOptions,
  defineFrame,
  type FrameEvents,
  frameTag,
  type OpenDermFrame,
} from './define-frame.ts';
export { type FrameAddress, type FrameContent, toFrameAddress } from './frame-address.ts';
export { type FrameMessage, readFrameMessage } from './frame-message.ts';
export {
  type FrameLocale,
  type FrameParameters,
  flagNames,
  textNames,
  toFrameQuery,
} from './frame-parameters.ts';
export { type FrameListening, listenToFrame } from './listen-to-frame.ts';
export { type FrameSizing, type MountedFrame, type MountOptions, mountFrame } from './mount-frame.ts';
