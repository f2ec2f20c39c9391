// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDataFolder, type DataFolder } from '../../test/fixtures/data-folder.ts';
import { createKeptReport } from '../../test/fixtures/kept-report.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import { createSampleEvent, createSampleWebhook } from '../../test/fixtures/sample-webhook.ts';
import { createTempers, ok } from '../../test/fixtures/simulated-receivers.ts';
import { createRandom, type Random } from '../../test/phantoms/random.ts';
import { createWebhookSecrets } from '../gate/webhook-secrets.ts';
import type { Webhook } from '../record/webhook.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createDispatcher, type Dispatcher } from './dispatcher.ts';
import type { SendOutcome, SendWebhook } from './send-webhook.ts';

/*
 * Three and a half days of two servers and five receivers in some seconds: the clock is virtual, the database, the dispatcher and
 * the signatures are the real ones, and the reference library checks what arrives.
 */
const seed = 20_261_121;
const startMs = Date.UTC(2026, 10, 21);
const hourMs = 3_600_000;
const endMs = startMs + 84 * hourMs;
/** The clock jumps to the next thing that is due, this much late at most. */
const grainMs = 10_000;
const reportCount = 30;
const tempers = createTempers({ startMs, endMs });

interface Call {
  readonly id: string;
  readonly atMs: number;
  readonly outcome: SendOutcome;
}

interface World {
  readonly store: Store;
  readonly random: Random;
  readonly webhooks: ReadonlyMap<string, Webhook>;
  readonly calls: ReadonlyMap<string, Call[]>;
  readonly servers: readonly Dispatcher[];
  readonly companyId: string;
  /** Signatures that the reference library did not take, and secrets that were changed. */
  readonly refused: unknown[];
  crashes: number;
}

const master = randomBytes(32);
const secrets = createWebhookSecrets(master);
let folder: DataFolder;
let opened: Store[];

beforeAll(async () => {
  folder = await createDataFolder();
  const open = () => openStore({ dataDir: folder.path, log: { warn: () => undefined } });
  opened = [await open(), await open()];
});
afterAll(async () => {
  for (const store of opened) await store.close();
  await folder[Symbol.asyncDispose]();
});
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: startMs }));
afterEach(() => void vi.useRealTimers());

async function createWorld(): Promise<World> {
  const [store] = opened;
  if (store === undefined) throw new Error('Expected a store');
  const company = createSampleCompany();
  await store.companies.add(company);
  const names = Object.keys(tempers);
  const webhooks = new Map<string, Webhook>();
  for (const name of names) {
    const webhook = createSampleWebhook(company.id, { url: `https://${name}.example/` });
    await store.webhooks.add(webhook);
    webhooks.set(name, webhook);
  }
  const calls = new Map(names.map((name) => [name, []]));
  const world = {
    store,
    random: createRandom(seed),
    webhooks,
    calls,
    companyId: company.id,
    refused: [],
    crashes: 0,
  };
  const servers: Dispatcher[] = [];
  const whole: World = { ...world, servers };
  servers.push(...opened.map((each, index) => createServer(whole, each, index)));
  return whole;
}

/** A server that now and then dies between the receiver's answer and its own note of it. */
function createServer(world: World, { deliveries }: Store, index: number): Dispatcher {
  let number = 0;
  return createDispatcher({
    deliveries: {
      ...deliveries,
      settle: (...settled) => {
        if (world.random.next() >= 0.03) return deliveries.settle(...settled);
        world.crashes += 1;
        return Promise.reject(new Error('The server has died.'));
      },
    },
    compose: async ({ delivery }) =>
      JSON.stringify({ type: delivery.event.type, report: delivery.event.reportId }),
    send: createReceivers(world),
    secrets,
    clock: { nowMs: () => Date.now() },
    newId: () => {
      number += 1;
      return `${index}:${number}`;
    },
    random: world.random.next,
    agent: 'simulation',
    log: { warn: () => undefined },
  });
}

function createReceivers({ webhooks, calls, random, refused }: World): SendWebhook {
  return async ({ url, headers, body }) => {
    const name = url.hostname.replace('.example', '');
    const [webhook, log, temper] = [webhooks.get(name), calls.get(name), tempers[name]];
    if (!(webhook && log && temper)) throw new Error(`Expected a receiver ${name}`);
    const nowMs = Date.now();
    const outcome = temper({ nowMs, number: log.length, random });
    log.push({ id: headers['webhook-id'] ?? '', atMs: nowMs, outcome });
    try {
      // Its receiver takes up the secret of hour 20 half a day late.
      const generation = name === 'moody' && nowMs >= startMs + 32 * hourMs ? 2 : 1;
      const verifier = new Verifier(secrets.reveal({ webhookId: webhook.id, generation }));
      verifier.verify(body, headers);
    } catch (error) {
      refused.push(error);
    }
    return outcome;
  };
}

/** Everything that is due now, by both servers. */
async function settleNow({ servers, calls }: World): Promise<void> {
  const count = () => [...calls.values()].reduce((sum, log) => sum + log.length, 0);
  for (let before = -1; before !== count(); ) {
    before = count();
    for (const server of servers) await server.turn();
    for (const server of servers) await server.idle();
  }
}

async function findNextDue({ store, webhooks }: World): Promise<number> {
  const lists = [...webhooks.values()].map(({ id }) =>
    store.webhooks.listDeliveries(id, { limit: 1000, state: 'pending' }),
  );
  const due = (await Promise.all(lists)).flat().map(({ dueAtMs }) => dueAtMs);
  return Math.min(Number.POSITIVE_INFINITY, ...due);
}

