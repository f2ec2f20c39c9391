// SPDX-License-Identifier: Apache-2.0
import { listNearest } from '../catalogue/list-nearest.ts';
import { DeviceError } from '../errors.ts';
import type { HashSubject } from '../gate/subject-key.ts';
import type { ScoreChange, SeriesPoint } from '../record/severity-assessment.ts';
import { scoreChange } from '../scoring/score-change.ts';
import type { ScoringSystem } from '../scoring/scoring-system.ts';
import { wholeBodySystems } from '../scoring/whole-body.ts';
import type { AssessmentStore } from '../store/assessments/assessment-store.ts';
import type { Comparable } from './comparable-scores.ts';
import { toValueProblem } from './field-reading.ts';
import { toWholeBodyForm } from './whole-body-form.ts';

export interface EvolutionRequest {
  readonly accountId: string;
  /** The integrator's own key of the patient. */
  readonly subject: string;
  /** Null: of every system. */
  readonly code: string | null;
}

/** The scores of one form, over time; of one body site where it is scored by site. */
export interface ScoreSeries {
  readonly system: ScoringSystem;
  readonly form: Comparable['form'];
  /** Null for scores of the person or the whole body. */
  readonly bodySite: string | null;
  /** Oldest first. */
  readonly points: readonly SeriesPoint[];
  /** From the first to the last; null for a single score. */
  readonly change: ScoreChange | null;
}

/**
 * A patient's series, those scored last first. Empty for a key that this account never used.
 * @throws DeviceError `invalidRequest` for a scoring system that there is none of
 */
export type FollowEvolution = (request: EvolutionRequest) => Promise<readonly ScoreSeries[]>;

export interface FollowEvolutionDependencies {
  readonly assessments: Pick<AssessmentStore, 'listSeries'>;
  readonly hashSubject: HashSubject;
  readonly systems: readonly ScoringSystem[];
}

export function createFollowEvolution(dependencies: FollowEvolutionDependencies): FollowEvolution {
  const { assessments, hashSubject, systems } = dependencies;
  const forms: Forms = new Map(systems.flatMap(listForms).map((each) => [each.form.identifier, each]));
  return async ({ accountId, subject, code }) => {
    if (code !== null) refuseUnknown(code, systems);
    const key = { accountId, subjectHash: hashSubject(accountId, subject) };
    const points = await assessments.listSeries(key, code === null ? {} : { code });
    const grouped = Map.groupBy(points, ({ form, bodySite }) =>
      forms.get(form)?.form.mode === 'local' ? `${form} ${bodySite}` : form,
    );
    const series = [...grouped.values()].flatMap((group) => toSeries(group, forms));
    return series.toSorted((a, b) => lastOf(b) - lastOf(a));
  };
}

type FormOfSystem = Pick<ScoreSeries, 'system' | 'form'>;
type Forms = ReadonlyMap<string, FormOfSystem>;

/** Those that are answered, and the one that photographs of several sites make up together. */
function listForms(system: ScoringSystem): readonly FormOfSystem[] {
  const isWhole = wholeBodySystems.some((each) => each.system.code === system.code);
  const forms = [...system.forms, ...(isWhole ? [toWholeBodyForm(system.code)] : [])];
  return forms.map((form) => ({ system, form }));
}

/** Nothing where the form has gone with a later release: its records stay. */
function toSeries(points: readonly SeriesPoint[], forms: Forms): readonly ScoreSeries[] {
  const last = points.at(-1);
  const found = last && forms.get(last.form);
  if (last === undefined || found === undefined) return [];
  const bodySite = found.form.mode === 'local' ? last.bodySite : null;
  return [{ ...found, bodySite, points, change: scoreChange(found.system, last, points.slice(0, -1)) }];
}

function lastOf({ points }: ScoreSeries): number {
  return points.at(-1)?.atMs ?? 0;
}

function refuseUnknown(code: string, systems: readonly ScoringSystem[]): void {
  const known = systems.map((system) => system.code);
  if (known.includes(code)) return;
  const nearest = listNearest(code, known) || `there are ${known.join(', ')}`;
  const text = `there is no scoring system "${code}"; ${nearest}`;
  throw new DeviceError('invalidRequest', { problems: [toValueProblem(['body', 'scoringSystem'], text)] });
}
