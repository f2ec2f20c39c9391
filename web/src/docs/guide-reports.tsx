// SPDX-License-Identifier: Apache-2.0

const cases = [
  {
    id: 'confident',
    name: 'Above the threshold',
    text: 'One photograph and one of its surroundings. The first entry is probable enough: pathology names it. A score was asked for, and says that it was forced.',
  },
  {
    id: 'inconclusive',
    name: 'Below the threshold',
    text: 'Three photographs, one of them blurred. Nothing stands out: pathology is null, the list is no finding, and there is no score.',
  },
] as const;

const views = [
  { id: 'raw', name: 'raw' },
  { id: 'fhir', name: 'FHIR' },
] as const;

/** Two whole reports to build against, as a device answered them for the sample photographs. */
export function GuideReports() {
  return (
    <section id="reports" class="guide" aria-labelledby="reports-heading">
      <h2 id="reports-heading">Sample reports</h2>
      <p>
        What a company’s backend gets for a report, in both views. Made from the sample photographs with the
        default models, so every figure is one that a device gave; the links in them lead nowhere.
      </p>
      <dl class="terms">
        {cases.map(({ id, name, text }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <p>{text}</p>
              <ul class="downloads">
                {views.map((view) => (
                  <Download key={view.id} file={`report-${id}-${view.id}.json`}>
                    Download {id} case, {view.name}
                  </Download>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface DownloadProps {
  readonly file: string;
  readonly children: preact.ComponentChildren;
}

function Download({ file, children }: DownloadProps) {
  return (
    <li>
      <a href={`/samples/${file}`} download={file}>
        {children}
      </a>
    </li>
  );
}
