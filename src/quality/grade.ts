// SPDX-License-Identifier: Apache-2.0

/** Points of a grading curve, `[measured value, grade 0-1]`, by rising value; grades only rise or only fall. */
export type GradingCurve = readonly (readonly [value: number, grade: number])[];

/** The grade of a measured value: straight between the points, level beyond the outer ones. */
export function grade(curve: GradingCurve, value: number): number {
  const above = curve.findIndex(([at]) => at >= value);
  const [highAt, highGrade] = curve[above < 0 ? curve.length - 1 : above] ?? [0, 0];
  const [lowAt, lowGrade] = curve[above - 1] ?? [highAt, highGrade];
  if (highAt === lowAt) return highGrade;
  return lowGrade + ((highGrade - lowGrade) * (value - lowAt)) / (highAt - lowAt);
}
