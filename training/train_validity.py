# SPDX-License-Identifier: Apache-2.0
"""Train a media-validity classifier (skin or not; clinical or dermoscopic) and write its folder under models/.

    python -m training.train_validity --data DIR [--data DIR ...] --weights FILE --out models/validity-default

With --labels free the labels are notSkin and skin, and everything that is not skin is self-made.
--leave-out FOLDER keeps a source away from training and reports how it is then recognised.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from training import metrics
from training.augment import Strength
from training.backbone import Backbone, Classifier
from training.loop import Recipe, draw_fixed, parse_sizes, predict, train
from training.picture_cache import PictureCache, fingerprint
from training.sources import Picture, read_folders
from training.views import Maker, View

LABELS = {"default": ["notSkin", "clinical", "dermoscopic"], "free": ["notSkin", "skin"]}
#: Pictures of one folder are drawn at most this often per class, so that no source becomes the class.
MOST_PER_FOLDER = 700
#: In training a smaller source is repeated, up to this often, towards that number.
MOST_REPEATS = 3
#: Repeated beyond that: close-up photographs are what dermoscopy is confused with.
REPEATS = {"pad_ufes_20_subset/clinical": 4}


def domain_of(picture: Picture, labels: list[str]) -> str:
    """notSkin, or the modality before the colon; normal skin and the like are clinical photographs."""
    if picture.label == "notSkin":
        return "notSkin"
    if "skin" in labels:
        return "skin"
    return "dermoscopic" if picture.label.startswith("dermoscopic:") else "clinical"


def views_of(pictures: list[Picture], split: str, labels: list[str]) -> list[View]:
    """Whole pictures, patches of bare skin, objects as they are and tinted like skin, self-made pictures."""
    rng = np.random.default_rng(3)
    mine = [p for p in pictures if p.split == split and p.folder != "pad_ufes_20_masked"]
    if "skin" in labels:
        mine = [p for p in mine if p.label != "notSkin"]
    views, counts = [], Counter()
    for i in rng.permutation(len(mine)):
        picture, label = mine[i], domain_of(mine[i], labels)
        counts[picture.folder, label] += 1
        if counts[picture.folder, label] <= MOST_PER_FOLDER:
            views.append(View("plain" if split != "train" else "whole", picture, label))
    if split == "train":
        few = {group: min(MOST_REPEATS, MOST_PER_FOLDER // n or 1) for group, n in counts.items()}
        views = [v for v in views for _ in range(REPEATS.get(group_of(v), few[v.picture.folder, v.label]))]
    return views + made_views(mine, split, labels)


def made_views(mine: list[Picture], split: str, labels: list[str]) -> list[View]:
    """Patches of skin are skin; tinted objects and self-made pictures are not."""
    rng = np.random.default_rng(4)
    scale = 1 if split == "train" else 10
    masked = [p for p in mine if p.folder == "pad_ufes_20_subset"] or [p for p in mine if p.mask]
    objects = [p for p in mine if p.label == "notSkin"]
    skin = "skin" if "skin" in labels else "clinical"
    views = [View("patch", masked[i], skin) for i in rng.integers(0, max(1, len(masked)), 500 // scale if masked else 0)]
    if objects:
        views += [View("skinlike", objects[i], "notSkin") for i in rng.integers(0, len(objects), 250 // scale)]
    views += [View("context", None, skin) for _ in range(400 // scale if masked else 0)]
    return views + [View("made", None, "notSkin") for _ in range((1200 if "skin" in labels else 500) // scale)]


def figures(logits: np.ndarray, truth: np.ndarray, groups: np.ndarray) -> dict:
    """Accuracy over all and per source."""
    right = logits.argmax(1) == truth
    out = {"accuracy": float(right.mean()), "balanced": metrics.balanced_accuracy(logits, truth)}
    out |= {f"right:{g}": float(right[groups == g].mean()) for g in np.unique(groups)}
    return {k: round(v, 4) for k, v in out.items()}


def group_of(view: View) -> str:
    return view.kind if view.kind not in ("plain", "whole") else f"{view.picture.folder}/{view.label}"


def parser() -> argparse.ArgumentParser:
    out = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    out.add_argument("--data", action="append", required=True, type=Path, help="folder with a labels.csv; repeat")
    out.add_argument("--weights", required=True, type=Path, help="ONNX backbone to start from")
    out.add_argument("--out", required=True, type=Path, help="model folder to write")
    out.add_argument("--labels", choices=tuple(LABELS), default="default")
    out.add_argument("--label-map", type=Path)
    out.add_argument("--leave-out", action="append", default=[], help="folder name to test on instead of training")
    out.add_argument("--start", type=Path, help="fitted.pt of training.fit_head: start from its trunk and linear layer")
    out.add_argument("--head-rate", type=float, default=2e-3)
    out.add_argument("--run", type=Path)
    out.add_argument("--cache", type=Path, default=Path(__file__).with_name("cache"))
    out.add_argument("--sizes", default="160*4")
    out.add_argument("--samples", type=int, default=3200)
    out.add_argument("--eval-size", type=int, default=160)
    out.add_argument("--rate", type=float, default=1e-4)
    out.add_argument("--frozen-layers", type=int, default=17, help="first convolutions kept as ImageNet made them")
    out.add_argument("--average", type=float, default=0.99)
    out.add_argument("--threads", type=int, default=1)
    out.add_argument("--seed", type=int, default=1)
    return out


def main() -> None:
    options = parser().parse_args()
    labels = LABELS[options.labels]
    everything = read_folders(options.data, options.label_map)
    pictures = [p for p in everything if p.folder not in options.leave_out]
    left_out = [replace(p, split="test") for p in everything if p.folder in options.leave_out]
    cache = PictureCache(options.cache).fill(everything)
    run = options.run or Path(__file__).with_name("runs") / options.out.name
    recipe = Recipe(
        sizes=parse_sizes(options.sizes), samples_per_epoch=options.samples, batch=32, rate=options.rate, head_rate=options.head_rate, mix=0.15,
        smoothing=0.05, sampling_power=0.3, average=options.average, frozen_layers=options.frozen_layers,
        seed=options.seed, threads=options.threads,
        strength=Strength(least_area=0.3, colour=1.2, degrade=0.4, border=0.3))
    makers = {s: Maker(cache, [p for p in pictures if p.split == s and p.folder == "pad_ufes_20_subset"] or
                       [p for p in pictures if p.split == s and p.mask], []) for s in ("train", "val", "test")}
    views = {s: views_of(pictures, s, labels) for s in makers}
    print(f"{fingerprint(pictures)} {dict(Counter(group_of(v) for v in views['train']))}", flush=True)
    seen = views["val"] if not left_out else [View("plain", p, domain_of(p, labels)) for p in left_out][:1200]

    def report(model: Classifier, epoch: int) -> dict:
        if epoch < len(recipe.sizes) - 1:
            return {}
        logits = predict(model, draw_fixed(makers["val"], seen, options.eval_size))
        return figures(logits, np.array([labels.index(v.label) for v in seen]), np.array([group_of(v) for v in seen]))

    torch.manual_seed(options.seed)
    model = Classifier(Backbone(str(options.weights)), len(labels))
    if options.start:
        model.load_state_dict(torch.load(options.start))
    trained = train(model, makers["train"], views["train"], labels, recipe, run, report)
    if left_out:
        (run / "left-out.json").write_text(json.dumps(report(trained, len(recipe.sizes) - 1), indent=1))
        return
    from training.finish_validity import finish
    begun = "trunk of condition-default, " if options.start else ""
    options.architecture = f"{begun}{options.weights.stem} (Apache-2.0, ImageNet weights), the first {options.frozen_layers} convolutions kept, the rest fine-tuned"
    options.made_with = (f"`python -m training.train_validity --labels {options.labels} --sizes {options.sizes} "
                         f"--samples {options.samples} --rate {options.rate} --seed {options.seed}`" +
                         (" after `python -m training.fit_head --no-export`" if options.start else ""))
    finish(trained, (makers, views), labels, options)


if __name__ == "__main__":
    main()
