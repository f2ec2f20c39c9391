// SPDX-License-Identifier: Apache-2.0
import type { Endpoint } from './read-document.ts';

export interface Sample {
  readonly language: 'curl' | 'Python' | 'JavaScript';
  readonly code: string;
}

type Kind = 'read' | 'login' | 'photographs';

/** The same call three ways, ready to paste. `origin` is where the page was loaded from. */
export function toSamples(endpoint: Endpoint, origin: string): readonly Sample[] {
  const call = { url: origin + endpoint.path, needsLogin: endpoint.needsLogin };
  const writers = { read, login, photographs }[kindOf(endpoint)];
  return [
    { language: 'curl', code: writers.curl(call) },
    { language: 'Python', code: writers.python(call) },
    { language: 'JavaScript', code: writers.javascript(call) },
  ];
}

interface Call {
  readonly url: string;
  readonly needsLogin: boolean;
}

function kindOf({ method, body }: Endpoint): Kind {
  if (method === 'GET') return 'read';
  return body?.contentType.includes('form') ? 'login' : 'photographs';
}

const read = {
  curl: ({ url, needsLogin }: Call) => `curl ${needsLogin ? '-H "Authorization: Bearer $TOKEN" ' : ''}${url}`,
  python: ({ url, needsLogin }: Call) =>
    `import requests

response = requests.get("${url}"${needsLogin ? ', headers={"Authorization": f"Bearer {token}"}' : ''})
response.raise_for_status()
print(response.text)`,
  javascript: ({ url, needsLogin }: Call) =>
    `const response = await fetch('${url}'${needsLogin ? `, {\n  headers: { Authorization: \`Bearer \${token}\` },\n}` : ''});
console.log(response.status, await response.text());`,
};

const login = {
  curl: ({ url }: Call) =>
    `TOKEN=$(curl -s ${url} \\
  --data-urlencode "username=$EMAIL" --data-urlencode "password=$PASSWORD" |
  sed -E 's/.*"access_token":"([^"]+)".*/\\1/')`,
  python: ({ url }: Call) =>
    `import requests

response = requests.post("${url}", data={"username": email, "password": password})
response.raise_for_status()
token = response.json()["access_token"]`,
  javascript: ({ url }: Call) =>
    `const response = await fetch('${url}', {
  method: 'POST',
  body: new URLSearchParams({ username: email, password }),
});
const { access_token: token } = await response.json();`,
};

const photographs = {
  curl: ({ url }: Call) =>
    `printf '{"payload":[{"contentAttachment":{"data":"%s"}}]}' "$(base64 < photo.jpg | tr -d '\\n')" |
  curl ${url} \\
    -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" --data-binary @-`,
  python: ({ url }: Call) =>
    `import base64
import requests

with open("photo.jpg", "rb") as file:
    data = base64.b64encode(file.read()).decode()

response = requests.post(
    "${url}",
    json={"payload": [{"contentAttachment": {"data": data}}]},
    headers={"Authorization": f"Bearer {token}"},
)
response.raise_for_status()
answer = response.json()`,
  javascript: ({ url }: Call) =>
    `import { readFile } from 'node:fs/promises';

const data = await readFile('photo.jpg', 'base64');
const response = await fetch('${url}', {
  method: 'POST',
  headers: { Authorization: \`Bearer \${token}\`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ payload: [{ contentAttachment: { data } }] }),
});
const answer = await response.json();`,
};
