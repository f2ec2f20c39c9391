# SPDX-License-Identifier: Apache-2.0
"""Write the files beside the weights: labels.json, card.md and model.json with every checksum."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

from training.sources import Picture

LABEL_INFO = Path(__file__).with_name("label-info.json")


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def label_entries(labels: list[str]) -> list[dict]:
    """What labels.json says of each label, in the order of the logits; unknown labels name themselves."""
    known = {entry["label"]: entry for entry in json.loads(LABEL_INFO.read_text())}
    modality = {"dermoscopic": "Dermoscopic", "clinical": "Clinical"}
    return [known.get(label) or {
        "label": label, "text": label.split(":")[-1], "modality": modality.get(label.split(":")[0]),
        "conditions": [{"condition": label.split(":")[-1], "share": 1}], "source": "label of the training folder",
    } for label in labels]


def training_data(pictures: list[Picture]) -> list[dict]:
    """Name, source, licence and number of training pictures of each folder."""
    counts = Counter((p.folder, p.source, p.licence) for p in pictures)
    return [{"name": name, "source": source, "licence": licence, "n": n}
            for (name, source, licence), n in sorted(counts.items())]


def plain_entries(texts: dict[str, str], source: str) -> list[dict]:
    """What labels.json says of labels that stand for no condition: channels of masks, grades."""
    return [{"label": label, "text": text, "modality": None, "conditions": [], "source": source} for label, text in texts.items()]


def write_folder(folder: Path, manifest: dict, labels: list[str] | list[dict], card: str) -> None:
    """labels.json, card.md, then model.json, whose checksums cover the other three files. `labels`: names, or whole entries."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = label_entries(labels) if all(isinstance(label, str) for label in labels) else labels
    text = json.dumps({"labels": entries}, indent=2, ensure_ascii=False)
    (folder / "labels.json").write_text(text + "\n")
    (folder / "card.md").write_text(card.rstrip() + "\n")
    names = ("model.onnx", "labels.json", "card.md")
    complete = {**manifest, "sha256": {name: sha256_of(folder / name) for name in names}}
    (folder / "model.json").write_text(json.dumps(complete, indent=2, ensure_ascii=False) + "\n")


def shared_manifest(facts: dict) -> dict:
    """What model.json says of every task."""
    return {
        "name": facts["name"], "version": facts.get("version", "1.0.0"), "task": facts["task"], "file": "model.onnx",
        "licence": facts["licence"],
        "input": {"name": "image", "layout": "NCHW", "widthPx": facts["size_px"], "heightPx": facts["size_px"],
                  "channels": "RGB", "resize": "squash", "mean": [127.5] * 3, "std": [127.5] * 3},
        "labels": "labels.json", "card": "card.md", "trainingData": facts["training_data"], "trainedOn": facts["trained_on"],
    }


def manifest(facts: dict) -> dict:
    """model.json of a classifier without its checksums. `facts`: name, task, licence, size_px, with_maps, calibration and so on."""
    return {
        **shared_manifest(facts), "outputs": {"logits": "logits", "maps": "maps" if facts["with_maps"] else None},
        "calibration": facts["calibration"], "operatingPoints": facts["operating_points"], "thresholds": facts["thresholds"],
    }
