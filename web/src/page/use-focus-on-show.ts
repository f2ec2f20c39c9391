// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

/** A ref for the heading of a view that has just replaced another: it takes the focus, so that it is read out. */
export function useFocusOnShow<Target extends HTMLElement>() {
  const target = useRef<Target>(null);
  useEffect(() => {
    // Who types in the page around ours keeps the focus: a frame takes none that it does not have.
    if (window.parent === window || document.hasFocus()) target.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return target;
}
