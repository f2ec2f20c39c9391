// SPDX-License-Identifier: Apache-2.0
import { type Credentials, createClient, type OpenDermClient, type OpenDermError } from '@openderm/sdk';
import { useMemo, useState } from 'preact/hooks';
import { asOpenDermError } from './describe-failure.ts';

export interface SignIn {
  readonly client: OpenDermClient;
  readonly isSignedIn: boolean;
  readonly hasExpired: boolean;
  /** Signs in, or answers why not. */
  signIn(credentials: Credentials): Promise<OpenDermError | undefined>;
  signOut(): void;
  /** The device no longer takes the token: back to the sign-in form, saying so. */
  expire(): void;
}

type Status = 'signedOut' | 'signedIn' | 'expired';

/** Where this tab keeps its token. */
export const tokenKey = 'openderm.token';

/** The account in use. Its token lives in this tab's session storage, the password nowhere but in memory. */
export function useSession(): SignIn {
  const client = useMemo(createPageClient, []);
  const [status, setStatus] = useState<Status>(client.token === undefined ? 'signedOut' : 'signedIn');
  const leave = (next: Status) => {
    client.logout();
    sessionStorage.removeItem(tokenKey);
    setStatus(next);
  };
  return {
    client,
    isSignedIn: status === 'signedIn',
    hasExpired: status === 'expired',
    signIn: async (credentials) => {
      try {
        const { access_token } = await client.login(credentials);
        sessionStorage.setItem(tokenKey, access_token);
        setStatus('signedIn');
        return undefined;
      } catch (error) {
        return asOpenDermError(error);
      }
    },
    signOut: () => leave('signedOut'),
    expire: () => leave('expired'),
  };
}

function createPageClient(): OpenDermClient {
  const token = sessionStorage.getItem(tokenKey);
  const baseUrl = new URL('/v1', location.href).href;
  return createClient({ baseUrl, ...(token === null ? {} : { token }) });
}
