// SPDX-License-Identifier: Apache-2.0
import type { DeviceInformationResponse, LimitsResponse } from '@openderm/contract';
import { createClient } from '@openderm/sdk';
import { useEffect, useState } from 'preact/hooks';
import { tokenKey } from '../home/use-session.ts';

/** What this very device says of itself; a part is missing until it has said it. */
export interface DeviceFacts {
  readonly softwareVersion?: string;
  readonly limits?: LimitsResponse;
  /** Only somebody who is signed in is told. */
  readonly information?: DeviceInformationResponse;
}

export function useDeviceFacts(): DeviceFacts {
  const [facts, setFacts] = useState<DeviceFacts>({});
  useEffect(() => {
    const add = (more: DeviceFacts) => setFacts((known) => ({ ...known, ...more }));
    const token = sessionStorage.getItem(tokenKey);
    const client = createClient({ baseUrl: `${location.origin}/v1`, ...(token !== null && { token }) });
    const unsaid = () => undefined;
    client.limits().then((limits) => add({ limits }), unsaid);
    readVersion().then((softwareVersion) => add({ softwareVersion }), unsaid);
    if (token !== null) client.deviceInformation().then((information) => add({ information }), unsaid);
  }, []);
  return facts;
}

async function readVersion(): Promise<string> {
  const response = await fetch('/v1/', { credentials: 'omit' });
  if (!response.ok) throw new Error(`/v1/ answered ${response.status}`);
  const { version } = (await response.json()) as { readonly version: string };
  return version;
}
