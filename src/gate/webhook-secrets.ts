// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';

/** One message on its way to a webhook. */
export interface SignedMessage {
  /** The same for every attempt. */
  readonly id: string;
  /** Seconds since the epoch, of this attempt: receivers refuse what is older than five minutes. */
  readonly timestampS: number;
  readonly body: string;
}

/** Whose secret, and which of those it had: the first is 1. */
export interface SecretName {
  readonly webhookId: string;
  readonly generation: number;
}

/** Secrets by which receivers know that a message is ours. They are derived, so that no database row or list holds one. */
export interface WebhookSecrets {
  /** `whsec_` and base64, as receivers' libraries take it. */
  reveal(name: SecretName): string;
  /** `v1,` and base64. @source Standard Webhooks 1.0.0: HMAC-SHA256 over id, timestamp and body, joined by dots */
  sign(message: SignedMessage, name: SecretName): string;
}

/** The size of the hash it keys. @source RFC 2104, 3 */
const minSecretBytes = 32;

/** @param secret at least 32 bytes, shared by all replicas and used for nothing else; @throws RangeError when it is short */
export function createWebhookSecrets(secret: Uint8Array): WebhookSecrets {
  if (secret.length < minSecretBytes)
    throw new RangeError(`Expected a key of ${minSecretBytes} bytes, received ${secret.length}.`);
  // 32 bytes. @source Standard Webhooks 1.0.0: 24 to 64
  const derive = ({ webhookId, generation }: SecretName) =>
    createHmac('sha256', secret).update(`webhook:${generation}:${webhookId}`).digest();
  return {
    reveal: (name) => `whsec_${derive(name).toString('base64')}`,
    sign({ id, timestampS, body }, name) {
      const signed = createHmac('sha256', derive(name)).update(`${id}.${timestampS}.${body}`);
      return `v1,${signed.digest('base64')}`;
    },
  };
}
