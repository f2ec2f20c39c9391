# SPDX-License-Identifier: Apache-2.0
"""Fit only the linear layer of a media-validity classifier, on a trunk that is already good. Minutes, not hours.

    python -m training.fit_head --data DIR [--data DIR ...] --weights FILE --checkpoint training/runs/condition-default/checkpoint.pt --out models/validity-default
    python -m training.fit_head --labels free --data PAD_DIR --weights FILE --out models/validity-free

Measured: the trunk of the condition classifier tells clinical from dermoscopic far better than a short fine-tuning of
its own does. The free set sees no photograph of an object; what ImageNet's own linear layer knows about its 1,000
classes stands in for them: feature vectors are made that point along a class's weights (see RECIPES.md).
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from tqdm import tqdm

from training.augment import Strength, augment
from training.batches import in_batches
from training.backbone import Backbone, Classifier
from training.loop import draw_fixed, to_input
from training.picture_cache import PictureCache
from training.sources import read_folders
from training.train_validity import LABELS, domain_of, figures, group_of, views_of
from training.views import Maker, View, strength_for

#: Groups drawn oftener than their number says: close-up photographs are what dermoscopy is confused with.
EMPHASIS = {"pad_ufes_20_subset/clinical": 2.0, "isic_mix10/dermoscopic": 1.5, "isic_mix10/clinical": 1.5,
            "not_skin_imagenet1000/notSkin": 2.0}


@torch.no_grad()
def pooled(model: Classifier, pictures, batch: int = 64) -> np.ndarray:
    """Pooled features of square RGB byte pictures."""
    model.eval()

    def run(stack: np.ndarray) -> np.ndarray:
        with torch.autocast("cpu", torch.bfloat16):
            return model.backbone(to_input(torch.from_numpy(stack))).float().mean((2, 3)).numpy()

    return in_batches(pictures, batch, run)


def draw_plan(views: list[View], count: int, seed: int) -> list[View]:
    """`count` views, groups in proportion to the root of their number."""
    groups = np.array([group_of(v) for v in views])
    names, inverse, numbers = np.unique(groups, return_inverse=True, return_counts=True)
    share = np.sqrt(numbers) * np.array([EMPHASIS.get(n, 1.0) for n in names])
    weights = (share / numbers)[inverse]
    return [views[i] for i in np.random.default_rng(seed).choice(len(views), count, p=weights / weights.sum())]


def draw_augmented(maker: Maker, views: list[View], size_px: int, strength: Strength):
    for i, view in enumerate(tqdm(views, desc="views", mininterval=10)):
        rng = np.random.default_rng([17, i])
        yield augment(maker.draw(view, size_px, rng), size_px, strength_for(view, strength), rng)


def pseudo_objects(weights: Path, seen: np.ndarray, count: int, seed: int = 0) -> np.ndarray:
    """Feature vectors that lean towards ImageNet's classes: half a real vector plus a step along a class's weights."""
    graph = onnx.load(str(weights)).graph
    heads = [numpy_helper.to_array(i) for i in graph.initializer if list(i.dims)[:1] == [1001] and len(i.dims) > 1]
    head = heads[0].reshape(1001, -1)[1:]
    head = head - head.mean(0)
    head = head / np.linalg.norm(head, axis=1, keepdims=True)
    rng = np.random.default_rng(seed)
    step = rng.uniform(1.0, 6.0, (count, 1))
    return np.clip(seen[rng.integers(0, len(seen), count)] * 0.5 + step * head[rng.integers(0, len(head), count)], 0, None)


def set_head(model: Classifier, scaler: StandardScaler, fitted: LogisticRegression) -> None:
    """The logistic regression on standardised features as a linear layer on plain ones."""
    coefficients, intercept = fitted.coef_, fitted.intercept_
    if len(coefficients) == 1:
        coefficients, intercept = np.vstack([-coefficients / 2, coefficients / 2]), np.r_[-intercept / 2, intercept / 2]
    weight = coefficients / scaler.scale_
    with torch.no_grad():
        model.head.weight.copy_(torch.from_numpy(weight))
        model.head.bias.copy_(torch.from_numpy(intercept - weight @ scaler.mean_))


def fit(model: Classifier, features: np.ndarray, truth: np.ndarray, weights: np.ndarray, penalty: float) -> None:
    """Fit the head. Classes weigh the same; `weights` says what a row counts within its class."""
    weights = weights.copy()
    for k in np.unique(truth):
        weights[truth == k] *= len(truth) / weights[truth == k].sum() / len(np.unique(truth))
    scaler = StandardScaler().fit(features)
    set_head(model, scaler, LogisticRegression(C=penalty, max_iter=600).fit(scaler.transform(features), truth, sample_weight=weights))


def parser() -> argparse.ArgumentParser:
    out = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    out.add_argument("--data", action="append", required=True, type=Path)
    out.add_argument("--weights", required=True, type=Path, help="ONNX backbone")
    out.add_argument("--checkpoint", type=Path, help="trained condition classifier whose trunk to use")
    out.add_argument("--out", required=True, type=Path)
    out.add_argument("--labels", choices=tuple(LABELS), default="default")
    out.add_argument("--leave-out", action="append", default=[], help="report this folder when it is not trained on; repeat")
    out.add_argument("--label-map", type=Path)
    out.add_argument("--cache", type=Path, default=Path(__file__).with_name("cache"))
    out.add_argument("--run", type=Path)
    out.add_argument("--eval-size", type=int, default=144)
    out.add_argument("--views", type=int, default=6000, help="augmented views to fit on")
    out.add_argument("--penalty", type=float, default=0.01, help="inverse strength of the regularisation")
    out.add_argument("--pseudo", type=float, default=0.5, help="weight of made feature vectors against real ones (free)")
    out.add_argument("--no-export", action="store_true", help="stop at run/fitted.pt, from which train_validity --start goes on")
    out.add_argument("--seed", type=int, default=1)
    return out


def load(options: argparse.Namespace, labels: list[str]) -> Classifier:
    """The trunk, from the checkpoint if there is one."""
    torch.manual_seed(options.seed)
    model = Classifier(Backbone(str(options.weights)), len(labels)).to(memory_format=torch.channels_last)
    if options.checkpoint:
        saved = torch.load(options.checkpoint)["averaged"]
        model.backbone.load_state_dict({k.removeprefix("backbone."): v for k, v in saved.items() if k.startswith("backbone.")})
    return model


def left_out_reports(model: Classifier, rows: tuple, options: argparse.Namespace, tools: tuple) -> None:
    """Fit without each folder in turn and write how its pictures are then answered."""
    features, truth, groups = rows
    labels, cache, everything, run = tools
    maker = Maker(cache, [], [])
    for folder in options.leave_out:
        seen = [View("plain", replace(p, split="test"), domain_of(p, labels)) for p in everything if p.folder == folder][:400]
        made_of_it = {"pad_ufes_20_subset": ("patch", "context"), "not_skin_imagenet1000": ("skinlike",)}.get(folder, ())
        keep = np.array([not g.startswith(folder) and g not in made_of_it for g in groups])
        fit(model, features[keep], truth[keep], np.ones(keep.sum()), options.penalty)
        pictures = draw_fixed(maker, seen, options.eval_size)
        with torch.no_grad():
            logits = model.head(torch.from_numpy(pooled(model, pictures))).numpy()
        found = figures(logits, np.array([labels.index(v.label) for v in seen]), np.array([group_of(v) for v in seen]))
        target = run.parent / f"leave-{folder}"
        target.mkdir(parents=True, exist_ok=True)
        (target / "left-out.json").write_text(json.dumps(found, indent=1))
        print(folder, found, flush=True)


def main() -> None:
    options = parser().parse_args()
    torch.set_num_threads(1)
    labels = LABELS[options.labels]
    pictures = read_folders(options.data, options.label_map)
    cache = PictureCache(options.cache).fill(pictures)
    run = options.run or Path(__file__).with_name("runs") / options.out.name
    run.mkdir(parents=True, exist_ok=True)
    makers = {s: Maker(cache, [p for p in pictures if p.split == s and p.folder == "pad_ufes_20_subset"] or
                       [p for p in pictures if p.split == s and p.mask], []) for s in ("train", "val", "test")}
    views = {s: views_of(pictures, s, labels) for s in makers}
    plan = draw_plan(views["train"], options.views, options.seed)
    model = load(options, labels)
    kept = run / "features.npz"
    strength = Strength(least_area=0.15, colour=1.5, degrade=0.4, border=0.3)
    features = np.load(kept)["features"] if kept.exists() else pooled(model, draw_augmented(makers["train"], plan, options.eval_size, strength))
    np.savez(kept, features=features)
    truth, groups = np.array([labels.index(v.label) for v in plan]), np.array([group_of(v) for v in plan])
    left_out_reports(model, (features, truth, groups), options, (labels, cache, pictures, run))
    weights = np.ones(len(truth))
    if options.labels == "free":
        pseudo = pseudo_objects(options.weights, features, 2000)
        features, truth = np.vstack([features, pseudo]), np.r_[truth, np.zeros(len(pseudo), int)]
        weights = np.r_[weights, np.full(len(pseudo), options.pseudo)]
    fit(model, features, truth, weights, options.penalty)
    torch.save(model.state_dict(), run / "fitted.pt")
    if options.no_export:
        return
    from training.finish_validity import finish
    options.architecture = (f"trunk of {'condition-default (' if options.checkpoint else '('}{options.weights.stem}, Apache-2.0, ImageNet weights"
                            f"{', fine-tuned' if options.checkpoint else ', unchanged'})")
    options.made_with = f"`python -m training.fit_head --labels {options.labels} --views {options.views} --penalty {options.penalty} --seed {options.seed}`"
    finish(model, (makers, views), labels, options)


if __name__ == "__main__":
    main()
