// SPDX-License-Identifier: Apache-2.0

/** An instrument that people may look for and not find, and why. */
export interface LeftOutScore {
  readonly name: string;
  readonly reason: string;
}

/** What was not implemented: written by hand, alphabetical. */
export const leftOutScores: readonly LeftOutScore[] = [
  {
    name: 'AAS, AE-QoL, CU-Q2oL',
    reason:
      'Owned by MOXIE and others and not free for industry; how they are counted is not known to us from a source that we could read.',
  },
  {
    name: 'ABSIS, BPDAI',
    reason:
      'Items and weights are known to us from reviews only, and the authors are usually asked. PDAI covers pemphigus; nothing here covers pemphigoid.',
  },
  {
    name: 'APULSI',
    reason: 'An older pressure-ulcer index of the reference API; its formula is not public.',
  },
  {
    name: 'BWAT',
    reason: 'Owned by Barbara Bates-Jensen; electronic or commercial use needs written permission.',
  },
  {
    name: 'CEA, IGA of acne, rosacea and psoriasis (2011)',
    reason:
      'One grade by one look: there is nothing to compute, and the definitions of the grades are the instrument. Send the grade as it is.',
  },
  {
    name: 'CTCAE and RTOG radiation dermatitis, HDSS, Wagner',
    reason: 'One grade by one look, as above; their definitions are known to us from reviews only.',
  },
  {
    name: 'Dermoscopic seven-point checklist, Menzies method',
    reason:
      'Weights and cut-offs are known to us from reviews only; for pigmented lesions there are `abcdTds`, `threePointChecklist` and `sevenPc`.',
  },
  {
    name: 'Global lesion counts of acne (Hayashi)',
    reason: 'Bands exist for half a face only; how they carry over to a whole face is not settled.',
  },
  {
    name: 'HECSI',
    reason: 'Extent grades and bands are known to us from reviews only.',
  },
  {
    name: 'LoSCAT (mLoSSI, LoSDI)',
    reason: 'Weights and bands of localised scleroderma are not verified, and the authors are usually asked.',
  },
  {
    name: 'Ludwig, Sinclair, Hamilton-Norwood',
    reason: 'One choice among drawings that are not free to copy; no arithmetic.',
  },
  {
    name: 'PO-SCORAD',
    reason:
      'Wording and pictures belong to the Fondation Dermatite Atopique. SCORAD itself is here, with its formula.',
  },
  {
    name: 'POSAS',
    reason: 'Commercial use needs registration. VSS is here instead, without what the patient says.',
  },
  {
    name: 'PULSE',
    reason: 'No dermatological or wound instrument of that name could be confirmed.',
  },
  {
    name: 'RECIST',
    reason: 'Measures tumours on radiological pictures: outside what this device reads.',
  },
  {
    name: 'TIS, 5-D itch, Peak Pruritus NRS',
    reason:
      'Bands disagree between sources, or the version belongs to a sponsor. The worst itch from 0 to 10 is here as `wiNrs`.',
  },
  {
    name: 'VES, VETF',
    reason:
      'The vitiligo extent score needs a copyrighted atlas of pictures; the details of VETF are not known to us. VASI is here.',
  },
  {
    name: 'vIGA-AD',
    reason:
      'Owned by Eli Lilly: free to use but not to be altered, and a single grade without arithmetic. Use the official text.',
  },
];
