# SPDX-License-Identifier: Apache-2.0
"""Run a finished ONNX model on labelled views and count how right it is.

    python -m training.evaluate --model models/condition-default --data DIR [--data DIR ...] --split test
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from training import metrics
from training.batches import in_batches
from training.loop import draw_fixed
from training.views import Maker, View

#: What the malignant-against-benign figure counts as malignant. Actinic keratosis, a precursor, is not in it.
MALIGNANT = ("melanoma", "basalCellCarcinoma", "squamousCellCarcinoma")
#: A group smaller than this gets no figure.
LEAST_GROUP = 50


@dataclass(frozen=True)
class Answers:
    """Logits of the model on views, with what is true of each."""

    logits: np.ndarray
    truth: np.ndarray
    subjects: np.ndarray
    folders: np.ndarray
    skin_types: np.ndarray
    labels: list[str]

    def where(self, rows: np.ndarray) -> "Answers":
        return Answers(self.logits[rows], self.truth[rows], self.subjects[rows], self.folders[rows], self.skin_types[rows], self.labels)


def run_onnx(path: Path, pictures, batch: int = 16) -> np.ndarray:
    """Logits of an iterable of square RGB byte pictures, by ONNX Runtime in float32."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    def run(stack: np.ndarray) -> np.ndarray:
        tensor = (stack.transpose(0, 3, 1, 2).astype(np.float32) - 127.5) / 127.5
        return session.run(["logits"], {"image": tensor})[0]

    return in_batches(pictures, batch, run)


def answers(path: Path, maker: Maker, views: list[View], labels: list[str], size_px: int) -> Answers:
    """The model's answers on the views, each squashed to `size_px`."""
    logits = run_onnx(path, draw_fixed(maker, views, size_px))
    real = [v.picture is not None and v.kind == "plain" for v in views]
    return Answers(
        logits, np.array([labels.index(v.label) for v in views]),
        np.array([v.picture.subject if ok else f"made-{i}" for i, (v, ok) in enumerate(zip(views, real))]),
        np.array([v.picture.folder if ok else f"made:{v.label}" for v, ok in zip(views, real)]),
        np.array([v.picture.fitzpatrick if ok else "" for v, ok in zip(views, real)]), labels)


def one_per_subject(given: Answers) -> Answers:
    """The first picture of each subject and label, so that much-photographed people do not count more."""
    keys = np.array([f"{s}/{t}" for s, t in zip(given.subjects, given.truth)])
    _, rows = np.unique(keys, return_index=True)
    return given.where(np.sort(rows))


def labels_ending(labels: list[str], endings: tuple[str, ...]) -> list[int]:
    return [i for i, label in enumerate(labels) if label.split(":")[-1] in endings]


def headline(given: Answers, temperature: float) -> dict[str, tuple[float, float, float]]:
    """Each figure with its 95 % interval, redrawn by subject."""
    probabilities = metrics.softmax(given.logits, temperature)
    out = {}
    def add(name: str, figure) -> None:
        out[name] = metrics.bootstrap(figure, given.subjects)
    add("accuracy", lambda r: metrics.accuracy(probabilities[r], given.truth[r]))
    add("balanced accuracy", lambda r: metrics.balanced_accuracy(probabilities[r], given.truth[r]))
    add("top-3", lambda r: metrics.top_k(probabilities[r], given.truth[r]))
    add("calibration error", lambda r: metrics.calibration_error(probabilities[r], given.truth[r]))
    for name, endings in (("melanoma AUC", ("melanoma",)), ("malignant-against-benign AUC", MALIGNANT)):
        columns = labels_ending(given.labels, endings)
        positive = np.isin(given.truth, columns)
        if columns and 0 < positive.sum() < len(positive):
            scores = probabilities[:, columns].sum(1)
            add(name, lambda r, s=scores, p=positive: metrics.auc(s[r], p[r]))
    return out


def per_class(given: Answers, temperature: float) -> list[tuple[str, int, float | None, float]]:
    """Label, number, share recognised, one-against-rest AUC of every label present."""
    probabilities = metrics.softmax(given.logits, temperature)
    predicted = probabilities.argmax(1)
    rows = []
    for k in np.unique(given.truth):
        mine = given.truth == k
        rows.append((given.labels[k], int(mine.sum()), float((predicted[mine] == k).mean()), metrics.auc(probabilities[:, k], mine)))
    return rows


def table(figures: dict[str, tuple[float, float, float]]) -> str:
    """Markdown rows of figure, value, interval."""
    lines = ["| figure | value | 95 % interval |", "|---|---|---|"]
    return "\n".join(lines + [f"| {n} | {v:.3f} | {a:.3f}-{b:.3f} |" for n, (v, a, b) in figures.items()])


def group_report(given: Answers, temperature: float) -> str:
    """One headline table per source folder with at least two labels, then the classes."""
    parts = []
    for folder in sorted(set(given.folders)):
        mine = given.where(given.folders == folder)
        if folder.startswith("made:") or len(set(mine.truth)) < 2:
            continue
        parts.append(f"### {folder}, n = {len(mine.truth)} ({len(set(mine.subjects))} subjects), {len(set(mine.truth))} classes\n\n"
                     f"{table(headline(mine, temperature))}\n")
        rows = "\n".join(f"| {l} | {n} | {s:.2f} | {a:.3f} |" for l, n, s, a in per_class(mine, temperature))
        parts.append(f"| class | n | recognised | AUC |\n|---|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def skin_type_report(given: Answers, temperature: float) -> str:
    """Accuracy by Fitzpatrick type where it is known."""
    probabilities = metrics.softmax(given.logits, temperature)
    lines = ["| Fitzpatrick type | n | accuracy |", "|---|---|---|"]
    for kind in "123456":
        rows = given.skin_types == kind
        value = f"{metrics.accuracy(probabilities[rows], given.truth[rows]):.3f}" if rows.sum() >= LEAST_GROUP else "insufficient"
        lines.append(f"| {kind} | {int(rows.sum())} | {value} |")
    return "\n".join(lines)


def main() -> None:
    from training.picture_cache import PictureCache
    from training.sources import read_folders
    from training.train_condition import maker_for, views_of
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True, type=Path)
    parser.add_argument("--data", action="append", required=True, type=Path)
    parser.add_argument("--label-map", type=Path)
    parser.add_argument("--split", default="test")
    parser.add_argument("--cache", type=Path, default=Path(__file__).with_name("cache"))
    options = parser.parse_args()
    manifest = json.loads((options.model / "model.json").read_text())
    labels = [e["label"] for e in json.loads((options.model / manifest["labels"]).read_text())["labels"]]
    pictures = read_folders(options.data, options.label_map)
    cache = PictureCache(options.cache).fill(pictures)
    views = [v for v in views_of(pictures, options.split, labels) if v.label in labels]
    given = answers(options.model / manifest["file"], maker_for(cache, pictures, options.split), views, labels, manifest["input"]["widthPx"])
    temperature = manifest["calibration"]["temperature"]
    print(table(headline(given, temperature)), "\n")
    print(group_report(given, temperature))


if __name__ == "__main__":
    main()
