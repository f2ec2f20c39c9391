// SPDX-License-Identifier: Apache-2.0
import type { HostMessage } from '@openderm/sdk';

/** What apps inject into the page they show. @source the compatible page's names for iOS and Android */
interface NativeHosts {
  readonly webkit?: { readonly messageHandlers?: { readonly bridge?: { postMessage(data: unknown): void } } };
  readonly legitHealthJsObject?: { postMessage(data: string): void };
}

export type PostToHost = (message: HostMessage) => void;

/**
 * Tells whoever shows the page: the windows around it that come from a known origin, and the app whose web view it is.
 * @param origins a browser delivers to none but these
 */
export function createPostToHost(
  origins: readonly string[],
  page: Window & NativeHosts = window,
): PostToHost {
  return (message) => {
    const reached = page.parent === page ? [] : narrowToParent(origins, page);
    for (const origin of reached) page.parent.postMessage(message, origin);
    page.webkit?.messageHandlers?.bridge?.postMessage(message);
    page.legitHealthJsObject?.postMessage(JSON.stringify(message));
  };
}

/** Where the browser tells whose page is around this one, no other origin is tried: each would be an error on the console. */
function narrowToParent(origins: readonly string[], { location }: Window): readonly string[] {
  // Not every browser has it, whatever the types say.
  const ancestors: DOMStringList | undefined = location.ancestorOrigins;
  const parent = ancestors?.[0];
  return parent === undefined ? origins : origins.filter((origin) => origin === '*' || origin === parent);
}
