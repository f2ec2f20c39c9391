# SPDX-License-Identifier: Apache-2.0
"""A second opinion on every scoring system: items, bands and scores, written from the papers' summary without looking at src/scoring.

    python3 test/golden/scoring/generate.py > test/golden/scoring/expected.json

Standard library only; all arithmetic in fractions. Each system is a function from answers to (value, category, extra).
"""
import json
import random
from fractions import Fraction as F

R = random.Random(20261121)
REGIONS = ["headNeck", "upperLimbs", "trunk", "lowerLimbs"]
WEIGHT = dict(zip(REGIONS, [F(1, 10), F(2, 10), F(3, 10), F(4, 10)]))
YOUNG = dict(zip(REGIONS, [F(2, 10), F(2, 10), F(3, 10), F(3, 10)]))
# Where a request may be about, with the region it lies in.
SITES = {"faceLeft": "headNeck", "scalp": "headNeck", "armLeft": "upperLimbs", "handRight": "upperLimbs", "trunkFront": "trunk",
         "lowerBack": "trunk", "groin": "trunk", "axillaLeft": "trunk", "legRight": "lowerLimbs", "footLeft": "lowerLimbs",
         "buttocks": "lowerLimbs", "legsBack": "lowerLimbs"}
NINES = {"faceLeft": 9, "scalp": 9, "armLeft": 9, "handRight": 9, "trunkFront": 18, "lowerBack": 18, "legRight": 18,
         "footLeft": 18, "legsBack": 18, "genital": 1, "headFront": 9, "kneeLeft": 18, "elbowRight": 9, "trunkBack": 18, "chest": 18}


def ints(low, high):
    return list(range(low, high + 1))


def grades(**items):
    return {code: ints(0, top) for code, top in items.items()}


def amount(low, high, decimals):
    return {"minimum": low, "maximum": high, "decimals": decimals}


def pick(allowed):
    if isinstance(allowed, list):
        return F(str(R.choice(allowed)))
    high = allowed["maximum"] if allowed["maximum"] is not None else 60
    scale = 10 ** allowed["decimals"]
    if R.random() < 0.1:
        return F(R.choice([allowed["minimum"], high]))
    return F(R.randint(int(allowed["minimum"] * scale), int(high * scale)), scale)


def is_group(item):
    return isinstance(item, dict) and "minimum" not in item


def answer(items):
    return {code: answer(item) if is_group(item) else pick(item) for code, item in items.items()}


def groups(names, items):
    return {name: items for name in names}


def band(table, value):
    """table: (lower end, whether it is held, category); the last that fits is meant."""
    found = None
    for low, held, category in table:
        if value > low or (held and value == low):
            found = category
    return found


def closed(*pairs):
    return [(F(str(low)), True, category) for low, category in pairs]


# ---------------------------------------------------------------- shared arithmetic

def area_grade(percent):
    if percent == 0:
        return 0
    return 1 + sum(percent >= low for low in (10, 30, 50, 70, 90))


PASI_BANDS = [(F(0), True, "None"), (F(0), False, "Mild"), (F(7), True, "Moderate"), (F(15), True, "Severe")]
EASI_BANDS = [(F(0), True, "Clear"), (F(0), False, "Almost clear"), (F(1), False, "Mild"), (F(7), False, "Moderate"),
              (F(21), False, "Severe"), (F(50), False, "Very severe")]
SCORAD_BANDS = [(F(0), True, "Mild"), (F(25), True, "Moderate"), (F(50), False, "Severe")]
SALT_BANDS = [(F(0), True, "None"), (F(0), False, "Limited"), (F(20), False, "Moderate"), (F(50), True, "Severe"), (F(95), True, "Very severe")]
GPPGA = ["Clear", "Almost clear", "Mild", "Moderate", "Severe"]
UAS_BANDS = closed((0, "None"), (1, "Mild"), (3, "Moderate"), (5, "Intense"))
IHS4_BANDS = closed((0, "Mild"), (4, "Moderate"), (11, "Intense"))


def scaled(table, weight):
    return [(low * weight, held, category) for low, held, category in table]


def plaque(a, signs=("erythema", "induration", "desquamation")):
    return a["surface"] * sum(a[s] for s in signs)


