// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';

export interface SettingFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** What the device found wrong with it. */
  readonly faults: readonly string[];
  /** The field itself, which takes these as its own. */
  readonly children: (told: ToldField) => ComponentChildren;
}

/** What a field says of itself to whoever cannot see it. */
export interface ToldField {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

/** A field with its name, what it is for, and what is wrong with it. */
export function SettingField({ id, label, help, faults, children }: SettingFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': faults.length > 0, 'aria-describedby': `${id}-more` })}
      <div id={`${id}-more`} class="small">
        {help !== undefined && <p class="soft">{help}</p>}
        {faults.map((fault) => (
          // The device's own words: it speaks English.
          <p key={fault} class="fault" lang="en">
            {fault}
          </p>
        ))}
      </div>
    </div>
  );
}

export interface TextSettingProps extends Omit<SettingFieldProps, 'children'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly kind?: 'text' | 'number' | 'lines';
}

/** A setting that is typed. */
export function TextSetting({ value, onValue, kind = 'text', ...field }: TextSettingProps) {
  return (
    <SettingField {...field}>
      {(told) => {
        const common = { ...told, value, spellcheck: false, autocomplete: 'off' as const };
        if (kind === 'lines')
          return <textarea {...common} rows={3} onInput={(event) => onValue(event.currentTarget.value)} />;
        return (
          <input
            {...common}
            {...(kind === 'number' ? ({ type: 'number', step: 'any' } as const) : {})}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        );
      }}
    </SettingField>
  );
}
