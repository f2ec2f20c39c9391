// SPDX-License-Identifier: Apache-2.0
import { type Field, joinFields, readFields, toField } from './protobuf.ts';

/** ONNX: ModelProto.graph; GraphProto.node, .output; NodeProto.input, .output, .op_type; ValueInfoProto.name. */
const [GRAPH, NODE, GRAPH_OUTPUT] = [7, 1, 12];
const [NODE_INPUT, NODE_OUTPUT, NODE_OP] = [1, 2, 4];
const VALUE_NAME = 1;

/**
 * The same classifier as it would be without heat maps. Ours multiplies the last features with the head at every
 * place (that is the map) and averages; without maps one averages first and multiplies once. Same logits, since both
 * steps are linear.
 * @throws Error when the graph has not this shape
 */
export function withoutMaps(onnx: Buffer, maps: string): Buffer {
  const model = readFields(onnx);
  return joinFields(model.map((field) => (field.number === GRAPH ? rewriteGraph(field, maps) : field)));
}

function rewriteGraph(graph: Field, maps: string): Field {
  const fields = readFields(graph.bytes ?? Buffer.alloc(0));
  const head = fields.find((field) => field.number === NODE && namesOf(field, NODE_OUTPUT).includes(maps));
  const pool = fields.find((field) => field.number === NODE && namesOf(field, NODE_INPUT).includes(maps));
  const [features] = head ? namesOf(head, NODE_INPUT) : [];
  const [pooled] = pool ? namesOf(pool, NODE_OUTPUT) : [];
  if (
    !head ||
    !pool ||
    features === undefined ||
    pooled === undefined ||
    opOf(pool) !== 'GlobalAveragePool'
  ) {
    throw new Error(`the graph does not average "${maps}" after its head`);
  }
  const poolFirst = rename(pool, { [maps]: features, [pooled]: 'pooled-features' });
  const headAfter = rename(head, { [features]: 'pooled-features', [maps]: pooled });
  const rewritten = fields.flatMap((field) => {
    if (field === head) return [poolFirst];
    if (field === pool) return [headAfter];
    return field.number === GRAPH_OUTPUT && namesOf(field, VALUE_NAME).includes(maps) ? [] : [field];
  });
  return toField(GRAPH, joinFields(rewritten));
}

function rename(node: Field, names: Readonly<Record<string, string>>): Field {
  const parts = readFields(node.bytes ?? Buffer.alloc(0)).map((part) => {
    if (part.number !== NODE_INPUT && part.number !== NODE_OUTPUT) return part;
    const name = names[textOf(part)];
    return name === undefined ? part : toField(part.number, Buffer.from(name));
  });
  return toField(NODE, joinFields(parts));
}

function namesOf(message: Field, number: number): readonly string[] {
  return readFields(message.bytes ?? Buffer.alloc(0))
    .filter((part) => part.number === number)
    .map(textOf);
}

function opOf(node: Field): string | undefined {
  return namesOf(node, NODE_OP)[0];
}

function textOf({ bytes }: Field): string {
  return bytes?.toString() ?? '';
}
