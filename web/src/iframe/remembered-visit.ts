// SPDX-License-Identifier: Apache-2.0

/** Where somebody was when the page was reloaded. The handle opens the draft on the server; nothing else is kept here. */
export interface RememberedVisit {
  readonly handle: string;
  readonly step: string;
  /** The address it was made at: another address is another visit. */
  readonly address: string;
}

const key = 'openderm.visit';

/** Undefined also where the browser lets a framed page keep nothing: then a reload begins anew. */
export function recallVisit(): RememberedVisit | undefined {
  try {
    const visit: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isVisit(visit) && visit.address === location.search ? visit : undefined;
  } catch {
    return undefined;
  }
}

export function rememberVisit(visit: Omit<RememberedVisit, 'address'>): void {
  withStorage(() => sessionStorage.setItem(key, JSON.stringify({ ...visit, address: location.search })));
}

export function forgetVisit(): void {
  withStorage(() => sessionStorage.removeItem(key));
}

function withStorage(act: () => void): void {
  try {
    act();
  } catch {
    // Storage is denied to framed pages in some browsers: the flow works without it.
  }
}

function isVisit(value: unknown): value is RememberedVisit {
  if (typeof value !== 'object' || value === null) return false;
  const { handle, step, address } = value as Record<string, unknown>;
  return [handle, step, address].every((each) => typeof each === 'string');
}