def scorad_of(extent, a):
    objective = F(extent, 5) + F(7, 2) * sum(a[s] for s in ("erythema", "swelling", "crusting", "excoriation", "lichenification", "dryness"))
    return objective + a["pruritus"] + a["sleeplessness"], objective


def gppga_grade(a):
    m = F(a["erythema"] + a["desquamation"] + a["pustulation"], 3)
    grade = 0 if m == 0 else 1 if m < F(3, 2) else 2 if m < F(5, 2) else 3 if m < F(7, 2) else 4
    return grade, m


def half_up(x):
    return int(x + F(1, 2))


def total(a):
    return sum(total(x) if isinstance(x, dict) else x for x in a.values())


def listed(n, top):
    return {f"question{i}": ints(0, top) for i in range(1, n + 1)}


SYSTEMS = {}


def system(identifier, items, sites=("armLeft",), code=None, n=25):
    def keep(f):
        SYSTEMS[identifier] = (code or identifier, items, list(sites), f, n)
        return f
    return keep


# ---------------------------------------------------------------- psoriasis

PLAQUE = grades(surface=6, erythema=4, induration=4, desquamation=4)


@system("pasiLocal", PLAQUE, SITES, code="pasi")
def _(a, site):
    w = WEIGHT[SITES[site]]
    return w * plaque(a), band(scaled(PASI_BANDS, w), w * plaque(a)), {}


@system("pasi", groups(REGIONS, PLAQUE))
def _(a, site):
    value = sum(WEIGHT[r] * plaque(a[r]) for r in REGIONS)
    return value, band(PASI_BANDS, value), {}


@system("apasiLocal", PLAQUE, SITES, code="apasi")
def _(a, site):
    w = WEIGHT[SITES[site]]
    return w * plaque(a), band(scaled(PASI_BANDS, w), w * plaque(a)), {"globalScoreContribution": w * plaque(a)}


@system("pga", grades(erythema=4, desquamation=4, induration=4))
def _(a, site):
    grade = half_up(F(total(a), 3))
    return grade, GPPGA[grade], {}


@system("gppga", grades(erythema=4, desquamation=4, pustulation=4))
def _(a, site):
    grade, _mean = gppga_grade(a)
    return grade, GPPGA[grade], {}


@system("agppgaLocal", grades(erythema=4, desquamation=4, pustulation=4), code="agppga")
def _(a, site):
    grade, _mean = gppga_grade(a)
    return grade, GPPGA[grade], {}


@system("gppasi", groups(REGIONS, grades(surface=6, erythema=4, pustules=4, desquamation=4)))
def _(a, site):
    return sum(WEIGHT[r] * plaque(a[r], ("erythema", "pustules", "desquamation")) for r in REGIONS), None, {}


@system("pppasi", groups(["rightPalm", "leftPalm", "rightSole", "leftSole"], grades(surface=6, erythema=4, pustules=4, desquamation=4)))
def _(a, site):
    w = {"rightPalm": F(1, 5), "leftPalm": F(1, 5), "rightSole": F(3, 10), "leftSole": F(3, 10)}
    return sum(w[r] * plaque(a[r], ("erythema", "pustules", "desquamation")) for r in w), None, {}


@system("pure4", listed(4, 1))
def _(a, site):
    return total(a), "Positive" if total(a) >= 2 else "Negative", {}


@system("pest", listed(5, 1))
def _(a, site):
    return total(a), "Positive" if total(a) >= 3 else "Negative", {}


@system("bsa", {"percent": amount(0, 100, 2)})
def _(a, site):
    p = a["percent"]
    return p, "ANY" if p == 0 else "Mild" if p < 3 else "Moderate" if p <= 10 else "Severe", {}


# ---------------------------------------------------------------- eczema

HALF = [0, 1, 1.5, 2, 2.5, 3]


@system("easi", {"patientAge": amount(0, 150, 0),
                 **groups(REGIONS, {"surface": ints(0, 6), "erythema": HALF, "edema": HALF, "excoriation": HALF, "lichenification": HALF})}, n=40)
def _(a, site):
    w = YOUNG if a["patientAge"] < 8 else WEIGHT
    value = sum(w[r] * plaque(a[r], ("erythema", "edema", "excoriation", "lichenification")) for r in REGIONS)
    return value, band(EASI_BANDS, value), {}


