// SPDX-License-Identifier: Apache-2.0
import type { LimitsResponse } from '@openderm/contract';
import { createClient } from '@openderm/sdk';
import { useEffect, useState } from 'preact/hooks';

/** The limits of this very device, as it states them. */
export function GuideLimits() {
  const limits = useLimits();
  return (
    <section id="limits" class="guide" aria-labelledby="limits-heading">
      <h2 id="limits-heading">Limits</h2>
      <p>
        Printed by <code>/v1/limits</code>; these are this device’s own.
      </p>
      {limits === undefined ? (
        <p class="soft">The device has not said yet.</p>
      ) : (
        <LimitTable limits={limits} />
      )}
    </section>
  );
}

function LimitTable({ limits }: { readonly limits: LimitsResponse }) {
  const rows = [
    ['Photographs in one request', String(limits.request.maxImages), '422'],
    ['One photograph', toMebibytes(limits.image.maxBytes), '413'],
    ['Width times height of one photograph', `${limits.image.maxPixels / 1e6} megapixels`, '422'],
    ['Whole request body', toMebibytes(limits.request.maxBytes), '413'],
    ['Formats, by their bytes', limits.image.contentTypes.join(', '), '422'],
    ['Lowest acceptable quality score', String(limits.quality.acceptableFrom), 'a result, not an error'],
    ['A token lives', `${limits.token.lifetimeMinutes} minutes`, '401'],
  ] as const;
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Limit</th>
            <th scope="col">Beyond it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, limit, beyond]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td class="number">{limit}</td>
              <td class="number">{beyond}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toMebibytes(bytes: number): string {
  return `${bytes / 2 ** 20} MiB`;
}

function useLimits(): LimitsResponse | undefined {
  const [limits, setLimits] = useState<LimitsResponse>();
  useEffect(() => {
    const client = createClient({ baseUrl: `${location.origin}/v1` });
    client.limits().then(setLimits, () => setLimits(undefined));
  }, []);
  return limits;
}
