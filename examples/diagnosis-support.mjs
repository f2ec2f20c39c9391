// SPDX-License-Identifier: Apache-2.0
/*
 * Sends one photograph and prints the five most probable conditions:
 * node examples/diagnosis-support.mjs examples/photos/melanoma-1.jpg
 * Reads OPENDERM_URL (with /v1), OPENDERM_EMAIL and OPENDERM_PASSWORD.
 */
import { readFileSync } from 'node:fs';

const baseUrl = process.env.OPENDERM_URL ?? 'http://127.0.0.1:8080/v1';
const imagePath = process.argv[2] ?? 'examples/photos/melanoma-1.jpg';

const login = await fetch(`${baseUrl}/login`, {
  method: 'POST',
  body: new URLSearchParams({
    username: process.env.OPENDERM_EMAIL ?? '',
    password: process.env.OPENDERM_PASSWORD ?? '',
  }),
});
if (!login.ok) throw new Error(`${login.status} ${await login.text()}`);
const { access_token: accessToken } = await login.json();

const response = await fetch(`${baseUrl}/diagnosis-support`, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${accessToken}`,
  },
  body: JSON.stringify({
    payload: [{ contentAttachment: { data: readFileSync(imagePath).toString('base64') } }],
  }),
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
const result = await response.json();

for (const { code, probability } of result.conclusion.slice(0, 5)) {
  console.log(`${probability.toFixed(2).padStart(6)} %  ${code.text}`);
}
