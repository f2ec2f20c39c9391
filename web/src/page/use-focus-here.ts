// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

/** A ref for something that has just appeared inside a view: it takes the focus and is brought into sight. */
export function useFocusHere<Target extends HTMLElement>() {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}
