// SPDX-License-Identifier: Apache-2.0
import type { PrivacyOffice } from '../cli/privacy-context.ts';
import type { Config } from '../config.ts';
import { CompanyProblem } from '../device/company-problem.ts';
import { createExportSubject } from '../device/export-subject.ts';
import { createReadReport } from '../device/read-report.ts';
import { createLinkReport } from '../device/report-links.ts';
import { createSealedIds } from '../gate/sealed-id.ts';
import { createSignedLinks } from '../gate/signed-link.ts';
import type { AuditActor } from '../record/audit-entry.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { Store } from '../store/store.ts';
import { describeScores } from './describe-scores.ts';
import { describeStrictReports } from './describe-strict-reports.ts';
import { obtainHashSubject } from './obtain-hash-subject.ts';
import { buildPrivacyDesk } from './open-privacy.ts';

export interface PrivacyOfficeParts {
  readonly store: Store;
  readonly media: MediaStore;
  readonly clock: { nowMs(): number };
  readonly ids: { create(): string };
  readonly publicUrl: string;
  readonly softwareVersion: string;
}

/** As the gate wants them: AES-256, and the size of the hash behind HMAC-SHA256. @source RFC 2104, 3 */
const secretBytes = 32;
const actor: AuditActor = { kind: 'operator', id: null };

/** Erasing and handing out what is kept of patients, for commands that work beside a running server. */
export async function buildPrivacyOffice(
  config: Pick<Config, 'licensedTexts'>,
  parts: PrivacyOfficeParts,
): Promise<Omit<PrivacyOffice, 'close'>> {
  const { companies, secrets } = parts.store;
  const { recordAccess, eraseReports } = await buildPrivacyDesk(parts);
  const find = async (id: string) => {
    const company = await companies.find(id);
    if (company === undefined) throw new CompanyProblem('unknown', `There is no company ${id}.`);
    return company;
  };
  const exportSubject = createExportSubject({
    ...parts,
    ...parts.store,
    readReport: await buildUnwatchedReports(parts),
    writeStrictReport: await buildWriteStrictReport(config, parts),
    hashSubject: await obtainHashSubject(secrets),
    recordAccess,
  });
  return {
    eraseReport: async (companyId, encryptedId) =>
      eraseReports.eraseOne({ company: await find(companyId), actor }, encryptedId),
    eraseSubject: async (companyId, subject) =>
      eraseReports.eraseSubject({ companyId: (await find(companyId)).id, actor }, subject),
    finishErasing: eraseReports.finish,
    exportSubject: (companyId, subject) => exportSubject({ companyId, subject, actor }),
  };
}

/** What the operator takes out is one entry, not one for each report. */
async function buildUnwatchedReports({ store, media, clock, publicUrl }: PrivacyOfficeParts) {
  const { companies, reports, secrets } = store;
  const sealedIds = createSealedIds({ secret: await secrets.obtain('sealed-id', secretBytes) });
  const signedLinks = createSignedLinks({ secret: await secrets.obtain('signed-link', secretBytes), clock });
  const linkReport = createLinkReport({ companies, sealedIds, signedLinks, clock, publicUrl });
  return createReadReport({ companies, reports, media, sealedIds, signedLinks, linkReport });
}

async function buildWriteStrictReport(
  config: Pick<Config, 'licensedTexts'>,
  { publicUrl, softwareVersion }: PrivacyOfficeParts,
) {
  const { wording } = await describeScores(config);
  return describeStrictReports({ wording, publicUrl, softwareVersion }).writeStrictReport;
}
