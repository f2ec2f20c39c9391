# SPDX-License-Identifier: Apache-2.0
"""Train one net that finds, counts and grades acne.

    python -m training.train_acne --data DIR --weights mobilenet_v2_1.0_224.onnx --run training/runs/acne

Writes RUN/checkpoint.pt after each epoch and goes on from it; `python -m training.export_acne` makes the folder.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.map_loop import MapRecipe, train
from training.pyramid import AcneNet
from training.spots import CROP_PX, STRIDE, Spotted, augment, drawing_weights, load, read_spotted, targets

BATCH = 8
#: Side at which lesions are looked for: at 320 the small ones are lost.
FULL_PX = 480
#: How much each part of the loss counts: sides of boxes, grade, and the density cell by cell and in sum.
SIZE_WEIGHT, GRADE_WEIGHT, CELL_WEIGHT, SUM_WEIGHT = 0.2, 0.5, 500.0, 0.02


def heat_loss(logits: torch.Tensor, heat: torch.Tensor, lesions: int) -> torch.Tensor:
    """Penalty-reduced focal loss of heat maps. Law & Deng 2018 (CornerNet), doi 10.1007/978-3-030-01264-9_45."""
    p = logits.sigmoid().clamp(1e-4, 1 - 1e-4)
    here, elsewhere = (1 - p) ** 2 * p.log(), (1 - heat) ** 4 * p**2 * (1 - p).log()
    return -torch.where(heat == 1, here, elsewhere).sum() / max(1, lesions)


def acne_loss(maps: torch.Tensor, grades: torch.Tensor, wanted: dict, truth: torch.Tensor) -> torch.Tensor:
    """Heat, sides, density and grade together; parts of a picture (grade -1) teach no grade."""
    maps, where = maps.float(), wanted["is_lesion"]
    loss = heat_loss(maps[:, 0], wanted["heat"], int(where.sum()))
    if where.any():
        sides = [m.permute(0, 2, 3, 1)[where] for m in (maps[:, 1:3], wanted["size"])]
        loss = loss + SIZE_WEIGHT * functional.l1_loss(*sides)
    density = functional.softplus(maps[:, 3])
    totals = (density.sum((1, 2)) - wanted["density"].sum((1, 2))).abs().mean()
    loss = loss + CELL_WEIGHT * functional.mse_loss(density, wanted["density"]) + SUM_WEIGHT * totals
    whole = truth >= 0
    if whole.any():
        loss = loss + GRADE_WEIGHT * functional.cross_entropy(grades.float()[whole], truth[whole], label_smoothing=0.05)
    return loss


class Batches:
    def __init__(self, pictures: list[Spotted]):
        self.pictures, self.images = pictures, [load(p) for p in pictures]
        self.weights = drawing_weights(pictures)

    def loss_of(self, model: nn.Module, rng: np.random.Generator) -> torch.Tensor:
        picked = rng.choice(len(self.pictures), BATCH, p=self.weights)
        views = [augment(self.images[i], self.pictures[i], rng) for i in picked]
        made = [targets(middles, sides, CROP_PX // STRIDE) for _, middles, sides, _ in views]
        wanted = {name: torch.from_numpy(np.stack([getattr(t, name) for t in made]))
                  for name in ("heat", "density", "size", "is_lesion")}
        x = torch.from_numpy(np.stack([v[0] for v in views])).permute(0, 3, 1, 2) / 127.5 - 1
        with torch.autocast("cpu", torch.bfloat16):
            maps, grades = model(x)
        return acne_loss(maps, grades, wanted, torch.tensor([v[3] for v in views]))


def figures(model: nn.Module, pictures: list[Spotted], part: str) -> dict:
    """Error of the count as a share of all lesions, and balanced accuracy of the grade."""
    said, counts, right = [], [], {}
    for picture in pictures:
        image = cv2.resize(load(picture), (FULL_PX, FULL_PX))
        x = torch.from_numpy(image.astype(np.float32)).permute(2, 0, 1)[None] / 127.5 - 1
        said.append(float(functional.softplus(model(x)[0][0, 3].float()).sum()))
        counts.append(len(picture.boxes))
        grade = int(model(functional.interpolate(x, size=CROP_PX, mode="bilinear"))[1].argmax())
        right.setdefault(picture.grade, []).append(grade == picture.grade)
    error = float(np.abs(np.array(said) - np.array(counts)).sum() / max(1, sum(counts)))
    return {f"{part}:countErrorShare": round(error, 4),
            f"{part}:gradeBalanced": round(float(np.mean([np.mean(r) for r in right.values()])), 4)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder like ACNE04: labels.csv with boxes_json and grades")
    parser.add_argument("--weights", required=True, help="ONNX file of the trunk")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--steps", type=int, default=120)
    parser.add_argument("--seed", type=int, default=2)
    options = parser.parse_args()
    cv2.setNumThreads(0)
    torch.manual_seed(options.seed)
    pictures = read_spotted(options.data)
    of = {part: [p for p in pictures if p.part == part] for part in ("train", "val", "held")}
    print({part: len(found) for part, found in of.items()}, flush=True)

    def report(model: nn.Module, is_last: bool) -> dict:
        held = figures(model, of["held"], "held") if is_last else {}
        return figures(model, of["val"], "val") | held

    recipe = MapRecipe(options.epochs, options.steps, clip=5.0, seed=options.seed)
    train(AcneNet(options.weights), recipe, options.run, Batches(of["train"]).loss_of, report)


if __name__ == "__main__":
    main()
