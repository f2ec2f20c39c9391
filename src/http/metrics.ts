// SPDX-License-Identifier: Apache-2.0
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ReaderStatus } from '../vision/image-reader.ts';
import type { App } from './app.ts';

export interface MetricsDependencies {
  readWorkers(): ReaderStatus;
}

/** Seconds: a helper answers in milliseconds, a photograph in tenths, a full-body series in seconds. */
const durationBucketsS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts and durations in Prometheus' text form: routes and statuses, never who or what. */
export function routeMetrics(app: App, { readWorkers }: MetricsDependencies): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'openderm_' });
  measureWorkers(registry, readWorkers);
  measureRequests(app, registry);
  app.get('/metrics', {
    schema: { tags: ['Operations'], operationId: 'metrics', summary: 'Measurements for Prometheus' },
    handler: async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  });
}

function measureWorkers(registry: Registry, readWorkers: () => ReaderStatus): void {
  const gauges = {
    workers: 'Worker processes',
    busy: 'Worker processes reading a photograph',
    queued: 'Photographs waiting for a worker',
    restarts: 'Worker processes replaced since the start',
  } as const;
  for (const [name, help] of Object.entries(gauges) as [keyof typeof gauges, string][]) {
    new Gauge({
      name: `openderm_reader_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(readWorkers()[name]);
      },
    });
  }
}

function measureRequests(app: App, registry: Registry): void {
  const labelNames = ['method', 'route', 'status'] as const;
  const registers = [registry];
  const requests = new Counter({
    name: 'openderm_http_requests_total',
    help: 'Answered requests',
    labelNames,
    registers,
  });
  const durations = new Histogram({
    name: 'openderm_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer',
    labelNames,
    buckets: durationBucketsS,
    registers,
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    requests.inc(labels);
    durations.observe(labels, reply.elapsedTime / 1000);
  });
}
