// SPDX-License-Identifier: Apache-2.0
import { type FrameMessage, readFrameMessage } from './frame-message.ts';

export interface FrameListening {
  readonly frame: HTMLIFrameElement;
  /** Of the server. */
  readonly origin: string;
  readonly onMessage: (message: FrameMessage) => void;
  /** The window that holds the frame. */
  readonly host?: Window;
}

/**
 * Hears what the page in this very frame says. Any window may post to the host, and may forge every field: only its
 * source and its origin are the browser's own word. Returns what ends it.
 */
export function listenToFrame({ frame, origin, onMessage, host = window }: FrameListening): () => void {
  const hear = (event: MessageEvent<unknown>) => {
    const isFromFrame = event.source !== null && event.source === frame.contentWindow;
    if (!isFromFrame || event.origin !== origin) return;
    const message = readFrameMessage(event.data);
    if (message !== undefined) onMessage(message);
  };
  host.addEventListener('message', hear);
  return () => host.removeEventListener('message', hear);
}
