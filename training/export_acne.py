# SPDX-License-Identifier: Apache-2.0
"""Write the model folder of a trained net for acne.

    python -m training.export_acne --checkpoint FILE --weights mobilenet_v2_1.0_224.onnx --data DIR \\
        --metrics FILE --out models/acne-default

--metrics: JSON that `openderm eval --task counting` or `--task grading` wrote with --out; may be given several times.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training import metrics
from training.export_maps import save
from training.measured_figures import figures_table
from training.model_folder import plain_entries, shared_manifest, write_folder
from training.pyramid import AcneNet, load_averaged
from training.spots import CROP_PX, STRIDE, Spotted, load, read_spotted, training_data
from training.train_acne import FULL_PX

GRADES = {"mild": "Mild", "moderate": "Moderate", "severe": "Severe", "verySevere": "Very severe"}
LICENCE = {"id": "LicenseRef-OpenDerm-NonCommercial", "commercialUse": False,
           "note": "Learned from ACNE04 (academic use only); backbone Apache-2.0; see card.md."}
#: A lesion wider or higher than this share of the picture is none.
LARGEST_SHARE = 0.5


class Served(nn.Module):
    """The net as the server asks it: one whole picture in, everything in its own unit out."""

    def __init__(self, net: AcneNet):
        super().__init__()
        self.net = net

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Probability of a centre, width and height in pixels of the input, lesions per cell; logits of the grades."""
        maps, _ = self.net(x)
        _, grade = self.net(functional.interpolate(x, size=CROP_PX, mode="bilinear"))
        size = (maps[:, 1:3].exp() * STRIDE).clamp(max=FULL_PX * LARGEST_SHARE)
        return maps[:, :1].sigmoid(), size, functional.softplus(maps[:, 3:]), grade


@torch.no_grad()
def answers(model: Served, pictures: list[Spotted]) -> tuple[list[torch.Tensor], np.ndarray]:
    """Heat maps and grade logits of whole pictures."""
    heats, grades = [], []
    for picture in pictures:
        image = cv2.resize(load(picture), (FULL_PX, FULL_PX), interpolation=cv2.INTER_AREA)
        heat, _, _, grade = model(torch.from_numpy(image.astype(np.float32)).permute(2, 0, 1)[None] / 127.5 - 1)
        heats.append(heat[0, 0])
        grades.append(grade[0].numpy())
    return heats, np.stack(grades)


def peaks_of(heat: torch.Tensor) -> np.ndarray:
    """Heat of every cell that none of its neighbours outdoes."""
    return heat[functional.max_pool2d(heat[None], 3, 1, 1)[0] == heat].numpy()


def best_threshold(heats: list[torch.Tensor], pictures: list[Spotted]) -> float:
    """The threshold at which the number of peaks is off by the least, summed over the pictures."""
    peaks, counts = [peaks_of(h) for h in heats], [len(p.boxes) for p in pictures]
    errors = {t: sum(abs(int((p >= t).sum()) - n) for p, n in zip(peaks, counts)) for t in np.arange(0.15, 0.7, 0.025)}
    return round(float(min(errors, key=errors.get)), 3)


def card(facts: dict, figures: str) -> str:
    sources = "\n".join(f"| {d['name']} | {d['source']} | {d['licence']} | {d['n']} |" for d in facts["training_data"])
    return f"""# {facts['name']}

Learned. Finds the lesions of acne on a face, counts them, and grades the whole from mild to very severe. It is not a diagnosis: it
finds "lesions" in any face, and says nothing of what they are.

- Architecture: MobileNetV2 1.0 (Apache-2.0, ImageNet weights) fine-tuned as a whole; feature pyramid of 64 channels; centres, sides and
  density at a quarter of the input's side, the grade from the same picture at {CROP_PX} px. Input {FULL_PX} x {FULL_PX} RGB, squashed.
  {facts['epochs']} epochs, averaged weights.
- Licence: {facts['licence']['id']}. {facts['licence']['note']}
- Grades: Hayashi et al. 2008, J Dermatol 35:255, as ACNE04 is labelled.
- Made with: `python -m training.train_acne`, `python -m training.export_acne`

## Data

| set | source | licence | training pictures |
|---|---|---|---|
{sources}

A fixed 8 % of the subjects of `train` was neither trained nor tuned on. `val` set the threshold of a lesion
({facts['threshold']}) and the temperature of the grade ({facts['calibration']['temperature']}).

## Measured

{figures}

## Known failures and limits

- Half faces from the front and the side, photographed by one clinic: backs and chests were not in the data.
- Kinds of lesion are not told apart: blackheads, papules and pustules count alike; scars and moles are counted now and then.
- Crowded lesions merge: the more there are, the more are missed.
- Small faces in large photographs are too coarse at {FULL_PX} px: fill the picture with the face.
- Hardly any skin of Fitzpatrick types V and VI: no claim is made for dark skin.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--weights", required=True, help="ONNX file of the trunk, for its structure")
    parser.add_argument("--metrics", type=Path, action="append", default=[])
    parser.add_argument("--version", default="1.0.0", help="of the folder; other weights want another one")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    net = AcneNet(options.weights)
    epochs = load_averaged(net, options.checkpoint)
    model = Served(net).eval()
    worst = save(model, options.out / "model.onnx", FULL_PX, ["heat", "size", "density", "grade"])
    pictures = read_spotted(options.data)
    val = [p for p in pictures if p.part == "val"]
    heats, logits = answers(model, val)
    truth = np.array([p.grade for p in val])
    temperature = round(float(metrics.fit_temperature(logits, truth)), 4)
    calibration = {"temperature": temperature, "split": "val", "n": len(val),
                   "expectedCalibrationError": round(metrics.calibration_error(metrics.softmax(logits, temperature), truth), 4)}
    facts = {"name": options.out.name, "version": options.version, "task": "acne-detection", "licence": LICENCE, "size_px": FULL_PX, "epochs": epochs,
             "threshold": best_threshold(heats, val), "calibration": calibration, "training_data": training_data(pictures),
             "trained_on": date.today().isoformat()}
    manifest = {**shared_manifest(facts), "outputs": {n: n for n in ("heat", "size", "density", "grade")},
                "calibration": calibration, "thresholds": {"lesion": facts["threshold"]}}
    entries = plain_entries(GRADES, "grades of ACNE04")
    write_folder(options.out, manifest, entries, card(facts, figures_table(options.metrics)))
    print(f"wrote {options.out} after {epochs} epochs; ONNX Runtime differs by {worst:.1e}")


if __name__ == "__main__":
    main()
