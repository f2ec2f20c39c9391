// SPDX-License-Identifier: Apache-2.0

/** A picture's bytes, as a file input, a download or a file system hands them over. */
export type ImageBytes = Blob | Uint8Array;

// A multiple of 3 so that chunks join without padding; small enough to spread over one call's arguments.
const chunkBytes = 3 * 8192;

/** Bare base64 text (RFC 4648 section 4, padded, no data URI), as the device wants it. */
export async function toBase64(image: ImageBytes): Promise<string> {
  const bytes = image instanceof Uint8Array ? image : new Uint8Array(await image.arrayBuffer());
  const native = bytes as Uint8Array & { toBase64?: () => string };
  return native.toBase64?.() ?? joinChunks(bytes);
}

// Node 24 and browsers before 2025 have no Uint8Array.toBase64.
function joinChunks(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    chunks.push(btoa(String.fromCharCode(...bytes.subarray(start, start + chunkBytes))));
  }
  return chunks.join('');
}
