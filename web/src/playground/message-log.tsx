// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import { usePlaygroundText } from './playground-words.ts';
import type { Logged, Preview } from './use-preview.ts';

/** What the host would hear, as it comes. */
export function MessageLog({ log, clear }: Pick<Preview, 'log' | 'clear'>) {
  const p = usePlaygroundText();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (end.current !== null) end.current.scrollTop = log.length === 0 ? 0 : end.current.scrollHeight;
  }, [log]);
  return (
    <section class="stack" aria-label={p('log')}>
      <div class="row log-head">
        <h2>{p('log')}</h2>
        <button type="button" class="button small" onClick={clear} disabled={log.length === 0}>
          {p('clear')}
        </button>
      </div>
      <p class="small soft">{p('logLead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="log card" role="log" aria-label={p('log')} tabIndex={0} ref={end}>
        {log.length === 0 ? <p class="soft">{p('nothing')}</p> : <LogTable log={log} />}
      </div>
    </section>
  );
}

function LogTable({ log }: { readonly log: readonly Logged[] }) {
  const p = usePlaygroundText();
  return (
    <table>
      <thead>
        <tr>
          {(['time', 'message', 'id', 'payload'] as const).map((name) => (
            <th key={name} scope="col">
              {p(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {log.map(({ number, time, message: { message, id, payload } }) => (
          <tr key={number}>
            <td class="number">{time.toLocaleTimeString()}</td>
            <td>
              <code>{message}</code>
            </td>
            <td>
              <code>{id ?? ''}</code>
            </td>
            <td>
              <code>{payload === null ? '' : JSON.stringify(payload)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
