// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Account } from '../../record/account.ts';
import type { AnalysisRecord, KeptDiagnosis } from '../../record/analysis-record.ts';
import type { Diagnosis } from '../../record/diagnosis.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printDiagnosis } from './print-diagnosis.ts';
import { printDisclaimer, printModels } from './print-models.ts';
import { timeWords } from './time-words.ts';

export interface PrintedRecord {
  readonly record: AnalysisRecord;
  /** Undefined when it has been removed. */
  readonly account: Account | undefined;
}

/** An answer as it was given, with who asked, when, and what answered. */
export function printRecord(
  { record, account }: PrintedRecord,
  catalogue: Catalogue,
  terminal: Terminal,
): void {
  const { id, accountId, createdAtMs, softwareVersion, result } = record;
  terminal.print(terminal.paint('bold', `Analysis ${id}`));
  terminal.print(`  ${timeWords(createdAtMs)}, ${result.durationS.toFixed(2)} s`);
  terminal.print(`  asked by ${account?.email ?? `account ${accountId}, which has been removed`}`);
  terminal.print(`  openderm ${softwareVersion}, catalogue ${result.catalogueVersion}`);
  terminal.print('');
  printDiagnosis(withoutPictures(result), catalogue, terminal);
  printModels(result.models, terminal);
  printDisclaimer(terminal);
}

/** Heat maps are never kept, so there are none to print. */
function withoutPictures(result: KeptDiagnosis): Diagnosis {
  return { ...result, images: result.images.map((image) => ({ ...image, heatMaps: [] })) };
}
