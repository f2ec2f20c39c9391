// SPDX-License-Identifier: Apache-2.0
import { CodeTabs } from './code-tabs.tsx';
import type { Sample } from './to-samples.ts';

/** From nothing to a differential: log in, send, read. */
export function GuideStart() {
  return (
    <section id="start" class="guide" aria-labelledby="start-heading">
      <div class="stack">
        <h2 id="start-heading">First answer in a minute</h2>
        <p>
          Two calls: log in with the account the server printed when it first started, then send a photograph
          in base64. The base address is <code>{location.origin}/v1</code>. An integration written for the
          reference product moves over by changing that address.
        </p>
        <p>
          The answer is JSON in the shape of a FHIR DiagnosticReport with status <code>preliminary</code>:{' '}
          <code>conclusion</code> is the differential, most probable first, and <code>imagingAnalysis</code>{' '}
          says the same for each photograph, with its quality and heat maps.
        </p>
        <p class="note">
          <strong>Decision support only.</strong>A qualified clinician reads every answer together with the
          patient. A low number is never an all-clear.
        </p>
      </div>
      <CodeTabs name="start" samples={startSamples(location.origin)} />
    </section>
  );
}

function startSamples(origin: string): readonly Sample[] {
  return [
    {
      language: 'curl',
      code: `EMAIL=...  PASSWORD=...   # as the console printed them
TOKEN=$(curl -s ${origin}/v1/login \\
  --data-urlencode "username=$EMAIL" --data-urlencode "password=$PASSWORD" |
  sed -E 's/.*"access_token":"([^"]+)".*/\\1/')

printf '{"payload":[{"contentAttachment":{"data":"%s"}}]}' "$(base64 < photo.jpg | tr -d '\\n')" |
  curl -s ${origin}/v1/diagnosis-support \\
    -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" --data-binary @-`,
    },
    {
      language: 'Python',
      code: `import base64
import requests

base = "${origin}/v1"
login = requests.post(f"{base}/login", data={"username": email, "password": password})
login.raise_for_status()
token = login.json()["access_token"]

with open("photo.jpg", "rb") as file:
    data = base64.b64encode(file.read()).decode()

answer = requests.post(
    f"{base}/diagnosis-support",
    json={"payload": [{"contentAttachment": {"data": data}}]},
    headers={"Authorization": f"Bearer {token}"},
).json()
for entry in answer["conclusion"][:5]:
    print(f'{entry["probability"]:5.1f} % {entry["code"]["text"]}')`,
    },
    {
      language: 'JavaScript',
      code: `import { readFile } from 'node:fs/promises';
import { createClient } from '@openderm/sdk';

const client = createClient({ baseUrl: '${origin}/v1' });
await client.login({ username: email, password });

const answer = await client.diagnose([await readFile('photo.jpg')]);
for (const { code, probability } of answer.conclusion.slice(0, 5)) {
  console.log(probability.toFixed(1), '%', code.text);
}`,
    },
  ];
}
