# SPDX-License-Identifier: Apache-2.0
"""Pictures with masks: which there are, in which part each is, and how they are shown to a net."""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

#: Channels of the net, in the order of its output.
CHANNELS = ("lesion", "wound")
#: Share of the subjects of `train`, in percent, that is kept away from training and tuning.
HELD_PERCENT = 8
#: Longest side kept in memory: a little more than the net sees, so that a crop stays sharp.
KEPT_PX = 320


@dataclass(frozen=True)
class Masked:
    """A picture and what is outlined in it; `mask` None: it surely shows none of its channel."""

    path: Path
    mask: Path | None
    channel: int
    part: str
    row: dict


@dataclass(frozen=True)
class MaskedSet:
    pictures: list[Masked]

    def of(self, part: str) -> list[Masked]:
        return [p for p in self.pictures if p.part == part]

    def training_data(self) -> list[dict]:
        """Name, source, licence and number of training pictures of each set."""
        counts = Counter((Path(p.row["root"]).name, p.row.get("source") or "not stated", p.row.get("license") or "not stated")
                         for p in self.of("train"))
        return [{"name": name, "source": source, "licence": licence, "n": n}
                for (name, source, licence), n in sorted(counts.items())]


def add_data_options(parser: argparse.ArgumentParser) -> None:
    """Folders with a labels.csv of the columns file, mask, split and, as far as known, patient_id, source, license."""
    parser.add_argument("--lesion", type=Path, action="append", default=[], help="folder whose masks are lesions")
    parser.add_argument("--wound", type=Path, action="append", default=[], help="folder whose masks are wounds")
    parser.add_argument("--no-wound", type=Path, action="append", default=[],
                        help="folder with pictures of skin or rooms without a wound (label normalSkin or notSkin)")


def is_held(subject: str) -> bool:
    """A fixed share of the subjects, the same in every run and on every machine."""
    return int(hashlib.sha256(subject.encode()).hexdigest(), 16) % 100 < HELD_PERCENT


def part_of(row: dict) -> str:
    """train, val, test as the set says; of train a share of the subjects is `held`."""
    subject = row.get("patient_id") or row["file"]
    return "held" if row["split"] == "train" and is_held(subject) else row["split"]


def rows_of(folder: Path) -> list[dict]:
    with open(folder / "labels.csv", newline="", encoding="utf-8") as handle:
        return [{**row, "root": str(folder)} for row in csv.DictReader(handle)]


def without_wound(row: dict) -> bool:
    """Normal skin and backgrounds, by label or, in AZH, by folder."""
    return row.get("label") in ("normalSkin", "notSkin") or row["file"].startswith(("normal_skin", "background"))


def read_masked(options: argparse.Namespace) -> MaskedSet:
    """Every picture of the folders named on the command line."""
    found = []
    for channel, folders in enumerate((options.lesion, options.wound)):
        for folder in folders:
            found += [Masked(folder / r["file"], folder / r["mask"], channel, part_of(r), r)
                      for r in rows_of(folder) if r.get("mask")]
    for folder in options.no_wound:
        found += [Masked(folder / r["file"], None, CHANNELS.index("wound"), r["split"], r)
                  for r in rows_of(folder) if without_wound(r)]
    return MaskedSet(found)


def load(picture: Masked) -> tuple[np.ndarray, np.ndarray]:
    """The picture [h, w, 3] RGB and its mask [h, w], 0 or 255, its longest side KEPT_PX at most."""
    image = cv2.cvtColor(cv2.imread(str(picture.path)), cv2.COLOR_BGR2RGB)
    height, width = image.shape[:2]
    mask = np.zeros((height, width), np.uint8) if picture.mask is None else cv2.imread(str(picture.mask), cv2.IMREAD_GRAYSCALE)
    if mask.shape != (height, width):
        mask = cv2.resize(mask, (width, height), interpolation=cv2.INTER_NEAREST)
    scale = min(1.0, KEPT_PX / max(height, width))
    if scale < 1:
        image, mask = (cv2.resize(a, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) for a in (image, mask))
    return image, np.where(mask > 127, 255, 0).astype(np.uint8)


def squash(image: np.ndarray, mask: np.ndarray, size_px: int) -> tuple[np.ndarray, np.ndarray]:
    """As the server shows it: the whole picture, its sides independently."""
    return (cv2.resize(image, (size_px, size_px), interpolation=cv2.INTER_AREA),
            cv2.resize(mask, (size_px, size_px), interpolation=cv2.INTER_LINEAR))


def placement(shape: tuple[int, int], size_px: int, rng: np.random.Generator) -> np.ndarray:
    """Turned by any angle, larger or smaller, a little stretched and off centre: an affine map onto the square."""
    height, width = shape
    angle = rng.uniform(-180, 180) if rng.random() < 0.5 else float(rng.choice([0, 90, 180, 270]))
    scale = np.exp(rng.uniform(-0.35, 0.45)) * size_px / max(height, width)
    stretch = np.exp(rng.uniform(-0.15, 0.15))
    scaling = np.array([[scale * stretch, 0], [0, scale / stretch]])
    matrix = scaling @ cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    shift = np.full(2, size_px / 2) - scaling @ np.array([width / 2, height / 2]) + rng.uniform(-0.15, 0.15, 2) * size_px
    matrix[:, 2] += shift
    return matrix


def recolour(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Other light, another camera: gamma, colour cast, contrast, saturation, blur, noise."""
    x = 255 * (image.astype(np.float32) / 255).clip(1e-3, 1) ** np.exp(rng.uniform(-0.4, 0.4))
    x = x * np.exp(rng.uniform(-0.2, 0.2, 3))
    x = (x - x.mean()) * np.exp(rng.uniform(-0.25, 0.25)) + x.mean()
    grey = x.mean(2, keepdims=True)
    x = grey + (x - grey) * np.exp(rng.uniform(-0.4, 0.3))
    if rng.random() < 0.25:
        x = cv2.GaussianBlur(x, (0, 0), rng.uniform(0.5, 1.8))
    if rng.random() < 0.25:
        x = x + rng.normal(0, rng.uniform(2, 10), x.shape)
    return x.clip(0, 255).astype(np.float32)


def augment(image: np.ndarray, mask: np.ndarray, size_px: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A view for training. Borders of any colour, because the foot set pads with black only where there is no wound."""
    matrix = placement(image.shape[:2], size_px, rng)
    border = cv2.BORDER_REFLECT_101 if rng.random() < 0.6 else cv2.BORDER_CONSTANT
    colour = tuple(int(c) for c in rng.integers(0, 256, 3)) if rng.random() < 0.5 else (0, 0, 0)
    size = (size_px, size_px)
    x = cv2.warpAffine(image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=border, borderValue=colour)
    y = cv2.warpAffine(mask, matrix, size, flags=cv2.INTER_LINEAR, borderMode=border, borderValue=0)
    if rng.random() < 0.5:
        x, y = x[:, ::-1], y[:, ::-1]
    return recolour(x, rng), np.ascontiguousarray(y)
