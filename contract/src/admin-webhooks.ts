// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Moment, NullableText } from './concept.ts';

const event = Type.String({ description: '`report.created` or `report.severity_added`.' });
const body = Type.String({ description: '`thin`: ids only; `report`: the raw report.' });

/** An address of a company's own server that is told what happens. */
export const AdminWebhook = Type.Object({
  id: Type.String(),
  url: Type.String(),
  events: Type.Array(event),
  body,
  createdAt: Moment,
  failingSince: NullableText({
    description: 'Since when no delivery has succeeded; null: the latest one did.',
  }),
  disabledAt: NullableText({ description: 'Null: it is delivered to.' }),
});
export type AdminWebhook = Static<typeof AdminWebhook>;

export const AdminWebhooksResponse = Type.Array(AdminWebhook, { description: 'Oldest first.' });
export type AdminWebhooksResponse = Static<typeof AdminWebhooksResponse>;

export const AdminNewWebhookRequest = Type.Object(
  {
    url: Type.String({ maxLength: 3000 }),
    events: Type.Optional(Type.Array(event, { maxItems: 10, description: 'All, where none is named.' })),
    body: Type.Optional(body),
  },
  { additionalProperties: false },
);
export type AdminNewWebhookRequest = Static<typeof AdminNewWebhookRequest>;

export const AdminNewWebhookResponse = Type.Object({
  webhook: AdminWebhook,
  secret: Type.String({ description: '`whsec_...`, which signs its deliveries. Told this once.' }),
});
export type AdminNewWebhookResponse = Static<typeof AdminNewWebhookResponse>;

export const AdminDelivery = Type.Object({
  eventId: Type.String(),
  event,
  at: Moment,
  state: Type.String({ description: '`pending`, `delivered`, or `dead`: given up.' }),
  attempts: Type.Integer(),
  status: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: 'HTTP status of the latest answer; null where none came.',
  }),
  problem: NullableText({ description: 'Why the latest attempt did not deliver.' }),
});
export type AdminDelivery = Static<typeof AdminDelivery>;

export const AdminDeliveriesResponse = Type.Array(AdminDelivery, {
  description: 'Newest first, at most 100.',
});
export type AdminDeliveriesResponse = Static<typeof AdminDeliveriesResponse>;

export const AdminReplayRequest = Type.Object(
  {
    eventId: Type.Optional(
      Type.String({ maxLength: 100, description: 'One event; every delivery that was given up without it.' }),
    ),
  },
  { additionalProperties: false },
);
export type AdminReplayRequest = Static<typeof AdminReplayRequest>;

export const AdminReplayResponse = Type.Object({ replayed: Type.Integer() });
export type AdminReplayResponse = Static<typeof AdminReplayResponse>;
