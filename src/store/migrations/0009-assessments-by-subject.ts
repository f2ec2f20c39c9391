// SPDX-License-Identifier: Apache-2.0
import type { Migration } from './migration.ts';

/** A patient's assessments are found without reading everybody's. */
export const assessmentsBySubject: Migration = {
  name: '0009-assessments-by-subject',
  async apply(db) {
    await db.schema
      .createIndex('assessments_by_subject')
      .on('assessments')
      .columns(['account_id', 'subject_hash'])
      .execute();
  },
};
