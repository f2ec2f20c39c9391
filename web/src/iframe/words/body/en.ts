// SPDX-License-Identifier: Apache-2.0

/** Words of the questions: where on the body, what the company asks, what a score asks. */
export const bodyEn = {
  heading: 'Where on the body is it?',
  hint: 'Tap the place. Left and right are the person’s own.',
  nothing: 'Nothing chosen yet',
  chosen: 'Chosen: {{name}}',
  exactly: 'More exactly',
  showList: 'Choose from a list',
  showFigure: 'Show the drawing',
  search: 'Search',
  none: 'No place has such a name.',
  front: 'Front',
  back: 'Back',
  left: 'left',
  right: 'right',
  anamnesis: 'Some questions first',
  anamnesisHint: 'Answer what you can and want to.',
  questions: 'Some more questions',
  questionsHint: 'No photograph can show this. Whatever you leave out is not in the report.',
  unanswered: 'not answered',
  takeBack: 'Take these answers back',
  missing: 'missing',
  someMissing: 'Something is missing. Answer it, or none of the questions that belong together.',
  between: 'From {{from}} to {{to}}',
  atLeast: 'At least {{from}}',
  counting: 'The answers are being added to the report.',
} as const;
