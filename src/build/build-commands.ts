// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '../catalogue/conditions.ts';
import { createResolveCondition } from '../catalogue/resolve-condition.ts';
import type { Archive } from '../cli/analyses.ts';
import type { OpenAuditDesk } from '../cli/audit.ts';
import type { OpenCompanyDesk } from '../cli/company-context.ts';
import type { ModelShelf } from '../cli/models.ts';
import type { PrivacyOffice } from '../cli/privacy-context.ts';
import type { OpenAccountDesk } from '../cli/user.ts';
import type { OpenWebhookDesk } from '../cli/webhook-context.ts';
import type { Workbench } from '../cli/workbench.ts';
import type { Config } from '../config.ts';
import { diagnosisOfImages } from '../device/diagnosis-of-images.ts';
import { createEraseAnswers } from '../device/erase-answers.ts';
import { findStrangers } from '../device/find-strangers.ts';
import { createAccountDesk } from '../device/manage-accounts.ts';
import { createAuditDesk } from '../device/manage-audit.ts';
import { createCompanyDesk } from '../device/manage-companies.ts';
import { modelsOfDiagnosis } from '../device/models-of-diagnosis.ts';
import { toConditionCodes } from '../fhir/conclusion.ts';
import { toDiagnosticReport } from '../fhir/diagnostic-report.ts';
import { createLogger } from '../http/create-logger.ts';
import { createPhotographFolder } from '../store/photographs/create-photograph-folder.ts';
import { checkModel } from '../vision/check-model.ts';
import { chooseModelSet } from '../vision/choose-model-set.ts';
import { defaultReaderLimits } from '../vision/create-image-reader.ts';
import { disturbances } from '../vision/disturbances.ts';
import { listModels } from '../vision/list-models.ts';
import { createOutliner } from '../vision/nets/create-outliner.ts';
import { buildPrivacyOffice } from './build-privacy-office.ts';
import { buildReader } from './build-reader.ts';
import { buildWebhookDesks } from './build-webhooks.ts';
import { obtainHashSubject } from './obtain-hash-subject.ts';
import { buildLedger, clock, ids, softwareVersion, toPublicUrl } from './open-ledger.ts';
import { watchedCompanies } from './watched-companies.ts';

/** What a command needs that reads photographs from files: the same arithmetic as over HTTP, and no record. */
export async function buildWorkbench(config: Config): Promise<Workbench> {
  const { reader } = await buildReader(config, createLogger(config));
  const settings = { imageEvidenceThreshold: config.imageEvidenceThreshold };
  const codes = toConditionCodes(catalogue);
  return {
    reader,
    catalogue,
    resolveCondition: createResolveCondition(catalogue),
    diagnose(images) {
      const labelled = images.map(({ title, analysis }) => ({ title, contentType: null, analysis }));
      const content = diagnosisOfImages(labelled, {
        catalogue,
        models: modelsOfDiagnosis(reader.models),
        settings,
      });
      const durationS = images.reduce((sum, { analysis }) => sum + analysis.timings.totalS, 0);
      return { id: ids.create(), issuedAtMs: clock.nowMs(), durationS, ...content };
    },
    present: (diagnosis) => toDiagnosticReport(diagnosis, codes),
    disturbances,
    async openOutliner() {
      const { segmentation } = await chooseModelSet(config.modelsDir, config.modelSet);
      return segmentation && createOutliner(segmentation.dir, defaultReaderLimits.maxPixels);
    },
    close: () => reader.close(),
  };
}

/** The folder of models, without loading any to answer with. */
export function buildShelf({ modelsDir }: Pick<Config, 'modelsDir'>): ModelShelf {
  return {
    dir: modelsDir,
    list: () => listModels(modelsDir),
    check: async (dir) => [...(await checkModel(dir)), ...(await findStrangers(dir, catalogue))],
  };
}

/** Who may log in, for commands that work beside a running server. */
export async function buildAccountDesk(config: Config): Promise<OpenAccountDesk> {
  const { store, passwords, close } = await buildLedger(config);
  const desk = createAccountDesk({
    accounts: store.accounts,
    companies: store.companies,
    passwords,
    clock,
    newId: ids.create,
  });
  return { ...desk, close };
}

/** Whose reports there are, for commands that work beside a running server. */
export async function buildCompanyDesk(config: Config): Promise<OpenCompanyDesk> {
  const { store, close } = await buildLedger(config);
  const companies = watchedCompanies({ store, clock, ids }, { kind: 'operator', id: null });
  const desk = createCompanyDesk({ companies, clock, newId: ids.create });
  return { ...desk, close };
}

/** Whose servers are told what, for commands that work beside a running server. */
export async function openWebhookDesk(config: Config): Promise<OpenWebhookDesk> {
  const { store, close } = await buildLedger(config);
  const deskOf = await buildWebhookDesks(config, { store, clock, ids });
  return { ...deskOf({ kind: 'operator', id: null }), close };
}

/** Who reached for what, for commands that work beside a running server. */
export async function openAuditDesk(config: Config): Promise<OpenAuditDesk> {
  const { store, close } = await buildLedger(config);
  return { ...createAuditDesk(store), close };
}

/** What is kept of patients, to be handed out or erased, for commands that work beside a running server. */
export async function openPrivacyOffice(config: Config): Promise<PrivacyOffice> {
  const ledger = await buildLedger(config);
  const parts = { ...ledger, publicUrl: toPublicUrl(config), softwareVersion };
  return { ...(await buildPrivacyOffice(config, parts)), close: ledger.close };
}

/** What was answered, for commands that work beside a running server. */
export async function buildArchive(config: Config): Promise<Archive> {
  const { store, close } = await buildLedger(config);
  const { analyses, assessments, accounts, secrets } = store;
  return {
    analyses,
    assessments,
    findAccount: (id) => accounts.findById(id),
    findAccountByEmail: (email) => accounts.findByEmail(email.toLowerCase()),
    eraseAnswers: createEraseAnswers({
      analyses,
      assessments,
      photographs: createPhotographFolder(config.dataDir),
      hashSubject: await obtainHashSubject(secrets),
    }),
    catalogue,
    close,
  };
}
