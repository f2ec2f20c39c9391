// SPDX-License-Identifier: Apache-2.0
// A clinic's portal in one file: shows OpenDerm's page inside its own, and asks for the report from its backend.
//   COMPANY_TOKEN=... node examples/embed/server.mjs
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const openderm = process.env.DEVICE_ORIGIN ?? 'http://127.0.0.1:8080';
const token = process.env.COMPANY_TOKEN ?? '';
const port = Number(process.env.PORT ?? 3000);
/** Long enough to begin, too short to be worth stealing. */
const keyLifeMs = 10 * 60_000;

/** Asks OpenDerm as the company. The token never leaves this process. */
async function ask(path, body) {
  const answer = await fetch(`${openderm}/s2s-api/v3${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-api-token': token, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { success, message, data } = await answer.json();
  if (!success) throw new Error(`OpenDerm answered ${answer.status}: ${message}`);
  return data;
}

/** A key for one page. In a real portal only somebody who is logged in gets one. */
async function makeAppKey() {
  const appKey = randomUUID().replaceAll('-', '').repeat(2);
  const expiresAt = new Date(Date.now() + keyLifeMs).toISOString();
  await ask('/company/company-app-keys', { appKey, expiresAt });
  return { appKey };
}

/** The id came from a browser: only the answer to our own question is believed. */
async function keepReport({ id }) {
  const report = await ask(`/anonymous-diagnostic-reports/${encodeURIComponent(String(id))}`);
  console.log(`Report ${report.id} belongs into the record of whoever is logged in.`);
  return { status: 'kept' };
}

const routes = {
  'GET /': async () => page('index.html', 'text/html; charset=utf-8'),
  'POST /app-keys': async () => json(await makeAppKey()),
  'POST /reports': async (body) => json(await keepReport(JSON.parse(body))),
};

async function page(name, type) {
  const text = await readFile(new URL(name, import.meta.url), 'utf8');
  return { type, text: text.replaceAll('http://127.0.0.1:8080', openderm) };
}

function json(value) {
  return { type: 'application/json', text: JSON.stringify(value) };
}

async function readBody(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const server = createServer(async (request, response) => {
  try {
    const answer = routes[`${request.method} ${new URL(request.url, 'http://portal').pathname}`];
    if (answer === undefined) return response.writeHead(404).end();
    const { type, text } = await answer(await readBody(request));
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
  } catch (error) {
    console.error(error.message);
    response.writeHead(502).end();
  }
});
server.listen(port, '127.0.0.1', () =>
  console.log(`The portal is at http://localhost:${server.address().port}`),
);
