// SPDX-License-Identifier: Apache-2.0
import { useAdminText } from './admin-words.ts';
import { SettingField } from './setting-field.tsx';

export interface LogoSettingProps {
  /** Data URI; empty for none. */
  readonly logo: string;
  readonly faults: readonly string[];
  readonly onLogo: (logo: string) => void;
}

/** A company's sign: chosen from a file, shown, taken away. Whether it may be one is for the device to say. */
export function LogoSetting({ logo, faults, onLogo }: LogoSettingProps) {
  const a = useAdminText();
  return (
    <SettingField id="logo" label={a('settings.logo')} help={a('settings.logoHelp')} faults={faults}>
      {(told) => (
        <div class="row">
          {logo !== '' && <img class="logo-shown" src={logo} alt={a('settings.logo')} />}
          <input
            {...told}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            onChange={async (event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file !== undefined) onLogo(await readAsDataUri(file));
            }}
          />
          {logo !== '' && (
            <button type="button" class="button small" onClick={() => onLogo('')}>
              {a('settings.noLogo')}
            </button>
          )}
        </div>
      )}
    </SettingField>
  );
}

async function readAsDataUri(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
  return await promise;
}
