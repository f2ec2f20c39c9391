// SPDX-License-Identifier: Apache-2.0
import { CodeBlock } from './code-block.tsx';
import { CodeTabs } from './code-tabs.tsx';
import { describeFields, describeType } from './describe-schema.ts';
import { FieldTable } from './field-table.tsx';
import type { OpenApiDocument } from './open-api.ts';
import { Prose } from './prose.tsx';
import type { Body, Endpoint, EndpointAnswer } from './read-document.ts';
import { toExampleText, toShownText } from './to-example-text.ts';
import { toSamples } from './to-samples.ts';

export interface EndpointSectionProps {
  readonly document: OpenApiDocument;
  readonly endpoint: Endpoint;
}

/** One endpoint: what it is for, how to call it, what comes back. */
export function EndpointSection({ document, endpoint }: EndpointSectionProps) {
  return (
    <article id={endpoint.id} class="endpoint">
      <div class="stack endpoint-words">
        <h3>{endpoint.summary}</h3>
        <p class="endpoint-address">
          <span class={`method ${endpoint.method.toLowerCase()}`}>{endpoint.method}</span>
          <code>{endpoint.path}</code>
          <span class="chip">{endpoint.needsLogin ? 'token needed' : 'no login'}</span>
        </p>
        {endpoint.description !== '' && (
          <p>
            <Prose text={endpoint.description} />
          </p>
        )}
        <Parameters endpoint={endpoint} document={document} />
        {endpoint.body !== undefined && (
          <>
            <h4>Request</h4>
            <BodyView body={endpoint.body} document={document} />
          </>
        )}
        <h4>Answers</h4>
        {endpoint.answers.map((answer) => (
          <AnswerRow key={answer.status} answer={answer} document={document} />
        ))}
      </div>
      <div class="stack endpoint-code">
        <CodeTabs name={endpoint.id} samples={toSamples(endpoint, location.origin)} />
        <Examples endpoint={endpoint} />
      </div>
    </article>
  );
}

function Parameters({ document, endpoint }: EndpointSectionProps) {
  if (endpoint.parameters.length === 0) return null;
  const fields = endpoint.parameters.map((parameter) => ({
    name: parameter.name,
    type: `${describeType(document, parameter.schema)}, in the ${parameter.in}`,
    isRequired: parameter.required ?? false,
    description: parameter.description ?? parameter.schema?.description ?? '',
    rules: [],
    children: [],
  }));
  return (
    <>
      <h4>Parameters</h4>
      <FieldTable fields={fields} />
    </>
  );
}

interface BodyViewProps {
  readonly body: Body;
  readonly document: OpenApiDocument;
}

function BodyView({ body, document }: BodyViewProps) {
  const fields = describeFields(document, body.schema);
  return (
    <>
      <p class="small soft">
        <code>{body.contentType}</code>, {describeType(document, body.schema)}
      </p>
      {fields.length > 0 && <FieldTable fields={fields} />}
    </>
  );
}

interface AnswerRowProps {
  readonly answer: EndpointAnswer;
  readonly document: OpenApiDocument;
}

function AnswerRow({ answer, document }: AnswerRowProps) {
  const isGood = answer.status.startsWith('2');
  return (
    <details class="answer-row" open={isGood}>
      <summary>
        <span class={isGood ? 'status good number' : 'status number'}>{answer.status}</span>{' '}
        <Prose text={answer.description} />
      </summary>
      {answer.headers.map(({ name, description }) => (
        <p key={name}>
          <code>{name}</code> <span class="soft">{description}</span>
        </p>
      ))}
      {answer.body === undefined ? (
        <p class="soft">No body.</p>
      ) : (
        <BodyView body={answer.body} document={document} />
      )}
    </details>
  );
}

function Examples({ endpoint }: { readonly endpoint: Endpoint }) {
  const bodies = [
    { title: 'Request', body: endpoint.body },
    ...endpoint.answers.map(({ status, body }) => ({ title: `Answer ${status}`, body })),
  ];
  return (
    <>
      {bodies.flatMap(({ title, body }) =>
        (body?.examples ?? []).map(({ name, value }) => (
          <CodeBlock
            key={`${title} ${name}`}
            label={name === 'Example' ? title : `${title}: ${name}`}
            code={toShownText(value, body?.contentType ?? '')}
            copied={toExampleText(value, body?.contentType ?? '')}
          />
        )),
      )}
    </>
  );
}
