// SPDX-License-Identifier: Apache-2.0
import type { ElementDefinition, StructureDefinition } from '@medplum/fhirtypes';
import type { Canonical } from './canonical.ts';
import { toPublishedBase } from './published-base.ts';

/** An extension of ours: on what it stands, and what it holds. */
interface OwnExtension {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  /** Types by the names of its parts; one unnamed type where it has no parts. */
  readonly holds: string | Readonly<Record<string, string>>;
}

const extensions: readonly OwnExtension[] = [
  {
    id: 'extra-data',
    title: 'JSON object of the integrator, as text',
    on: 'DiagnosticReport',
    holds: 'string',
  },
  {
    id: 'text-language',
    title: 'Language of a text that is not there in the language of the report',
    on: 'CodeableConcept',
    holds: 'code',
  },
  {
    id: 'reading',
    title:
      'How an answer was read: by what, question and answer in the language of the report, confidence in percent',
    on: 'QuestionnaireResponse.item',
    holds: { method: 'Coding', name: 'string', display: 'string', confidence: 'decimal' },
  },
  {
    id: 'annotation',
    title: 'Something found on a picture: what, confidence 0-1, and where, in pixels of this picture',
    on: 'Media',
    holds: {
      id: 'string',
      type: 'code',
      confidence: 'decimal',
      left: 'integer',
      top: 'integer',
      width: 'integer',
      height: 'integer',
    },
  },
];

export function toExtensionDefinitions(
  canonical: Canonical,
): readonly (StructureDefinition & { id: string })[] {
  return extensions.map((extension) => ({
    ...toPublishedBase('StructureDefinition', extension, canonical),
    description: `${extension.title}.`,
    fhirVersion: '4.0.1',
    kind: 'complex-type',
    abstract: false,
    context: [{ type: 'element', expression: extension.on }],
    type: 'Extension',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Extension',
    derivation: 'constraint',
    differential: { element: toElements(extension, canonical) },
  }));
}

function toElements({ id, title, holds }: OwnExtension, canonical: Canonical): ElementDefinition[] {
  const url = canonical.of('StructureDefinition', id);
  const root = { id: 'Extension', path: 'Extension', short: title, definition: `${title}.` };
  const own = { id: 'Extension.url', path: 'Extension.url', fixedUri: url };
  if (typeof holds === 'string')
    return [root, absent('Extension.extension'), own, valueIn('Extension', holds)];
  const parts = Object.entries(holds).flatMap(([name, type]) => toPart(name, type));
  return [root, ...parts, own, absent('Extension.value[x]')];
}

function toPart(name: string, type: string): ElementDefinition[] {
  const id = `Extension.extension:${name}`;
  return [
    { id, path: 'Extension.extension', sliceName: name, min: 0, max: '1' },
    { ...absent(`${id}.extension`), path: 'Extension.extension.extension' },
    { id: `${id}.url`, path: 'Extension.extension.url', fixedUri: name },
    { ...valueIn(id, type), path: 'Extension.extension.value[x]' },
  ];
}

function absent(path: string): ElementDefinition {
  return { id: path, path, max: '0' };
}

function valueIn(id: string, type: string): ElementDefinition {
  return { id: `${id}.value[x]`, path: 'Extension.value[x]', min: 1, type: [{ code: type }] };
}
