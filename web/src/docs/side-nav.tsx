// SPDX-License-Identifier: Apache-2.0
import type { EndpointGroup } from './read-document.ts';

const guide = [
  { id: 'start', name: 'First answer' },
  { id: 'numbers', name: 'What the numbers mean' },
  { id: 'reports', name: 'Sample reports' },
  { id: 'limits', name: 'Limits' },
  { id: 'errors', name: 'Errors' },
];

/** Where everything on the page is; on a phone it folds away. */
export function SideNav({ groups }: { readonly groups: readonly EndpointGroup[] }) {
  return (
    <nav class="side-nav" aria-label="On this page">
      <details open={matchMedia('(min-width: 64rem)').matches}>
        <summary>On this page</summary>
        <h2>Guide</h2>
        <ul>
          {guide.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
          <li>
            <a href="/docs/instructions">Instructions for use</a>
          </li>
          <li>
            <a href="/docs/scores">Scores</a>
          </li>
        </ul>
        {groups.map((group) => (
          <div key={group.name}>
            <h2>{group.name}</h2>
            <ul>
              {group.endpoints.map(({ id, method, path, summary }) => (
                <li key={id}>
                  <a class="nav-path" href={`#${id}`} title={summary}>
                    <code>
                      {method} {path}
                    </code>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </nav>
  );
}