/** Lets reports come in, half of them at once and half during two days, and time pass until the end. */
async function live(world: World, untilMs: number): Promise<void> {
  const arrivals = Array.from({ length: reportCount }, (_, index) =>
    Math.floor(startMs + world.random.next() * (index % 2 === 0 ? hourMs / 6 : 40 * hourMs)),
  );
  const waiting = Date.now() > startMs ? [] : arrivals.toSorted((left, right) => left - right);
  let isRotated = Date.now() > startMs;
  while (Date.now() <= untilMs) {
    while ((waiting[0] ?? Number.POSITIVE_INFINITY) <= Date.now())
      await addReport(world, waiting.shift() ?? 0);
    if (!isRotated && Date.now() >= startMs + 20 * hourMs) {
      isRotated = true;
      await world.store.webhooks.rotate(world.webhooks.get('moody')?.id ?? '', Date.now());
    }
    await settleNow(world);
    const next = Math.min(
      await findNextDue(world),
      waiting[0] ?? Number.POSITIVE_INFINITY,
      untilMs + grainMs,
    );
    vi.setSystemTime(Math.ceil(Math.max(next, Date.now() + 1) / grainMs) * grainMs);
  }
}

async function addReport({ store, companyId, random }: World, atMs: number): Promise<void> {
  const created = createSampleEvent(companyId, { atMs });
  const added = createSampleEvent(companyId, {
    atMs,
    type: 'report.severity_added',
    reportId: created.reportId,
  });
  const events = random.next() < 0.5 ? [created] : [created, added];
  await store.reports.add(createKeptReport({ companyId, id: created.reportId }), { events });
}

const statesOf = async ({ store, webhooks }: World, name: string) =>
  store.webhooks.listDeliveries(webhooks.get(name)?.id ?? '', { limit: 1000 });

describe(`eighty-four hours (seed ${seed})`, () => {
  it('bring every event to every receiver that is there, and give up on the others', {
    timeout: 600_000,
  }, async () => {
    const world = await createWorld();
    await live(world, endMs);
    expect(world.refused).toEqual([]);
    expect(world.crashes).toBeGreaterThan(3);

    for (const name of ['steady', 'moody', 'away']) {
      const deliveries = await statesOf(world, name);
      expect(deliveries.length).toBeGreaterThan(reportCount);
      expect(new Set(deliveries.map(({ state }) => state)), name).toEqual(new Set(['delivered']));
      const calls = world.calls.get(name) ?? [];
      const reached = new Set(calls.filter(({ outcome }) => outcome === ok).map(({ id }) => id));
      expect(reached, name).toEqual(new Set(deliveries.map(({ event }) => event.id)));
    }

    await expectLeft(world);
    await expectGivenUp(world);
    await expectReplayed(world);
  });
});

async function expectLeft(world: World): Promise<void> {
  const calls = world.calls.get('leaving') ?? [];
  const gone = calls.filter(({ outcome }) => outcome !== ok);
  // Others that were under way when it said so may hear it too, and a server may die with the answer in its hand.
  expect(gone.length).toBeLessThanOrEqual(4);
  const webhook = await world.store.webhooks.find(world.webhooks.get('leaving')?.id ?? '');
  expect(webhook?.disabled?.reason).toBe('gone');
  const after = calls.filter(({ atMs }) => atMs > (webhook?.disabled?.atMs ?? 0));
  expect(after).toEqual([]);
}

/** The schedule, to a tenth and the clock's grain. @source Standard Webhooks 1.0.0 */
const pausesS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

async function expectGivenUp(world: World): Promise<void> {
  const deliveries = await statesOf(world, 'silent');
  const calls = world.calls.get('silent') ?? [];
  const old = deliveries.filter(({ event }) => event.atMs <= startMs + hourMs / 6);
  expect(old.length).toBeGreaterThanOrEqual(reportCount / 2);
  expect(old.every(({ state }) => state === 'dead')).toBe(true);
  const tried = deliveries.map(({ event }) =>
    calls.filter(({ id }) => id === event.id).map(({ atMs }) => atMs),
  );
  for (const times of tried)
    for (const [index, atMs] of times.slice(1).entries()) {
      const pauseS = (atMs - (times[index] ?? 0)) / 1000;
      // Where a server died with the answer the attempt is made again when its lease ends.
      const due = [leaseS, ...pausesS].some(
        (each) => pauseS >= each - grainMs / 1000 && pauseS <= each * 1.1 + mostWaitS,
      );
      expect(due, `${pauseS} s`).toBe(true);
    }
  const most = Math.max(...deliveries.map(({ attempts }) => attempts));
  expect(most).toBe(10);
}

/** How long a dead server's deliveries are held. */
const leaseS = 60;
/** A receiver that fails gets one delivery at a time: the others wait while dead servers hold one after the other. */
const mostWaitS = 4 * leaseS;

/** The receiver is back: what was given up is sent once more. */
async function expectReplayed(world: World): Promise<void> {
  const id = world.webhooks.get('silent')?.id ?? '';
  const dead = await world.store.webhooks.listDeliveries(id, { limit: 1000, state: 'dead' });
  expect(dead.length).toBeGreaterThan(0);
  vi.setSystemTime(endMs + hourMs);
  expect(await world.store.webhooks.replay(id, 'dead', Date.now())).toBe(dead.length);
  await live(world, endMs + 30 * hourMs);
  const states = new Set((await statesOf(world, 'silent')).map(({ state }) => state));
  expect(states).toEqual(new Set(['delivered']));
  expect(world.refused).toEqual([]);
}
