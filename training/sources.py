# SPDX-License-Identifier: Apache-2.0
"""Read folders with a labels.csv into pictures with a model label, a subject and a split."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

LABEL_MAP = Path(__file__).with_name("label-map.json")

#: Share of the subjects of `train` kept away from training and tuning, the project's own held-out test part.
#: Smartphone photographs are few, so more of them are kept to say anything at all about them.
HELD_OUT_SHARE = {"default": 0.08, "pad_ufes_20_subset": 0.13, "pad_ufes_20_masked": 0.13,
                  "isic_mix10": 0.1, "azh_wound_test": 0.12, "not_skin_imagenet1000": 0.1}
SPLIT_SEED = "openderm-1"
SUBJECT_COLUMNS = ("patient_id", "lesion_id", "base_image")


@dataclass(frozen=True)
class Picture:
    """One row: where the picture lies, what it shows, whose it is, and which part it belongs to."""

    path: str
    label: str
    split: str
    subject: str
    folder: str
    source: str
    licence: str
    mask: str = ""
    boxes: str = ""
    own_label: str = ""
    fitzpatrick: str = ""
    original_width: int = 0


def subject_of(row: dict[str, str]) -> str:
    """Patient if known, else lesion, else photograph: pictures of one subject stay in one part."""
    for column in SUBJECT_COLUMNS:
        if row.get(column):
            return row[column]
    return Path(row["file"]).stem


def is_held_out(subject: str, share: float, seed: str = SPLIT_SEED) -> bool:
    """True for a fixed pseudo-random share of subjects, the same on every machine and in every folder."""
    digest = hashlib.sha256(f"{seed}/{subject}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64 < share


def split_of(row: dict[str, str], folder: str) -> str:
    """train, val (as the folder says) or test (the held-out share of its train subjects)."""
    if row.get("split") == "test":
        return "test"
    if row.get("split") == "val":
        return "val"
    share = HELD_OUT_SHARE.get(folder, HELD_OUT_SHARE["default"])
    return "test" if is_held_out(subject_of(row), share) else "train"


def labels_for(folder: Path, override: Path | None = None) -> dict[str, str | None]:
    """The folder's label map: --label-map, else its own label-map.json, else the one kept here."""
    own = override or folder / "label-map.json"
    if own.exists():
        found = json.loads(own.read_text())
        return found.get("folders", {}).get(folder.name, found)
    return json.loads(LABEL_MAP.read_text())["folders"].get(folder.name, {})


def model_label(own: str, mapping: dict[str, str | None]) -> str | None:
    """The model label; a label written as modality:condition, normalSkin, notSkin or other stands for itself."""
    if own in mapping:
        return mapping[own]
    if ":" in own or own in ("normalSkin", "notSkin", "other"):
        return own
    raise ValueError(f"label {own!r} has no model label: add it to a label-map.json beside labels.csv")


def is_excluded(folder: str, file: str) -> bool:
    """True for pictures that were looked at and do not show what their folder says."""
    names = json.loads(LABEL_MAP.read_text())["excluded"].get(folder, [])
    return any(Path(file).stem.endswith(f"_{name}") for name in names)


def isic_id(name: str) -> str | None:
    """The ISIC archive number in a file name, or None."""
    found = re.search(r"isic_(\d{7})", name, re.IGNORECASE)
    return found.group(1) if found else None


def read_folder(folder: Path, label_map: Path | None = None) -> list[Picture]:
    """Every labelled picture of one folder."""
    mapping = labels_for(folder, label_map)
    pictures = []
    with open(folder / "labels.csv", newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            label = model_label(row["label"], mapping)
            if label is None or (label == "notSkin" and is_excluded(folder.name, row["file"])):
                continue
            mask = row.get("mask") or ""
            pictures.append(Picture(
                path=str(folder / row["file"]), label=label, split=split_of(row, folder.name),
                subject=subject_of(row), folder=folder.name, source=row.get("source", ""),
                licence=row.get("license", ""), mask=str(folder / mask) if mask else "",
                boxes=row.get("boxes_json") or "", own_label=row["label"],
                fitzpatrick=str(row.get("fitspatrick") or "").split(".")[0],
                original_width=int(float(row.get("orig_width") or 0)),
            ))
    return pictures


def drop_repeats(pictures: list[Picture]) -> list[Picture]:
    """Leave out pictures whose ISIC number is already there from an earlier folder."""
    seen: dict[str, str] = {}
    kept = []
    for picture in pictures:
        number = isic_id(Path(picture.path).name)
        if number is not None and seen.setdefault(number, picture.folder) != picture.folder:
            continue
        kept.append(picture)
    return kept


def read_folders(folders: list[Path], label_map: Path | None = None) -> list[Picture]:
    """All pictures of the folders; sets taken whole go first, so that a mix loses its repeats and not they."""
    ordered = sorted(folders, key=lambda folder: ("mix" in folder.name, folder.name))
    return drop_repeats([p for folder in ordered for p in read_folder(Path(folder), label_map)])