@system("aeasiLocal", {"surface": amount(0, 100, 2), "patientAge": amount(0, 150, 0),
                  **grades(redness=3, thickness=3, scratching=3, lichenification=3)}, SITES, n=40, code="aeasi")
def _(a, site):
    w = (YOUNG if a["patientAge"] < 8 else WEIGHT)[SITES[site]]
    value = w * area_grade(a["surface"]) * (a["redness"] + a["thickness"] + a["scratching"] + a["lichenification"])
    return value, band(EASI_BANDS, value), {"globalScoreContribution": value, "localCategory": band(scaled(EASI_BANDS, w), value)}


SCORAD = {"surface": amount(0, 100, 2), **grades(erythema=3, swelling=3, crusting=3, excoriation=3, lichenification=3, dryness=3),
          "pruritus": amount(0, 10, 1), "sleeplessness": amount(0, 10, 1)}


@system("scorad", SCORAD)
def _(a, site):
    value, objective = scorad_of(a["surface"], a)
    return value, band(SCORAD_BANDS, value), {"objectiveScorad": objective}


@system("ascoradLocal", SCORAD, NINES, n=40, code="ascorad")
def _(a, site):
    extent = a["surface"] * NINES[site] / 100
    value, objective = scorad_of(extent, a)
    return value, band(SCORAD_BANDS, value), {"objectiveScorad": objective, "surfaceAreaOverBsa": extent}


@system("poem", listed(7, 4))
def _(a, site):
    return total(a), band(closed((0, "Clear or almost clear"), (3, "Mild"), (8, "Moderate"), (17, "Severe"), (25, "Very severe")), total(a)), {}


@system("adct", listed(6, 4))
def _(a, site):
    return total(a), "Not controlled" if total(a) >= 7 else "Controlled", {}


@system("wiNrs", {"worstItch": amount(0, 10, 1)})
def _(a, site):
    v = a["worstItch"]
    return v, "None" if v == 0 else "Mild" if v <= 3 else "Moderate" if v < 7 else "Severe" if v < 9 else "Very severe", {}


# ---------------------------------------------------------------- quality of life, urticaria

@system("dlqi", listed(10, 3))
def _(a, site):
    return total(a), band(closed((0, "No effect"), (2, "Small effect"), (6, "Moderate effect"), (11, "Very large effect"),
                                 (21, "Extremely large effect")), total(a)), {}


@system("cdlqi", listed(10, 3))
def _(a, site):
    return total(a), band(closed((0, "No effect"), (2, "Small effect"), (7, "Moderate effect"), (13, "Very large effect"),
                                 (19, "Extremely large effect")), total(a)), {}


@system("uas", grades(wheals=3, pruritus=3))
def _(a, site):
    return total(a), band(UAS_BANDS, total(a)), {}


@system("auasLocal", grades(wheals=3, pruritus=3), code="auas")
def _(a, site):
    return total(a), band(UAS_BANDS, total(a)), {}


@system("uas7", listed(7, 6))
def _(a, site):
    return total(a), band(closed((0, "Itch- and hive-free"), (1, "Well controlled"), (7, "Mild"), (16, "Moderate"), (28, "Severe")), total(a)), {}


@system("uct", grades(manifestations=4, qualityOfLife=4, treatmentNotEnough=4, overallUnderControl=4))
def _(a, site):
    return total(a), band(closed((0, "Poorly controlled"), (12, "Well controlled"), (16, "Completely controlled")), total(a)), {}


@system("aect", listed(4, 4))
def _(a, site):
    return total(a), band(closed((0, "Poorly controlled"), (10, "Well controlled"), (16, "Completely controlled")), total(a)), {}


# ---------------------------------------------------------------- hidradenitis, acne

COUNTS = {"nodule": amount(0, None, 0), "abscess": amount(0, None, 0), "drainingTunnel": amount(0, None, 0)}


def ihs4(a):
    return a["nodule"] + 2 * a["abscess"] + 4 * a["drainingTunnel"]


@system("ihs4", COUNTS)
def _(a, site):
    return ihs4(a), band(IHS4_BANDS, ihs4(a)), {}


@system("aihs4Local", COUNTS, code="aihs4")
def _(a, site):
    return ihs4(a), band(IHS4_BANDS, ihs4(a)), {}


