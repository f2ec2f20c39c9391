// SPDX-License-Identifier: Apache-2.0

const rows = [
  ['401', 'No token, an expired one, or wrong credentials', 'Log in again and repeat the call once'],
  ['413', 'A photograph or the whole body is over the limit', 'Send fewer or smaller photographs'],
  [
    '415',
    'The HTTP content type is not the one documented',
    'Send application/json (login: form-urlencoded)',
  ],
  [
    '422',
    'A field is missing or wrong, or a picture cannot be read',
    'Read detail: one entry per field, loc says which',
  ],
  ['429', 'Too many login attempts', 'Wait as long as Retry-After says'],
  ['503', 'The device is busy, or a worker was lost', 'Repeat after Retry-After; nothing was half done'],
] as const;

/** Every status a client meets and what to do about it. */
export function GuideErrors() {
  return (
    <section id="errors" class="guide" aria-labelledby="errors-heading">
      <h2 id="errors-heading">Errors</h2>
      <p>
        The status decides; <code>code</code> in the body is stable and finer. Texts are for people and may
        change. Bad input is never answered with 5xx.
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">When</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([status, when, what]) => (
              <tr key={status}>
                <th scope="row" class="number">
                  {status}
                </th>
                <td>{when}</td>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
