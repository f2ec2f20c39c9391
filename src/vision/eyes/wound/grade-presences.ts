// SPDX-License-Identifier: Apache-2.0
import type { Tissue } from './classify-tissue.ts';

/** What was measured on a wound and the skin around it. Shares are 0-1. */
export interface WoundFacts {
  /** Of the wound bed. */
  readonly tissue: Readonly<Record<Tissue, number>>;
  /** Necrosis in the outermost part of the wound. */
  readonly necroticEdge: number;
  /** Of the ring around the wound. */
  readonly macerated: number;
  readonly reddened: number;
  /** Difference of colour across the border, natural logarithms of light. */
  readonly borderContrast: number;
  /** 0-1: how much of that difference happens within a few pixels. */
  readonly borderSharpness: number;
  /** How much more the brightness of the ring varies than that of skin away from it; 0 where it does not. */
  readonly rimRelief: number;
  /** Of the wound: mirror-like reflections, vivid blood, dull dark red, cream. */
  readonly glossy: number;
  readonly bloody: number;
  readonly darkRed: number;
  readonly creamy: number;
}

/** Half sure at `half`, rising: a presence from a share. */
function present(share: number, half: number): number {
  const squared = share * share;
  return squared / (squared + half * half);
}

/**
 * Which borders: probabilities of one of three that sum to 1. The likeliest is favoured, so that mostly one wins.
 * @source our own convention: contrast and sharpness at which a border is called so; not tried against clinicians
 */
function gradeBorders({ borderContrast, borderSharpness }: WoundFacts) {
  const seen = present(borderContrast, 0.22);
  const sharp = present(borderSharpness, 0.42);
  const chances = [seen * sharp, seen * (1 - sharp), 1 - seen].map((chance) => chance ** 3);
  const sum = chances.reduce((a, b) => a + b, 0);
  const [delimited = 0, diffused = 0, indistinguishable = 0] = chances.map((chance) => chance / sum);
  return {
    bordersDelimited: delimited,
    bordersDiffused: diffused,
    bordersIndistinguishable: indistinguishable,
  };
}

/**
 * Depth by what lies in the wound: dead or yellow tissue means that it goes through the skin.
 * @source our own convention, after the stages of pressure injuries (NPIAP 2016); a photograph has no depth
 */
function gradeDepth({ tissue, darkRed }: WoundFacts) {
  const bone = 0.8 * present(tissue.bone, 0.12);
  const muscle = 0.6 * present(darkRed, 0.5);
  const subcutaneous = present(tissue.slough + tissue.necrosis + tissue.biofilm, 0.25);
  return {
    affectedTissueBoneAndOrAdjacent: bone,
    affectedTissueMuscle: muscle,
    affectedTissueSubcutaneous: subcutaneous,
    affectedTissueDermisEpidermis: 1 - Math.max(bone, muscle, subcutaneous) / 2,
    affectedTissueHealedSkin: 0,
  };
}

/**
 * What the wound exudes, by colour and gloss; amounts are not graded.
 * @source our own convention, shares of the wound at which an exudate is half sure
 */
function gradeExudates({ tissue, glossy, bloody, creamy }: WoundFacts) {
  return {
    exudationFibrinous: present(tissue.slough, 0.3),
    exudationPurulent: 0.8 * present(creamy, 0.25),
    exudationBloody: 0.9 * present(bloody, 0.25),
    exudationSerous: 0.9 * present(glossy, 0.04),
    exudationGreenish: present(tissue.biofilm, 0.12),
  };
}

/**
 * Tissue in the bed, edge and surroundings, by share.
 * @source our own convention, shares at which a tissue is half sure
 */
function gradeTissues({ tissue, necroticEdge, macerated, reddened, rimRelief }: WoundFacts) {
  return {
    bordersDamaged: Math.max(present(macerated, 0.35), present(necroticEdge, 0.3)),
    bordersThickened: 0.8 * present(rimRelief, 1.5),
    perilesionalErythema: present(reddened, 0.25),
    perilesionalMaceration: present(macerated, 0.2),
    biofilmCompatibleTissue: present(tissue.biofilm, 0.1),
    tissueInWoundBedScarred: 0.5 * present(tissue.epithelium, 0.6),
    tissueInWoundBedSlough: present(tissue.slough + tissue.biofilm, 0.12),
    tissueInWoundBedNecrotic: present(tissue.necrosis, 0.1),
    tissueInWoundBedGranulation: present(tissue.granulation, 0.15),
    tissueInWoundBedEpithelia: present(tissue.epithelium, 0.12),
  };
}

/** Probability, 0-1, that each visible item of a wound is present. */
export function gradePresences(facts: WoundFacts) {
  return { ...gradeBorders(facts), ...gradeDepth(facts), ...gradeExudates(facts), ...gradeTissues(facts) };
}

/** Unbroken skin: nothing is present. */
export function healedPresences(): ReturnType<typeof gradePresences> {
  return {
    bordersDamaged: 0,
    bordersDelimited: 0,
    bordersDiffused: 0,
    bordersThickened: 0,
    bordersIndistinguishable: 0,
    perilesionalErythema: 0,
    perilesionalMaceration: 0,
    biofilmCompatibleTissue: 0,
    affectedTissueBoneAndOrAdjacent: 0,
    affectedTissueDermisEpidermis: 0,
    affectedTissueMuscle: 0,
    affectedTissueSubcutaneous: 0,
    affectedTissueHealedSkin: 1,
    exudationFibrinous: 0,
    exudationPurulent: 0,
    exudationBloody: 0,
    exudationSerous: 0,
    exudationGreenish: 0,
    tissueInWoundBedScarred: 0,
    tissueInWoundBedSlough: 0,
    tissueInWoundBedNecrotic: 0,
    tissueInWoundBedGranulation: 0,
    tissueInWoundBedEpithelia: 0,
  };
}
