// SPDX-License-Identifier: Apache-2.0
import type { PostToHost } from './post-to-host.ts';

/** Tells the host how tall the page would like to be, whenever that changes. Returns what ends it. */
export function reportHeight(postToHost: PostToHost, root: HTMLElement): () => void {
  let lastPx = 0;
  const tell = () => {
    const heightPx = Math.ceil(root.scrollHeight);
    if (heightPx === lastPx) return;
    lastPx = heightPx;
    postToHost({ message: 'openderm_height', id: null, payload: heightPx });
  };
  const observer = new ResizeObserver(tell);
  observer.observe(root);
  return () => observer.disconnect();
}
