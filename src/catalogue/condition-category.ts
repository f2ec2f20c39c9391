// SPDX-License-Identifier: Apache-2.0

/**
 * Chapters of the catalogue, and whether their conditions are usually looked at through a dermatoscope.
 *
 * A dermatoscope is held on single lesions: growths (of vessels too), moles, spots of colour, cysts and nails. A rash,
 * a varicose vein, a hair or mouth disease, an ulcer or an infection is photographed with a camera; the few of them
 * that are growths or pigmented (warts, subungual blood) are let in one by one, see prior-shares.ts. Our own choice,
 * made so that an unknown lesion under the dermatoscope is not called a rash: dermoscopy of rashes exists, but is rarer.
 */
export const conditionCategories = {
  acneRosacea: { dermoscopic: false },
  anogenital: { dermoscopic: false },
  benignMelanocytic: { dermoscopic: true },
  benignTumour: { dermoscopic: true },
  biteInfestation: { dermoscopic: false },
  bullous: { dermoscopic: false },
  connectiveTissueDisease: { dermoscopic: false },
  contactDermatitis: { dermoscopic: false },
  cyst: { dermoscopic: true },
  dermalConnectiveTissue: { dermoscopic: false },
  developmental: { dermoscopic: true },
  drugReaction: { dermoscopic: false },
  ear: { dermoscopic: false },
  eczema: { dermoscopic: false },
  erythema: { dermoscopic: false },
  eyelid: { dermoscopic: false },
  genodermatosis: { dermoscopic: false },
  granulomatous: { dermoscopic: false },
  hair: { dermoscopic: false },
  inSituPremalignant: { dermoscopic: true },
  infectionBacterial: { dermoscopic: false },
  infectionFungal: { dermoscopic: false },
  infectionParasitic: { dermoscopic: false },
  infectionViral: { dermoscopic: false },
  keratinisation: { dermoscopic: false },
  lymphoproliferative: { dermoscopic: true },
  malignantTumour: { dermoscopic: true },
  metabolic: { dermoscopic: false },
  nail: { dermoscopic: true },
  neonatalInfantile: { dermoscopic: false },
  neutrophilicEosinophilic: { dermoscopic: false },
  nonspecific: { dermoscopic: false },
  oral: { dermoscopic: false },
  panniculitis: { dermoscopic: false },
  papulosquamous: { dermoscopic: false },
  photodermatosis: { dermoscopic: false },
  physical: { dermoscopic: false },
  pigmentary: { dermoscopic: true },
  pruritus: { dermoscopic: false },
  psychocutaneous: { dermoscopic: false },
  scar: { dermoscopic: false },
  sebaceous: { dermoscopic: true },
  sti: { dermoscopic: false },
  sweatGland: { dermoscopic: false },
  ulcerWound: { dermoscopic: false },
  urticaria: { dermoscopic: false },
  vascular: { dermoscopic: false },
  vascularTumour: { dermoscopic: true },
  vasculitis: { dermoscopic: false },
} as const;

export type ConditionCategory = keyof typeof conditionCategories;
