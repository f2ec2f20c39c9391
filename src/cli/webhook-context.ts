// SPDX-License-Identifier: Apache-2.0
import type { WebhookDesk } from '../device/manage-webhooks.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The webhooks of the configured database; a running server sees every change at once. */
export interface OpenWebhookDesk extends WebhookDesk {
  close(): Promise<void>;
}

export interface WebhookContext {
  readonly terminal: Terminal;
  openWebhookDesk(): Promise<OpenWebhookDesk>;
}
