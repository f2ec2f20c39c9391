// SPDX-License-Identifier: Apache-2.0
import { abcdTds } from './abcd-tds.ts';
import { adct } from './adct.ts';
import { aeasi } from './aeasi.ts';
import { aect } from './aect.ts';
import { agppga } from './agppga.ts';
import { aihs4 } from './aihs4.ts';
import { akasi } from './akasi.ts';
import { aladin } from './aladin.ts';
import { apasi } from './apasi.ts';
import { asalt } from './asalt.ts';
import { ascorad } from './ascorad.ts';
import { auas } from './auas.ts';
import { avasi } from './avasi.ts';
import { awosi } from './awosi.ts';
import { bsa } from './bsa.ts';
import { cdlqi } from './cdlqi.ts';
import { clasi } from './clasi.ts';
import { designR } from './design-r.ts';
import { dlqi } from './dlqi.ts';
import { easi } from './easi.ts';
import { fvasi } from './fvasi.ts';
import { gags } from './gags.ts';
import { gppasi } from './gppasi.ts';
import { gppga } from './gppga.ts';
import { hiscr } from './hiscr.ts';
import { hurley } from './hurley.ts';
import { ihs4 } from './ihs4.ts';
import { masi } from './masi.ts';
import { mmasi } from './mmasi.ts';
import { mrss } from './mrss.ts';
import { napsi } from './napsi.ts';
import { nsil } from './nsil.ts';
import { pasi } from './pasi.ts';
import { pdai } from './pdai.ts';
import { pest } from './pest.ts';
import { pga } from './pga.ts';
import { poem } from './poem.ts';
import { pppasi } from './pppasi.ts';
import { pure4 } from './pure4.ts';
import { push } from './push.ts';
import { resvech } from './resvech.ts';
import { salt } from './salt.ts';
import { scorad } from './scorad.ts';
import type { ScoringSystem } from './scoring-system.ts';
import { scovid } from './scovid.ts';
import { sevenPc } from './seven-pc.ts';
import { threePointChecklist } from './three-point-checklist.ts';
import { uas } from './uas.ts';
import { uas7 } from './uas7.ts';
import { uct } from './uct.ts';
import { vasi } from './vasi.ts';
import { vss } from './vss.ts';
import { wiNrs } from './wi-nrs.ts';

/** Every scoring system: those of the reference API first, in the order of their codes, then the wider set. */
export const scoringSystems: readonly ScoringSystem[] = [
  aeasi,
  agppga,
  aihs4,
  aladin,
  apasi,
  asalt,
  ascorad,
  auas,
  avasi,
  awosi,
  dlqi,
  gags,
  ihs4,
  nsil,
  pasi,
  pga,
  pure4,
  resvech,
  scorad,
  scovid,
  sevenPc,
  uas,
  uct,
  easi,
  uas7,
  poem,
  cdlqi,
  pest,
  hiscr,
  salt,
  gppga,
  gppasi,
  pppasi,
  napsi,
  vasi,
  fvasi,
  masi,
  mmasi,
  akasi,
  abcdTds,
  threePointChecklist,
  hurley,
  bsa,
  wiNrs,
  aect,
  adct,
  push,
  vss,
  mrss,
  designR,
  clasi,
  pdai,
];

const byCode = new Map(scoringSystems.map((system) => [system.code, system]));

/** The system of that code, exactly as it is written on the wire. */
export function findScoringSystem(code: string): ScoringSystem | undefined {
  return byCode.get(code);
}
