// SPDX-License-Identifier: Apache-2.0
import { useInstructionWords } from './instruction-words.ts';
import type { DeviceFacts } from './use-device-facts.ts';

/** What answers here, with its versions, as the device itself says. */
export function VersionTable({ facts }: { readonly facts: DeviceFacts }) {
  const { versions } = useInstructionWords();
  const { softwareVersion, information } = facts;
  return (
    <section id="versions" class="guide" aria-labelledby="versions-heading">
      <h2 id="versions-heading">{versions.heading}</h2>
      <p>{versions.lead}</p>
      <dl class="terms">
        <Fact name={versions.status} text={versions.notCertified} />
        <Fact name={versions.software} text={softwareVersion && `OpenDerm ${softwareVersion}`} />
        {information !== undefined && <Fact name={versions.catalogue} text={information.catalogueVersion} />}
      </dl>
      {information === undefined ? (
        <p class="soft">{versions.signIn}</p>
      ) : (
        <ModelTable models={information.models} />
      )}
    </section>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  const { versions } = useInstructionWords();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text ?? versions.unknown}</dd>
    </div>
  );
}

type Models = NonNullable<DeviceFacts['information']>['models'];

function ModelTable({ models }: { readonly models: Models }) {
  const { versions } = useInstructionWords();
  return (
    <div class="scroll">
      <table>
        <caption>{versions.models}</caption>
        <thead>
          <tr>
            <th scope="col">{versions.model}</th>
            <th scope="col">{versions.version}</th>
            <th scope="col">{versions.licence}</th>
          </tr>
        </thead>
        <tbody>
          {models.map(({ name, version, licence }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{version}</td>
              <td>{licence.id}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
