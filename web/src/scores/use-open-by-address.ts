// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';

/** Opens and shows the score that the address names, now and when it changes; `onNamed` first makes sure it is listed. */
export function useOpenByAddress(onNamed: () => void): void {
  useEffect(() => {
    const show = () => {
      const code = location.hash.slice(1);
      if (code === '' || code === 'content') return;
      onNamed();
      // After the list has been drawn again.
      requestAnimationFrame(() => openDetails(code));
    };
    show();
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, []);
}

function openDetails(code: string): void {
  const details = document.getElementById(code);
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  details.scrollIntoView();
}
