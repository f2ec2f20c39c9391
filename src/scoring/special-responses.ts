// SPDX-License-Identifier: Apache-2.0
import type { AnswerTree, ScoreChange, ScorePoint } from '../record/severity-assessment.ts';
import { difference } from './exact.ts';
import { achievesHiscr, type HiscrCounts } from './hiscr.ts';

type Responses = ScoreChange['responses'];

interface Course {
  readonly baseline: ScorePoint;
  readonly current: ScorePoint;
}

/** Absolute scores that treatment aims at. */
interface Target {
  readonly name: string;
  readonly atMost: number;
}

/** Treat to target. @source absolute PASI of 3, 2 and 1 are goals of psoriasis guidelines, to be looked up; SALT 20: trials of alopecia areata */
const targets: Readonly<Record<string, readonly Target[]>> = {
  pasi: [
    { name: 'PASI<=3', atMost: 3 },
    { name: 'PASI<=2', atMost: 2 },
    { name: 'PASI<=1', atMost: 1 },
  ],
  salt: [{ name: 'SALT<=20', atMost: 20 }],
};

/** Fewer points than at baseline. */
interface PointsResponse {
  readonly name: string;
  readonly points: number;
}

/** @source CLASI: https://pubmed.ncbi.nlm.nih.gov/21339447; worst itch: 4 points, to be looked up */
const pointsResponses: Readonly<Record<string, PointsResponse>> = {
  clasi: { name: 'CLASI-4', points: 4 },
  wiNrs: { name: 'WI-NRS4', points: 4 },
};

/** A grade of 0 or 1 that is at least two grades better. @source end point of trials in psoriasis */
const clearGrades = ['pga', 'gppga'];
const clearAtMost = 1;
const gradesBetter = 2;

/** Share of abscesses and nodules that must be gone. @source Kimball and others 2014; 75, 90 and 100 by analogy */
const hiscrPercents: Readonly<Record<string, number>> = {
  HiSCR: 50,
  HiSCR75: 75,
  HiSCR90: 90,
  HiSCR100: 100,
};

/** Responses that are not a share of the score: targets, points, grades, counts. */
export function specialResponses(code: string, course: Course): Responses {
  return [
    ...(targets[code] ?? []).map(({ name, atMost }) => ({
      name,
      isAchieved: course.current.value <= atMost,
    })),
    ...listPointsResponses(code, course),
    ...listGradeResponses(code, course),
    ...(code === 'ihs4' ? listHiscr(course) : []),
  ];
}

function listPointsResponses(code: string, { baseline, current }: Course): Responses {
  const response = pointsResponses[code];
  if (response === undefined) return [];
  const gained = difference(baseline.value, current.value);
  return [{ name: response.name, isAchieved: gained >= response.points }];
}

function listGradeResponses(code: string, { baseline, current }: Course): Responses {
  if (!clearGrades.includes(code)) return [];
  const isBetter = difference(baseline.value, current.value) >= gradesBetter;
  return [{ name: `${code.toUpperCase()} 0/1`, isAchieved: current.value <= clearAtMost && isBetter }];
}

/** Needs the counts of both visits: a bare score does not tell nodules from tunnels. */
function listHiscr({ baseline, current }: Course): Responses {
  const [before, now] = [countsIn(baseline.answers), countsIn(current.answers)];
  if (before === undefined || now === undefined) return [];
  return Object.entries(hiscrPercents).map(([name, percent]) => ({
    name,
    isAchieved: achievesHiscr(before, now, percent),
  }));
}

function countsIn(answers: AnswerTree | null): HiscrCounts | undefined {
  const { nodule, abscess, drainingTunnel } = answers ?? {};
  if (typeof nodule !== 'number' || typeof abscess !== 'number' || typeof drainingTunnel !== 'number') {
    return undefined;
  }
  return { nodule, abscess, drainingTunnel };
}
