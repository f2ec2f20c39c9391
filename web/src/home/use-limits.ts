// SPDX-License-Identifier: Apache-2.0
import type { OpenDermClient } from '@openderm/sdk';
import { useEffect, useState } from 'preact/hooks';
import type { PhotoLimits } from './check-photos.ts';

/** What the device accepts; undefined until it has said so, and then it decides by itself. */
export function useLimits(client: OpenDermClient): PhotoLimits | undefined {
  const [limits, setLimits] = useState<PhotoLimits>();
  useEffect(() => {
    client.limits().then(
      (answer) =>
        setLimits({
          images: answer.request.maxImages,
          imageBytes: answer.image.maxBytes,
          bodyBytes: answer.request.maxBytes,
          pixels: answer.image.maxPixels,
          warnBelowPercent: answer.imageEvidence.warnBelowPercent,
        }),
      () => setLimits(undefined),
    );
  }, [client]);
  return limits;
}
