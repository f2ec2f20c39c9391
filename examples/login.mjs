// SPDX-License-Identifier: Apache-2.0
/*
 * Logs in and prints the answer: node examples/login.mjs
 * Reads OPENDERM_URL (with /v1), OPENDERM_EMAIL and OPENDERM_PASSWORD.
 */
const path = process.env.OPENDERM_URL ?? 'http://127.0.0.1:8080/v1';

const formData = new URLSearchParams();
formData.append('username', process.env.OPENDERM_EMAIL ?? '');
formData.append('password', process.env.OPENDERM_PASSWORD ?? '');

const response = await fetch(`${path}/login`, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
  },
  body: formData.toString(),
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
console.log(await response.json());
