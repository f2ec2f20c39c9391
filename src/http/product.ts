// SPDX-License-Identifier: Apache-2.0

/** What this software says of itself, in one place. */
export const product = {
  name: 'OpenDerm',
  description:
    'Open, self-hosted dermatology-AI device server: skin photographs in, a ranked ICD-11 differential out. Decision support only.',
  manufacturer: {
    name: 'OpenDerm contributors',
    address: 'Open-source project; the organisation that operates this server is responsible for its use.',
  },
  intendedUse:
    'Supports health-care professionals with a ranked distribution over ICD-11 categories, image quality and risk indicators. It never confirms a diagnosis; every result is preliminary and must be reviewed by a qualified professional.',
  regulatoryStatus: 'Not certified as a medical device.',
} as const;
