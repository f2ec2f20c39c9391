// SPDX-License-Identifier: Apache-2.0
import type { MediaContent, OpenApiDocument, Operation, Parameter, Schema } from './open-api.ts';

/** A body as sent or received. */
export interface Body {
  readonly contentType: string;
  readonly schema: Schema | undefined;
  readonly examples: readonly { readonly name: string; readonly value: unknown }[];
}

export interface EndpointAnswer {
  readonly status: string;
  readonly description: string;
  readonly body: Body | undefined;
  readonly headers: readonly { readonly name: string; readonly description: string }[];
}

/** One thing a client can ask for. */
export interface Endpoint {
  /** Also the fragment of its address on the page. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly needsLogin: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly answers: readonly EndpointAnswer[];
}

export interface EndpointGroup {
  readonly name: string;
  readonly description: string;
  readonly endpoints: readonly Endpoint[];
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The endpoints of a document by tag, tags in the document's own order, untagged ones last. */
export function readDocument(document: OpenApiDocument): readonly EndpointGroup[] {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({ tag: operation.tags?.[0] ?? 'Other', method, path, operation })),
  );
  const declared = document.tags?.map(({ name }) => name) ?? [];
  const names = [...new Set([...declared, ...operations.map(({ tag }) => tag)])];
  return names.map((name) => ({
    name,
    description: document.tags?.find((tag) => tag.name === name)?.description ?? '',
    endpoints: operations
      .filter(({ tag }) => tag === name)
      .map(({ method, path, operation }) => toEndpoint(document, { method, path, operation })),
  }));
}

interface Located {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

function toEndpoint(document: OpenApiDocument, { method, path, operation }: Located): Endpoint {
  return {
    id: `${method}${path.replaceAll(/[^a-zA-Z0-9]+/g, '-')}`.replace(/-$/, ''),
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? path,
    description: operation.description ?? '',
    needsLogin: (operation.security ?? document.security ?? []).some(
      (scheme) => Object.keys(scheme).length > 0,
    ),
    parameters: operation.parameters ?? [],
    body: toBody(operation.requestBody?.content),
    answers: Object.entries(operation.responses ?? {}).map(([status, response]) => ({
      status,
      // What the server's generator writes where nobody wrote anything.
      description: response.description === 'Default Response' ? 'Done' : (response.description ?? ''),
      body: toBody(response.content),
      headers: Object.entries(response.headers ?? {}).map(([name, header]) => ({
        name,
        description: header.description ?? '',
      })),
    })),
  };
}

function toBody(content: Readonly<Record<string, MediaContent>> | undefined): Body | undefined {
  const [first] = Object.entries(content ?? {});
  if (first === undefined) return undefined;
  const [contentType, media] = first;
  return { contentType, schema: media.schema, examples: toExamples(media) };
}

function toExamples({ example, examples, schema }: MediaContent): Body['examples'] {
  const named = Object.entries(examples ?? {}).map(([key, { summary, value }]) => ({
    name: summary ?? key,
    value,
  }));
  if (named.length > 0) return named;
  const bare = example === undefined ? (schema?.examples ?? []) : [example];
  return bare.map((value, index) => ({ name: bare.length > 1 ? `Example ${index + 1}` : 'Example', value }));
}
