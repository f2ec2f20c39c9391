// SPDX-License-Identifier: Apache-2.0
import type { Networks } from './networks.ts';

/** @source our own convention: HTTPS, and what servers without root rights take for it */
const publicPorts = ['', '443', '8443'];
/** As long as every proxy takes. @source RFC 9110, 4.1: at least 8,000 octets; our own convention below */
const maxCharacters = 2000;

export interface WebhookUrlRules {
  readonly networks: Networks;
  /** Whether the operator has networks of their own at all: only there may a receiver speak HTTP, or on any port. */
  readonly hasOwnNetworks: boolean;
}

/** What is wrong with an address, in a sentence; null when nothing can be said before its name is looked up. */
export function findUrlProblem(text: string, { networks, hasOwnNetworks }: WebhookUrlRules): string | null {
  if (text.length > maxCharacters) return `An address has at most ${maxCharacters} characters.`;
  const url = URL.parse(text);
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return 'Expected an https:// address.';
  if (url.username !== '' || url.password !== '')
    return 'An address must not hold a user name or password: deliveries are signed instead.';
  if (url.hash !== '') return 'An address must not have a part after #: no server sees it.';
  if (!hasOwnNetworks && needsOwnNetwork(url))
    return 'Expected https:// on port 443 or 8443; other addresses only in networks of OPENDERM_WEBHOOK_NETWORKS.';
  return findHostProblem(url, networks);
}

/** Whether a receiver may be reached like this in a network of the operator's only. */
export function needsOwnNetwork({ protocol, port }: URL): boolean {
  return protocol !== 'https:' || !publicPorts.includes(port);
}

/** The host as an address without brackets; a name stays a name. */
export function toHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function findHostProblem(url: URL, networks: Networks): string | null {
  const host = toHost(url);
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':');
  if (!isAddress) return null;
  const kind = networks.kindOf(host);
  const isAllowed = kind === 'own' || (kind === 'public' && !needsOwnNetwork(url));
  return isAllowed ? null : `${host} is not a public address, nor one of OPENDERM_WEBHOOK_NETWORKS.`;
}
