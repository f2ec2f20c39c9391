// SPDX-License-Identifier: Apache-2.0
import type { Field } from './describe-schema.ts';
import { Prose } from './prose.tsx';

/** The fields of a schema, each opening onto what is inside it. */
export function FieldTable({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <ul class="fields">
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} />
      ))}
    </ul>
  );
}

function FieldRow({ field }: { readonly field: Field }) {
  return (
    <li>
      <p class="field-head">
        <code class="field-name">{field.name}</code>
        <span class="field-type">{field.type}</span>
        {!field.isRequired && <span class="chip">optional</span>}
        {field.rules.map((rule) => (
          <span key={rule} class="chip">
            {rule}
          </span>
        ))}
      </p>
      {field.description !== '' && (
        <p class="soft">
          <Prose text={field.description} />
        </p>
      )}
      {field.children.length > 0 && (
        <details>
          <summary>
            {field.children.length} {field.children.length === 1 ? 'field' : 'fields'} of{' '}
            <code>{field.name}</code>
          </summary>
          <FieldTable fields={field.children} />
        </details>
      )}
    </li>
  );
}
