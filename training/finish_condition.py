# SPDX-License-Identifier: Apache-2.0
"""Export a trained condition classifier, calibrate it on `val`, measure it on the held-out part, write its card."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date

import numpy as np

from training import evaluate, metrics
from training.backbone import Classifier
from training.export import save
from training.model_folder import manifest, training_data, write_folder
from training.picture_cache import PictureCache
from training.sources import Picture
from training.train_condition import maker_for, views_of

LICENCES = {
    "free": {"id": "CC-BY-4.0", "commercialUse": True,
             "note": "Backbone MobileNet-EdgeTPU (Apache-2.0); trained on PAD-UFES-20 (CC BY 4.0, doi 10.17632/zr7vgbcyr2.1) and self-made pictures only."},
    "non-commercial": {"id": "LicenseRef-OpenDerm-NonCommercial", "commercialUse": False,
                       "note": "Trained also on sets for non-commercial or academic use only (HAM10000 CC BY-NC 4.0, ACNE04, FUSeg, AZH, ISIC, ImageNet samples); see card.md."},
}


#: Limits that hold for a model with such a label.
LIMITS = (
    ('dermoscopic:', '- Dermoscopy comes from few clinics with similar devices; validation on such data is optimistic elsewhere.'),
    ('clinical:tineaCandidosis', '- Rare labels (squamous cell carcinoma in dermoscopy, surgical wound, pressure and venous ulcer, tinea, atopic dermatitis) rest on tens of pictures, partly from the web with unverified diagnoses.'),
    ('clinical:venousUlcer', '- Wound labels come from few clinics with their own way of photographing: background and framing may help the model.'),
    ('clinical:acne', '- Acne is learned from faces only; a clear face may be called acne.'),
    ('dermoscopic:squamous', '- A part of the 10-folder mix carries ISIC numbers of the HAM10000 range without lesion identifiers; pictures present in both were dropped, a further picture of the same lesion cannot be excluded.'),
    ('clinical:', '- Smartphone photographs come from one clinic network in Brazil; melanoma and squamous cell carcinoma rest on few of them.'),
)


def finish(model: Classifier, pictures: list[Picture], labels: list[str], options: argparse.Namespace) -> None:
    """Write model.onnx, labels.json, card.md and model.json into options.out."""
    size, path = options.eval_size, options.out / "model.onnx"
    save(model, path, size, with_maps=True)
    cache = PictureCache(options.cache)
    val, test = (evaluate.answers(path, maker_for(cache, pictures, s), views_of(pictures, s, labels), labels, size)
                 for s in ("val", "test"))
    single = evaluate.one_per_subject(val)
    temperature = round(metrics.fit_temperature(single.logits, single.truth), 4)
    probabilities = metrics.softmax(single.logits, temperature)
    used = [p for p in pictures if p.split == "train"]
    facts = {
        "name": options.out.name, "version": options.version, "task": "condition-classification", "licence": LICENCES[options.licence],
        "size_px": size, "with_maps": True, "thresholds": {}, "training_data": training_data(used),
        "trained_on": date.today().isoformat(),
        "calibration": {"temperature": temperature, "split": "val", "n": len(single.truth),
                        "expectedCalibrationError": round(metrics.calibration_error(probabilities, single.truth), 4)},
        "operating_points": {l: metrics.operating_point(probabilities, single.truth, k) for k, l in enumerate(labels)},
    }
    card = condition_card(facts, (val, test), Counter(p.label for p in used), options)
    write_folder(options.out, manifest(facts), labels, card)
    print(f"wrote {options.out}")


def made_report(given: evaluate.Answers) -> str:
    """How often the two made classes are recognised, and how often real pictures are called other."""
    predicted = given.logits.argmax(1)
    other = given.labels.index("other")
    real = np.array([not f.startswith("made:") for f in given.folders])
    lines = [f"- real pictures of a known condition called *other*: {(predicted[real] == other).mean():.3f} (n = {real.sum()})"]
    for name in ("normalSkin", "other"):
        rows = given.folders == f"made:{name}"
        if rows.any():
            hit = (predicted[rows] == given.labels.index(name)).mean()
            lines.append(f"- held-out made *{name}* pictures recognised: {hit:.3f} (n = {rows.sum()})")
    return "\n".join(lines)


def condition_card(facts: dict, parts: tuple, counts: Counter, options: argparse.Namespace) -> str:
    """The card: what it is for, what it was made of, what was measured on untouched pictures, where it fails."""
    val, test = parts
    temperature = facts["calibration"]["temperature"]
    sources = "\n".join(f"| {d['name']} | {d['source']} | {d['licence']} | {d['n']} |" for d in facts["training_data"])
    classes = "\n".join(f"| {label} | {n} |" for label, n in counts.most_common())
    return f"""# {facts['name']}

