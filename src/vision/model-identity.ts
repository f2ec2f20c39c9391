// SPDX-License-Identifier: Apache-2.0
import type { ModelIdentity } from '../record/model-identity.ts';
import type { ModelManifest } from './model-manifest.ts';

/** Which weights answer, as printed in every result. */
export function toIdentity(manifest: ModelManifest): ModelIdentity {
  const { name, version, task, licence } = manifest;
  const { id, note, commercialUse } = licence;
  const sha256 = manifest.sha256[manifest.file] ?? '';
  return { name, version, task, sha256, licence: { id, note, commercialUse } };
}
