// SPDX-License-Identifier: Apache-2.0

/** What a label of a labelled folder says a picture shows. */
export type LabelMeaning =
  | { readonly kind: 'condition'; readonly conditions: readonly string[] }
  | { readonly kind: 'skin' }
  | { readonly kind: 'notSkin' }
  | { readonly kind: 'ignored' };

const shows = (...conditions: readonly string[]): LabelMeaning => ({ kind: 'condition', conditions });

const naevi = shows(
  'melanocyticNaevus',
  'commonAcquiredMelanocyticNaevus',
  'multipleBenignMelanocyticNaevi',
  'atypicalDysplasticNaevus',
  'congenitalMelanocyticNaevus',
  'giantCongenitalMelanocyticNaevus',
  'eruptiveMelanocyticNaevi',
  'blueNaevus',
  'spitzNaevus',
  'reedNaevus',
  'acralNaevus',
  'haloNaevus',
  'severelyDysplasticNaevus',
);
const melanomas = shows(
  'melanoma',
  'melanomaInSitu',
  'lentigoMaligna',
  'superficialSpreadingMelanoma',
  'nodularMelanoma',
  'lentigoMalignaMelanoma',
  'acralLentiginousMelanoma',
  'desmoplasticMelanoma',
);
const basalCellCarcinomas = shows(
  'basalCellCarcinoma',
  'nodularBasalCellCarcinoma',
  'sclerosingMorphoeicBasalCellCarcinoma',
  'superficialBasalCellCarcinoma',
  'pigmentedBasalCellCarcinoma',
);
const benignKeratoses = shows('seborrhoeicKeratosis', 'solarLentigo', 'lichenoidKeratosis');
const vascularLesions = shows('cherryAngioma', 'angiokeratoma', 'pyogenicGranuloma', 'infantileHaemangioma');
const tineas = [
  'tinea',
  'tineaCapitis',
  'tineaPedis',
  'tineaCruris',
  'tineaCorporis',
  'tineaFaciei',
  'tineaBarbae',
];
const acne = shows('acne', 'comedonalAcne', 'papulopustularAcne', 'nodularAcne');
const pressureUlcers = ['pressureUlcer', 'pressureUlcerGrade1', 'pressureUlcerGrade2', 'pressureUlcerGrade3'];

/**
 * Labels of public image sets, normalised (lower case, letters and digits only), and the catalogue conditions each
 * covers. The first condition is the one people mean; the others are kinds of it, or share the label in the set.
 * @source nv, mel, bcc, akiec, bkl, df, vasc: Tschandl et al. 2018 (HAM10000), doi 10.1038/sdata.2018.161, table 1:
 *   akiec = actinic keratosis and Bowen disease; bkl = seborrhoeic keratosis, solar lentigo, lichenoid keratosis;
 *   vasc = angioma, angiokeratoma, pyogenic granuloma, haemorrhage
 * @source nev, ack, sek, scc: Pacheco et al. 2020 (PAD-UFES-20), doi 10.17632/zr7vgbcyr2.1: scc includes Bowen disease
 * @source grade0-grade3: Wu et al. 2019 (ACNE04), ICCV: severity grades of acne
 * @source foot_ulcer: Wang et al. 2020, doi 10.1038/s41598-020-78799-w; the wound names: Anisuzzaman et al. 2022,
 *   doi 10.1038/s41598-022-21813-0 (surgical wounds have no catalogue entry: skin, but no condition to find)
 */
export const knownLabels: Readonly<Record<string, LabelMeaning>> = {
  nv: naevi,
  nev: naevi,
  nevus: naevi,
  melanocyticnevus: naevi,
  mel: melanomas,
  melanoma: melanomas,
  bcc: basalCellCarcinomas,
  basalcellcarcinoma: basalCellCarcinomas,
  akiec: shows('actinicKeratosis', 'bowenDisease', 'actinicIntraepidermalSquamousCellCarcinoma'),
  ack: shows('actinicKeratosis'),
  ak: shows('actinicKeratosis'),
  bkl: benignKeratoses,
  benignkeratosis: benignKeratoses,
  sek: shows('seborrhoeicKeratosis'),
  df: shows('dermatofibroma'),
  vasc: vascularLesions,
  vascularlesion: vascularLesions,
  scc: shows('squamousCellCarcinomaOfSkin', 'bowenDisease', 'keratoacanthoma'),
  squamouscellcarcinoma: shows('squamousCellCarcinomaOfSkin', 'bowenDisease', 'keratoacanthoma'),
  tinearingwormcandidiasis: shows(...tineas, 'tineaManuum', 'flexuralCandidosis'),
  grade0: acne,
  grade1: acne,
  grade2: acne,
  grade3: acne,
  footulcer: shows('diabeticFootUlcer'),
  diabeticulcer: shows('diabeticFootUlcer'),
  venousulcer: shows('venousLegUlcer'),
  pressureulcer: shows(...pressureUlcers, 'pressureUlcerGrade4', 'ungradablePressureUlcer'),
  surgicalwound: { kind: 'skin' },
  skin: { kind: 'skin' },
  normalskin: shows('nonSpecificFinding'),
  normal: shows('nonSpecificFinding'),
  notskin: { kind: 'notSkin' },
  background: { kind: 'notSkin' },
};
