# SPDX-License-Identifier: Apache-2.0
"""Pictures of acne with boxes round the lesions, and what a net is to say of them."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from training.masks import is_held

#: Pixels of the net's input per cell of its maps.
STRIDE = 4
#: Side of a training view, and of the whole picture from which the grade is read.
CROP_PX = 320
#: Share of training views that show the whole picture; only these teach the grade.
WHOLE_SHARE = 0.35


@dataclass(frozen=True)
class Spotted:
    """A picture, the boxes [n, 4] of its lesions (x1, y1, x2, y2 in its own pixels), and its grade 0-3."""

    path: Path
    boxes: np.ndarray
    grade: int
    part: str
    row: dict


def read_spotted(folder: Path) -> list[Spotted]:
    """labels.csv: file, label (ends in the grade), split, width, orig_width, base_image, boxes_json ([name, x1, y1, x2, y2])."""
    found = []
    with open(folder / "labels.csv", newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            part = "held" if row["split"] == "train" and is_held(row["base_image"]) else row["split"]
            boxes = np.array([box[1:5] for box in json.loads(row["boxes_json"])], np.float32).reshape(-1, 4)
            scale = int(row["width"]) / int(row["orig_width"])
            found.append(Spotted(folder / row["file"], boxes * scale, int(row["label"][-1]), part, {**row, "set": folder.name}))
    return found


def training_data(pictures: list[Spotted]) -> list[dict]:
    """Name, source, licence and number of training pictures of each set."""
    counts = Counter((p.row["set"], p.row.get("source") or "not stated", p.row.get("license") or "not stated")
                     for p in pictures if p.part == "train")
    return [{"name": name, "source": source, "licence": licence, "n": n}
            for (name, source, licence), n in sorted(counts.items())]


def drawing_weights(pictures: list[Spotted]) -> np.ndarray:
    """Rare grades are drawn oftener, by the root of how rare they are."""
    counts = Counter(p.grade for p in pictures)
    weights = np.array([1 / np.sqrt(counts[p.grade]) for p in pictures])
    return weights / weights.sum()


def load(picture: Spotted) -> np.ndarray:
    return cv2.cvtColor(cv2.imread(str(picture.path)), cv2.COLOR_BGR2RGB)


def recolour(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Other light, another camera: less of it than for masks, for redness tells a lesion."""
    x = 255 * (image.astype(np.float32) / 255).clip(1e-3, 1) ** np.exp(rng.uniform(-0.35, 0.35))
    x = x * np.exp(rng.uniform(-0.12, 0.12, 3))
    grey = x.mean(2, keepdims=True)
    x = grey + (x - grey) * np.exp(rng.uniform(-0.3, 0.3))
    if rng.random() < 0.2:
        x = cv2.GaussianBlur(x, (0, 0), rng.uniform(0.4, 1.2))
    return x.clip(0, 255).astype(np.float32)


def placement(shape: tuple[int, int], is_whole: bool, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """An affine map onto the square of CROP_PX, and its scale."""
    height, width = shape
    scale = float(np.exp(rng.uniform(-0.35, 0.4)))
    if is_whole:
        scale = CROP_PX / max(height, width) * float(np.exp(rng.uniform(-0.1, 0.1)))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-20, 20), scale)
    reach = (max(0.0, (width * scale - CROP_PX) / 2) + 20) * (0.2 if is_whole else 1)
    matrix[:, 2] += np.array([CROP_PX / 2 - width / 2, CROP_PX / 2 - height / 2]) + rng.uniform(-reach, reach, 2)
    return matrix, scale


def augment(image: np.ndarray, picture: Spotted, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """A view for training: the picture, the middles [n, 2] and sides [n, 2] of its lesions, and its grade (-1: a part of it)."""
    is_whole = rng.random() < WHOLE_SHARE
    matrix, scale = placement(image.shape[:2], is_whole, rng)
    x = cv2.warpAffine(image, matrix, (CROP_PX, CROP_PX), flags=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR,
                       borderMode=cv2.BORDER_CONSTANT, borderValue=(int(rng.integers(0, 256)),) * 3)
    b = picture.boxes
    middles = np.stack([(b[:, 0] + b[:, 2]) / 2, (b[:, 1] + b[:, 3]) / 2, np.ones(len(b))], 1) @ matrix.T
    sides = np.stack([b[:, 2] - b[:, 0], b[:, 3] - b[:, 1]], 1) * scale
    if rng.random() < 0.5:
        x = x[:, ::-1]
        middles[:, 0] = CROP_PX - 1 - middles[:, 0]
    inside = (middles > 0).all(1) & (middles < CROP_PX - 1).all(1)
    return recolour(x, rng), middles[inside], sides[inside], picture.grade if is_whole else -1


@dataclass(frozen=True)
class Targets:
    """What the maps should say, in cells: heat and density [n, n], log sides [2, n, n], and where lesions are."""

    heat: np.ndarray
    density: np.ndarray
    size: np.ndarray
    is_lesion: np.ndarray


def targets(middles: np.ndarray, sides: np.ndarray, cells: int) -> Targets:
    """A bump per lesion: as high as 1 in `heat`, of sum 1 in `density`."""
    heat, density = np.zeros((cells, cells), np.float32), np.zeros((cells, cells), np.float32)
    size, is_lesion = np.zeros((2, cells, cells), np.float32), np.zeros((cells, cells), bool)
    down, across = np.mgrid[:cells, :cells]
    for (cx, cy), (width, height) in zip(middles / STRIDE, sides / STRIDE):
        radius = max(0.8, min(width, height) / 5)
        x, y, reach = int(cx), int(cy), int(3 * radius) + 1
        here = (slice(max(0, y - reach), y + reach + 1), slice(max(0, x - reach), x + reach + 1))
        bump = np.exp(-((across[here] + 0.5 - cx) ** 2 + (down[here] + 0.5 - cy) ** 2) / (2 * radius * radius))
        heat[here] = np.maximum(heat[here], bump)
        density[here] += bump / bump.sum()
        heat[y, x], is_lesion[y, x] = 1, True
        size[:, y, x] = np.log([max(width, 1), max(height, 1)])
    return Targets(heat, density, size, is_lesion)