@system("hiscr", groups(["baseline", "followUp"], COUNTS), n=60)
def _(a, site):
    b, f = a["baseline"], a["followUp"]
    ok = 2 * (f["nodule"] + f["abscess"]) <= b["nodule"] + b["abscess"] and f["abscess"] <= b["abscess"] and f["drainingTunnel"] <= b["drainingTunnel"]
    return int(ok), "Achieved" if ok else "Not achieved", {}


@system("gags", grades(forehead=4, rightCheek=4, leftCheek=4, nose=4, chin=4, chestAndUpperBack=4))
def _(a, site):
    v = 2 * (a["forehead"] + a["rightCheek"] + a["leftCheek"]) + a["nose"] + a["chin"] + 3 * a["chestAndUpperBack"]
    return v, band(closed((0, "None"), (1, "Mild"), (19, "Moderate"), (31, "Severe"), (39, "Very severe")), v), {}


# ---------------------------------------------------------------- pigment, hair, keratoses

VITILIGO = {"handUnits": amount(0, 100, 2), "depigmentation": [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]}


@system("vasi", groups(["hands", "upperLimbs", "trunk", "lowerLimbs", "feet"], VITILIGO))
def _(a, site):
    return sum(x["handUnits"] * x["depigmentation"] for x in a.values()), None, {}


MELASMA = groups(["forehead", "rightMalar", "leftMalar", "chin"], grades(surface=6, darkness=4, homogeneity=4))
MALAR = {"forehead": F(3, 10), "rightMalar": F(3, 10), "leftMalar": F(3, 10), "chin": F(1, 10)}


@system("masi", MELASMA)
def _(a, site):
    masi = sum(w * a[r]["surface"] * (a[r]["darkness"] + a[r]["homogeneity"]) for r, w in MALAR.items())
    return masi, None, {"mmasi": sum(w * a[r]["surface"] * a[r]["darkness"] for r, w in MALAR.items())}


@system("mmasi", groups(MALAR, grades(surface=6, darkness=4)))
def _(a, site):
    return sum(w * a[r]["surface"] * a[r]["darkness"] for r, w in MALAR.items()), None, {}


@system("salt", {view: amount(0, 100, 2) for view in ("headTop", "headBack", "headLeft", "headRight")})
def _(a, site):
    v = F(40, 100) * a["headTop"] + F(24, 100) * a["headBack"] + F(18, 100) * (a["headLeft"] + a["headRight"])
    return v, band(SALT_BANDS, v), {}


@system("akasi", groups(["scalp", "forehead", "leftFace", "rightFace"], grades(surface=6, distribution=4, erythema=4, thickness=4)))
def _(a, site):
    w = {"scalp": F(4, 10), "forehead": F(2, 10), "leftFace": F(2, 10), "rightFace": F(2, 10)}
    return sum(w[r] * (0 if a[r]["surface"] == 0 else total(a[r])) for r in w), None, {}


# ---------------------------------------------------------------- pigmented lesions

@system("sevenPc", grades(changeInSize=1, irregularPigmentation=1, irregularBorder=1, inflammation=1, largerThanOtherLesions=1,
                          itchOrAlteredSensation=1, crustingOrBleeding=1))
def _(a, site):
    v = total(a) + a["changeInSize"] + a["irregularPigmentation"] + a["irregularBorder"]
    return v, "High risk" if v >= 3 else "Low risk", {}


@system("abcdTds", {"asymmetry": ints(0, 2), "border": ints(0, 8), "color": ints(1, 6), "dermoscopicStructures": ints(1, 5)}, n=40)
def _(a, site):
    v = F(13, 10) * a["asymmetry"] + F(1, 10) * a["border"] + F(1, 2) * a["color"] + F(1, 2) * a["dermoscopicStructures"]
    return v, "Benign" if v < F("4.75") else "Suspicious" if v <= F("5.45") else "Highly suspicious of melanoma", {}


@system("threePointChecklist", grades(asymmetry=1, atypicalNetwork=1, blueWhiteStructures=1))
def _(a, site):
    return total(a), "Positive" if total(a) >= 2 else "Negative", {}


# ---------------------------------------------------------------- wounds, scars, connective tissue

