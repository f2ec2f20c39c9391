// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireResponse, QuestionnairesResponse } from '@openderm/contract';
import { useEffect, useState } from 'preact/hooks';

export interface LoadedQuestionnaires {
  readonly list: readonly QuestionnaireResponse[] | undefined;
  readonly hasFailed: boolean;
}

/** Every score as the device describes it. */
export function useQuestionnaires(): LoadedQuestionnaires {
  const [loaded, setLoaded] = useState<LoadedQuestionnaires>({ list: undefined, hasFailed: false });
  useEffect(() => {
    readList().then(
      (list) => setLoaded({ list, hasFailed: false }),
      () => setLoaded({ list: undefined, hasFailed: true }),
    );
  }, []);
  return loaded;
}

async function readList(): Promise<QuestionnairesResponse> {
  const response = await fetch('/v1/questionnaires', { credentials: 'omit' });
  if (!response.ok) throw new Error(`/v1/questionnaires answered ${response.status}`);
  return (await response.json()) as QuestionnairesResponse;
}
