// SPDX-License-Identifier: Apache-2.0
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Shows what went wrong, above the step, until something works again. */
export type ReportTrouble = (error: unknown) => void;

export const TroubleContext = createContext<ReportTrouble>(() => undefined);

export function useTrouble(): ReportTrouble {
  return useContext(TroubleContext);
}
