// SPDX-License-Identifier: Apache-2.0
import logoUrl from './logo.svg';

/** The name and its mark, leading home. */
export function Brand({ label }: { readonly label: string }) {
  return (
    <a class="brand" href="/" aria-label={`OpenDerm, ${label}`}>
      <img src={logoUrl} width="32" height="32" alt="" />
      <span>OpenDerm</span>
    </a>
  );
}
