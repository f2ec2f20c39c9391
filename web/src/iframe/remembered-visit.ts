// SPDX-License-Identifier: Apache-2.0

/** Where somebody was when the page was reloaded. The handle opens the draft on the server; nothing else is kept here. */
export interface RememberedVisit {
  readonly handle: string;
  readonly step: string;
  /** The address it was made at: another address is another visit. */
  readonly address: string;
}

const key = 'openderm.visit';

/** Undefined where nothing was kept, or what was kept belongs to another address. */
export function recallVisit(): RememberedVisit | undefined {
  const visit = tryStorage(() => JSON.parse(sessionStorage.getItem(key) ?? 'null')) ?? visitInHistory();
  return isVisit(visit) && visit.address === location.search ? visit : undefined;
}

/** A browser that denies storage to framed pages still keeps what belongs to an entry of the history over a reload. */
export function rememberVisit(visit: Omit<RememberedVisit, 'address'>): void {
  const remembered: RememberedVisit = { ...visit, address: location.search };
  const isKept = tryStorage(() => {
    sessionStorage.setItem(key, JSON.stringify(remembered));
    return true;
  });
  if (isKept !== true) history.replaceState({ ...history.state, visit: remembered }, '');
}

export function forgetVisit(): void {
  tryStorage(() => sessionStorage.removeItem(key));
  history.replaceState({ ...history.state, visit: undefined }, '');
}

function visitInHistory(): unknown {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'visit' in state ? state.visit : undefined;
}

/** Undefined where the browser lets a framed page keep nothing. */
function tryStorage<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function isVisit(value: unknown): value is RememberedVisit {
  if (typeof value !== 'object' || value === null) return false;
  const { handle, step, address } = value as Record<string, unknown>;
  return [handle, step, address].every((each) => typeof each === 'string');
}