Classifies one skin photograph into {len(facts['operating_points'])} labels, *normalSkin* and an explicit *other* among
them, and returns a class activation map per label. Decision support only: not a medical device, not validated
clinically, not to be used to rule anything out.

- Architecture: MobileNet-EdgeTPU 1.0 (Apache-2.0, ImageNet weights), fine-tuned end to end; global average pooling and
  one linear layer. Input {facts['size_px']} x {facts['size_px']} RGB, the whole upright picture squashed to a square.
- Licence: {facts['licence']['id']}. {facts['licence']['note']}
- Made with: `python -m training.train_condition --sizes {options.sizes} --samples {options.samples} --rate {options.rate}
  --mix {options.mix} --smoothing {options.smoothing} --sampling-power {options.sampling_power} --logit-adjust {options.logit_adjust}
  --frozen-layers {options.frozen_layers} --prior-shift {options.prior_shift} --seed {options.seed}`, weights averaged over steps (decay {options.average}). {options.note}

## Data

| set | source | licence | training pictures |
|---|---|---|---|
{sources}

| label | training pictures |
|---|---|
{classes}

*normalSkin* is mostly made: patches of photographs away from the lesion mask. *other* is made, because no cleared
pictures of further conditions exist: rashes, rings, lines and scales painted on real normal skin (45 %), real pictures
cut up and reordered (20 %), impossible colours (10 %), and a minority without skin (25 %; self-made only, in the free set). It therefore says "none of
what I know", never which; real unknown conditions resemble known ones more than these do, so expect *other* to miss many.

Splits are by patient, lesion or photograph. `train` trains. `val` (as published with each folder) chose the recipe and
fitted the temperature and the operating points. A fixed share of the subjects of `train` was kept away from both: the
held-out part below, never trained on and never tuned on. The figures are of exactly these weights.

## What the probabilities mean

Classes are drawn in proportion to n^{options.sampling_power} of their number n, {options.logit_adjust:g} of that imbalance is taken out of the loss
(logit adjustment), and {options.prior_shift:g} of the training frequencies is put back into the biases (chosen on `val`). The softmax thus
carries a prior of about n^{(1 - options.logit_adjust) * options.sampling_power + options.prior_shift:.2g}: far flatter than the training pictures, so rare labels can win, but a common one wins a tie.
One temperature ({temperature}) is fitted on `val` as it comes (common conditions common), one
picture per subject, so that the confidence of the first answer matches how often it is right there. Where the mix of
patients differs, calibration differs. Expected calibration error on `val`: {facts['calibration']['expectedCalibrationError']:.3f} (n = {facts['calibration']['n']}).

## Measured on the held-out part

Intervals: 95 %, bootstrap over subjects. Malignant: melanoma, basal and squamous cell carcinoma.

{evaluate.group_report(test, temperature)}

All held-out views together (real and made), n = {len(test.truth)}:

{evaluate.table(evaluate.headline(test, temperature))}

{made_report(test)}

### By skin type (held-out part, smartphone photographs)

{evaluate.skin_type_report(test, temperature)}

## On val (tuned on it: optimistic)

{evaluate.group_report(val, temperature)}

## Known failures and limits

- No cleared pictures of psoriasis, urticaria, lichen and most other inflammatory disease: such photographs come out as
  something the model knows, or as *other*.
- Fitzpatrick types V and VI: almost none in training (2 photographs of type V), none testable. No claim is made for dark skin.
{chr(10).join(text for start, text in LIMITS if any(label.startswith(start) for label in facts['operating_points']))}
"""
