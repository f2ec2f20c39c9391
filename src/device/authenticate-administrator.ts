// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { AccountStore } from '../store/accounts/account-store.ts';
import type { Authenticate } from './log-in.ts';

export interface AdministratorDependencies {
  readonly accounts: Pick<AccountStore, 'findById'>;
  readonly authenticate: Authenticate;
}

/**
 * The administrator behind an access token. The role is read anew each time: whoever loses it is out at once.
 * @throws DeviceError `unauthenticated`, `forbidden`
 */
export function createAuthenticateAdministrator(dependencies: AdministratorDependencies): Authenticate {
  return async (token) => {
    const id = await dependencies.authenticate(token);
    const account = await dependencies.accounts.findById(id);
    if (account?.role !== 'administrator') throw new DeviceError('forbidden');
    return id;
  };
}
