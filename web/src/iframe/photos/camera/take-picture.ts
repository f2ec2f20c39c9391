// SPDX-License-Identifier: Apache-2.0

/** As little loss as the server's own copies have. @source src/vision/decode-image.ts, `keptQuality` */
const jpegQuality = 0.92;

/** What the camera shows now, as a photograph; undefined where the browser gives none. */
export async function takePicture(video: HTMLVideoElement): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return await new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', jpegQuality);
  });
}
