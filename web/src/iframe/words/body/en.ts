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
  left: 'own left',
  right: 'own right',
  anamnesis: 'Some questions first',
  anamnesisHint: 'Answer what you can and want to.',
} as const;
