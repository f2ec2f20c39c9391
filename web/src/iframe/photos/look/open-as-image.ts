// SPDX-License-Identifier: Apache-2.0

/** Opens a file as the browser opens pictures in a page, which some can with HEIC; undefined where it cannot. */
export async function openAsImage(file: Blob): Promise<ImageBitmap | undefined> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return await createImageBitmap(image);
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