SIGNS_OF_INFECTION = ["increasingPain", "erythemaAroundWound", "edemaAroundWound", "temperatureRise", "increasingExudate", "purulentExudate",
                      "tissueFriableOrBleedsEasily", "stationaryWound", "biofilmCompatibleTissue", "odor", "hypergranulation",
                      "increasingWound", "satelliteLesions", "tissuePaleness"]
BINARY = ["temperatureRise", "purulentExudate", "macerationAroundWound"]


@system("resvech", {"woundDimensions": ints(0, 6), "tissues": ints(0, 4), "edges": ints(0, 4), "tissueInWoundBed": ints(0, 4),
                    "exudate": "EXUDATE", "frequencyOfPain": ints(0, 4), "tunneling": ints(0, 4), "macerationAroundWound": ints(0, 1),
                    **{s: ints(0, 1) if s in BINARY else ints(0, 4) for s in SIGNS_OF_INFECTION}}, n=40)
def _(a, site):
    v = sum(a[i] for i in ("woundDimensions", "tissues", "edges", "tissueInWoundBed")) + min(a["exudate"], 3)
    return v + sum(1 for s in SIGNS_OF_INFECTION if a[s] > 0), "ANY", {}


@system("push", {"lengthTimesWidthCm2": amount(0, None, 2), "exudate": ints(0, 3), "tissue": ints(0, 4)}, n=60)
def _(a, site):
    area = a["lengthTimesWidthCm2"]
    grade = 0 if area == 0 else 1 + sum(area >= F(low) for low in ("0.3", "0.7", "1.1", "2.1", "3.1", "4.1", "8.1", "12.1"))
    return grade + (1 if area > 24 else 0) + a["exudate"] + a["tissue"], None, {}


@system("vss", grades(pigmentation=2, vascularity=3, pliability=5, height=3))
def _(a, site):
    return total(a), None, {}


@system("designR", {"depth": ints(0, 5), "exudate": [0, 1, 3, 6], "size": [0, 3, 6, 8, 9, 12, 15], "inflammation": [0, 1, 3, 9],
                    "granulation": [0, 1, 3, 4, 5, 6], "necrotic": [0, 3, 6], "pocket": [0, 6, 9, 12, 24]})
def _(a, site):
    return total(a) - a["depth"], None, {}


# ---------------------------------------------------------------- photographs only

@system("asaltLocal", {"ANY": amount(0, 100, 2)}, ["headTop", "headBack", "headLeft", "headRight"], code="asalt")
def _(a, site):
    v = a["ANY"]
    w = {"headTop": F(40, 100), "headBack": F(24, 100), "headLeft": F(18, 100), "headRight": F(18, 100)}[site]
    return v, band(SALT_BANDS, v), {"globalScoreContribution": w * v}


@system("avasiLocal", {"ANY": amount(0, 100, 2)}, ["faceFront", "legsBack", "handLeft", "trunkFront", "armLeftTop"], code="avasi")
def _(a, site):
    share = {"faceFront": F("1.5"), "legsBack": F("21.5"), "handLeft": F("2.5"), "trunkFront": F("10.5"), "armLeftTop": F("3.5")}[site]
    v = a["ANY"]
    return v, "None" if v == 0 else "Mild" if v <= 10 else "Moderate" if v <= 50 else "Severe", {"globalScoreContribution": v * share / 100}


def number(x):
    if isinstance(x, dict):
        return {k: number(v) for k, v in x.items()}
    if isinstance(x, F):
        return int(x) if x.denominator == 1 else float(x)
    return x


def main():
    print("{")
    for place, (identifier, (code, items, sites, f, n)) in enumerate(SYSTEMS.items()):
        drawn = {k: (ints(0, 3) if v == "EXUDATE" else v) for k, v in items.items()}
        rows = []
        for i in range(n):
            a, site = answer(drawn), sites[i % len(sites)]
            value, category, extra = f(a, site)
            row = {"site": site, "answers": number(a), "value": number(F(value)), "category": category, **number(extra)}
            rows.append(json.dumps(row, separators=(",", ":")))
        head = json.dumps({"code": code, "items": items}, separators=(",", ":"))[:-1]
        ending = "," if place < len(SYSTEMS) - 1 else ""
        print(f'"{identifier}": {head},"scores":[\n' + ",\n".join(rows) + f"\n]}}{ending}")
    print("}")


main()
