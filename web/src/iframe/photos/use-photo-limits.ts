// SPDX-License-Identifier: Apache-2.0
import type { LimitsResponse } from '@openderm/contract';
import { useEffect, useState } from 'preact/hooks';
import { useFlow } from '../flow-context.ts';

/** What the server accepts, as it says itself; undefined until it has said so, and then it decides alone. */
export function usePhotoLimits(): LimitsResponse | undefined {
  const { client } = useFlow();
  const [limits, setLimits] = useState<LimitsResponse>();
  useEffect(() => {
    client.limits().then(setLimits, () => undefined);
  }, [client]);
  return limits;
}
