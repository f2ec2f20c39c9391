// SPDX-License-Identifier: Apache-2.0
import type { PostToHost } from './post-to-host.ts';

/** Tells the host how tall the page would like to be, whenever that changes. Returns what ends it. */
export function reportHeight(postToHost: PostToHost, root: HTMLElement): () => void {
  let lastPx = 0;
  const tell = () => {
    const heightPx = measure(root);
    if (heightPx === lastPx) return;
    lastPx = heightPx;
    postToHost({ message: 'openderm_height', id: null, payload: heightPx });
  };
  const resizing = new ResizeObserver(tell);
  resizing.observe(root);
  // The page fills its frame: a step that is shorter than the one before leaves the root as tall as it was.
  const changing = new MutationObserver(tell);
  changing.observe(root, { childList: true, subtree: true, characterData: true });
  return () => {
    resizing.disconnect();
    changing.disconnect();
  };
}

/** Without the room that the frame has to spare: else a frame that has grown would never shrink. */
function measure(root: HTMLElement): number {
  const { minHeight } = root.style;
  root.style.minHeight = '0';
  const heightPx = Math.ceil(root.scrollHeight);
  root.style.minHeight = minHeight;
  return heightPx;
}
