# SPDX-License-Identifier: Apache-2.0
"""Export a trained media-validity classifier, calibrate it, measure it, write its card."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

import numpy as np

from training import evaluate, metrics
from training.backbone import Classifier
from training.export import save
from training.model_folder import manifest, training_data, write_folder
from training.train_validity import group_of

LICENCES = {
    "free": {"id": "CC-BY-4.0", "commercialUse": True,
             "note": "Backbone (Apache-2.0, ImageNet); skin from PAD-UFES-20 (CC BY 4.0, doi 10.17632/zr7vgbcyr2.1), everything else self-made."},
    "default": {"id": "LicenseRef-OpenDerm-NonCommercial", "commercialUse": False,
                "note": "Trained also on sets for non-commercial or academic use only (HAM10000 CC BY-NC 4.0, ACNE04, FUSeg, AZH, ISIC, ImageNet samples); see card.md."},
}
#: Probability of skin from which a picture counts as dermatological: the likelier of the two answers.
SKIN_THRESHOLD = 0.5
CLEAN = Path(__file__).with_name("leave-out-clean.json")


def finish(model: Classifier, drawn: tuple, labels: list[str], options: argparse.Namespace) -> None:
    """`options` has out, labels, eval_size and `made_with`, the card's lines on how it was made. Write model.onnx, labels.json, card.md and model.json into options.out."""
    makers, views = drawn
    size, path = options.eval_size, options.out / "model.onnx"
    save(model, path, size, with_maps=False)
    val, test = (evaluate.answers(path, makers[s], views[s], labels, size) for s in ("val", "test"))
    single = evaluate.one_per_subject(val)
    # A near-perfect validation part would push the temperature to its lower bound and make every answer certain.
    temperature = max(1.0, round(metrics.fit_temperature(single.logits, single.truth), 4))
    probabilities = metrics.softmax(single.logits, temperature)
    used = list({v.picture.path: v.picture for v in views["train"] if v.picture is not None and v.kind == "whole"}.values())
    facts = {
        "name": options.out.name, "task": "media-validity", "licence": LICENCES[options.labels], "size_px": size,
        "with_maps": False, "thresholds": {"isDermatological": SKIN_THRESHOLD}, "training_data": training_data(used),
        "trained_on": date.today().isoformat(),
        "calibration": {"temperature": temperature, "split": "val", "n": len(single.truth),
                        "expectedCalibrationError": round(metrics.calibration_error(probabilities, single.truth), 4)},
        "operating_points": {l: metrics.operating_point(probabilities, single.truth, k) for k, l in enumerate(labels)},
    }
    groups = np.array([group_of(v) for v in views["test"]])
    write_folder(options.out, manifest(facts), labels, validity_card(facts, (test, groups), options))
    print(f"wrote {options.out}")


def source_table(test: evaluate.Answers, groups: np.ndarray) -> str:
    right = test.logits.argmax(1) == test.truth
    rows = [f"| {g} | {int((groups == g).sum())} | {right[groups == g].mean():.3f} |" for g in sorted(set(groups))]
    return "\n".join(["| held-out source / truth | n | right |", "|---|---|---|", *rows])


def left_out_table(runs: Path) -> str:
    """Results of the --leave-out runs found beside this run."""
    rows = []
    for path in sorted(runs.glob("leave-*/left-out.json")):
        found = json.loads(path.read_text())
        groups = ", ".join(f"{k.split(':', 1)[1]} {v:.3f}" for k, v in found.items() if k.startswith("right:"))
        rows.append(f"| {path.parent.name.removeprefix('leave-')} | {found['accuracy']:.3f} | {groups} |")
    return "\n".join(["| source never trained on | right | by source and truth |", "|---|---|---|", *rows]) if rows else "Not run."


def validity_card(facts: dict, measured: tuple, options: argparse.Namespace) -> str:
    test, groups = measured
    sources = "\n".join(f"| {d['name']} | {d['source']} | {d['licence']} | {d['n']} |" for d in facts["training_data"])
    runs = Path(__file__).with_name("runs")
    free = options.labels == "free"
    clean = json.loads(CLEAN.read_text())
    outside = clean["freeOutside"]
    lines = chr(10).join(f"- {name}: {value:.3f}" for name, value in outside["right"].items())
    unseen = f"\n## Sources never seen\n\n{outside['about']}\n\n{lines}\n" if free else f"""
## Sources never seen

The linear layer fitted without the folder, then asked about it. The trunk below it is the condition classifier's and has
seen the folder's training part, so these are optimistic.

{left_out_table(runs)}

Clean, pessimistic: {clean['about']}

{chr(10).join(f"- {name}: {value:.3f}" for name, value in clean['right'].items())}

Close-up smartphone photographs of lesions are what dermoscopy is confused with: without any of them in training most
are called dermoscopic. With one source of them in training, those of other phones and clinics remain a risk.
"""
    honest = ("It has seen no photograph of an object: a real thing that resembles skin in colour and texture may pass as skin."
              if free else "Only some 350 photographs of objects were available; the rest of *notSkin* is made.")
    return f"""# {facts['name']}

Says whether a picture shows skin{'' if free else ' and whether it is a clinical photograph or dermoscopy'}. Labels: {', '.join(test.labels)}.
It gates nothing but the warning; it is not a diagnosis.

- Architecture: {options.architecture}; global average pooling and one linear layer. Input {facts['size_px']} x {facts['size_px']} RGB, squashed.
- Licence: {facts['licence']['id']}. {facts['licence']['note']}
- Made with: {options.made_with}

## Data

| set | source | licence | training pictures |
|---|---|---|---|
{sources}

Added: patches of bare skin away from lesion masks, and skin as shapes before made surroundings (skin); self-made pages, screens, charts, textures, patterns,
gradients, noise, scans and scenes, many in skin colours (not skin){'' if free else '; objects tinted in skin tones (not skin)'}.
Against shortcuts of framing (black padding in the foot set, the square 224 px frame and round vignette of dermoscopy) every picture
is cropped to 15-100 % of its area, stretched, turned, recoloured, blurred, compressed, and 40 % get a band of any colour or a vignette.

## Measured on the held-out part

{evaluate.table({k: v for k, v in evaluate.headline(test, facts['calibration']['temperature']).items() if 'AUC' not in k and k != 'top-3'})}

n = {len(test.truth)}; intervals 95 %, bootstrap over subjects. Real and made pictures together.

{source_table(test, groups)}
{unseen}
`val` fitted the temperature ({facts['calibration']['temperature']}, not below 1) and gave the operating points; the held-out part (a fixed share of the
subjects of `train`) was neither trained nor tuned on.

## Known failures and limits

- {honest}
- Exactly one colour counts as not skin, even a skin colour.
- Almost no skin of Fitzpatrick types V and VI in the data: dark skin may be refused; no claim is made.
- Mouth, nails, hair, eyes and genital skin are hardly represented.
"""
