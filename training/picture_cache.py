# SPDX-License-Identifier: Apache-2.0
"""Decode every picture once into one flat file of bytes, shared by all training runs through the page cache."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import cv2
import numpy as np
from tqdm import tqdm

from training.sources import Picture

#: Longer sides are reduced to this: enough for a 224 px crop out of 60 % of the picture.
LONGEST_SIDE_PX = 320
DEFAULT_FOLDER = Path(__file__).with_name("cache")


def decode(path: str, longest_px: int = LONGEST_SIDE_PX) -> np.ndarray:
    """The upright picture as RGB bytes [h, w, 3], reduced by area averaging when its longer side exceeds the limit."""
    picture = cv2.imread(path, cv2.IMREAD_COLOR)
    if picture is None:
        raise ValueError(f"cannot decode {path}")
    height, width = picture.shape[:2]
    scale = longest_px / max(height, width)
    if scale < 1:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)


class PictureCache:
    """Pictures by path. Missing ones are decoded and appended on `fill`."""

    def __init__(self, folder: Path = DEFAULT_FOLDER):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.index_path, self.data_path = folder / "index.json", folder / "pictures.bin"
        self.index: dict[str, list[int]] = (
            json.loads(self.index_path.read_text()) if self.index_path.exists() else {})
        self._data: np.ndarray | None = None

    def fill(self, pictures: list[Picture]) -> "PictureCache":
        missing = [p.path for p in pictures if p.path not in self.index]
        with open(self.data_path, "ab") as handle:
            for path in tqdm(missing, desc="decode", disable=not missing):
                picture = decode(path)
                self.index[path] = [handle.tell(), *picture.shape[:2]]
                handle.write(picture.tobytes())
        if missing:
            self.index_path.write_text(json.dumps(self.index))
        return self

    def get(self, path: str) -> np.ndarray:
        """RGB bytes [h, w, 3], read-only."""
        if self._data is None:
            self._data = np.memmap(self.data_path, dtype=np.uint8, mode="r")
        start, height, width = self.index[path]
        return self._data[start:start + height * width * 3].reshape(height, width, 3)


def fingerprint(pictures: list[Picture]) -> str:
    """A short hash of what a run was trained on: paths, labels and splits."""
    text = "\n".join(sorted(f"{Path(p.path).name}|{p.label}|{p.split}" for p in pictures))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
