# SPDX-License-Identifier: Apache-2.0
"""Train a condition classifier end to end and write its folder under models/.

    python -m training.train_condition --data DIR [--data DIR ...] --weights FILE --out models/condition-default
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from training import metrics
from training.backbone import Backbone, Classifier, with_batch_norm
from training.loop import Recipe, draw_fixed, parse_sizes, predict, to_input, train
from training.model_folder import LABEL_INFO
from training.picture_cache import PictureCache, fingerprint
from training.sources import Picture, read_folders
from training.views import OTHER_KINDS, Maker, View

#: How many views of the made classes there are, against which the sampling power works.
MADE_VIEWS = {"train": 400, "val": 60, "test": 60}
MASKED_FOLDER, SKIN_FOLDERS = "pad_ufes_20_masked", ("pad_ufes_20_subset", "foot_ulcer_seg")


def label_order(pictures: list[Picture]) -> list[str]:
    """Known labels in the order of label-info.json, then labels of foreign folders, normalSkin and other last."""
    found = {p.label for p in pictures} - {"notSkin", "normalSkin", "other"}
    known = [e["label"] for e in json.loads(LABEL_INFO.read_text())]
    return [l for l in known if l in found] + sorted(found - set(known)) + ["normalSkin", "other"]


def views_of(pictures: list[Picture], split: str, labels: list[str]) -> list[View]:
    """Real views of the split plus the made ones; cut-out lesions only in training."""
    mine = [p for p in pictures if p.split == split]
    views = []
    for picture in mine:
        if picture.folder == MASKED_FOLDER:
            if split == "train":
                views.append(View("masked", picture, picture.label))
        elif picture.label in labels:
            views.append(View("whole" if split == "train" else "plain", picture, picture.label))
    return views + made_views(mine, split)


def made_views(mine: list[Picture], split: str) -> list[View]:
    """Normal skin beside lesions, and `other` in its several ways."""
    rng = np.random.default_rng(5)
    count = MADE_VIEWS[split]
    skin = [p for p in mine if p.folder in SKIN_FOLDERS and p.mask] or [p for p in mine if p.mask]
    real = [p for p in mine if p.label != "notSkin" and p.folder != MASKED_FOLDER]
    views = []
    if skin:
        views += [View("patch", skin[i], "normalSkin") for i in rng.integers(0, len(skin), count)]
    for kind, share in OTHER_KINDS.items():
        for i in rng.integers(0, len(real), round(count * share)):
            views.append(View(kind, real[i], "other"))
    return views


def maker_for(cache: PictureCache, pictures: list[Picture], split: str) -> Maker:
    mine = [p for p in pictures if p.split == split]
    skin = [p for p in mine if p.folder == "pad_ufes_20_subset"] or [p for p in mine if p.mask]
    return Maker(cache, skin, [p for p in mine if p.label == "notSkin"])


def group_figures(logits: np.ndarray, views: list[View], labels: list[str]) -> dict:
    """Balanced accuracy per modality over its pictures, melanoma AUC, and how often the made classes are seen."""
    probabilities = metrics.softmax(logits)
    truth = np.array([labels.index(v.label) for v in views])
    figures: dict[str, float] = {"accuracy": metrics.accuracy(probabilities, truth)}
    folders = np.array([v.picture.folder if v.kind == "plain" and v.picture else v.kind for v in views])
    for name, rows in (("dermoscopy", folders == "ham10000_224"), ("smartphone", folders == "pad_ufes_20_subset")):
        if rows.any():
            figures[f"{name}Balanced"] = metrics.balanced_accuracy(probabilities[rows], truth[rows])
            melanoma = [i for i, l in enumerate(labels) if l.endswith(":melanoma")]
            figures[f"{name}MelanomaAuc"] = metrics.auc(probabilities[rows][:, melanoma].sum(1), np.isin(truth[rows], melanoma))
    figures["allBalanced"] = metrics.balanced_accuracy(probabilities, truth)
    for name in ("normalSkin", "other"):
        rows = truth == labels.index(name)
        if rows.any():
            figures[f"{name}Recall"] = float((probabilities[rows].argmax(1) == labels.index(name)).mean())
    return {name: round(float(value), 4) for name, value in figures.items()}


@torch.no_grad()
def shift_prior(model: Classifier, views: list[View], labels: list[str], share: float) -> None:
    """Add `share` of the log frequencies of the training views to the biases: commoner labels win close calls."""
    counts = Counter(v.label for v in views)
    logs = torch.tensor([counts[l] / len(views) for l in labels]).log()
    model.head.bias += share * logs


def first_batches(maker: Maker, views: list[View], recipe: Recipe, batches: int = 4) -> list[torch.Tensor]:
    """Some training pictures to measure where batch norms start."""
    chosen = np.random.default_rng(recipe.seed).permutation(len(views))[: batches * recipe.batch]
    pictures = np.stack(list(draw_fixed(maker, [views[i] for i in chosen], recipe.sizes[0])))
    return [to_input(torch.from_numpy(part)) for part in np.split(pictures, batches)]


def averaged_checkpoints(model: Classifier, paths: list[Path]) -> Classifier:
    """The mean of the averaged weights of several checkpoints of one ancestry (one checkpoint: as it is)."""
    states = [torch.load(path)["averaged"] for path in paths]
    model.load_state_dict({k: sum(s[k] for s in states) / len(states) if v.is_floating_point() else v for k, v in states[0].items()})
    return model.eval()


def parser() -> argparse.ArgumentParser:
    out = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    out.add_argument("--data", action="append", required=True, type=Path, help="folder with a labels.csv; repeat")
    out.add_argument("--weights", required=True, type=Path, help="ONNX backbone to start from")
    out.add_argument("--out", required=True, type=Path, help="model folder to write")
    out.add_argument("--label-map", type=Path, help="JSON: the folder's label -> model label")
    out.add_argument("--run", type=Path, help="folder of checkpoints and log (default training/runs/<name>)")
    out.add_argument("--checkpoint", action="append", type=Path, help="export this checkpoint (the mean of several) instead of training")
    out.add_argument("--cache", type=Path, default=Path(__file__).with_name("cache"))
    out.add_argument("--sizes", default="160*9,192*5", help="picture size of each epoch")
    out.add_argument("--samples", type=int, default=8000, help="pictures per epoch")
    out.add_argument("--eval-size", type=int, default=224)
    out.add_argument("--rate", type=float, default=3e-4)
    out.add_argument("--mix", type=float, default=0.4)
    out.add_argument("--smoothing", type=float, default=0.1)
    out.add_argument("--sampling-power", type=float, default=0.5)
    out.add_argument("--logit-adjust", type=float, default=1.0)
    out.add_argument("--drop-path", type=float, default=0.1)
    out.add_argument("--average", type=float, default=0.998)
    out.add_argument("--batch-norm", action="store_true", help="put batch norms back into the backbone while training")
    out.add_argument("--frozen-layers", type=int, default=0)
    out.add_argument("--report-every", type=int, default=4, help="epochs between looks at the validation part")
    out.add_argument("--batch", type=int, default=64)
    out.add_argument("--threads", type=int, default=1)
    out.add_argument("--seed", type=int, default=1)
    out.add_argument("--prior-shift", type=float, default=0.0, help="share of the training frequencies put back into the biases on export")
    out.add_argument("--version", default="1.0.0", help="of the folder; other weights want another one")
    out.add_argument("--note", default="", help="a sentence for the card on how this model came about")
    out.add_argument("--licence", choices=("auto", "free", "non-commercial"), default="auto")
    out.add_argument("--no-export", action="store_true", help="stop after training (recipe comparisons)")
    return out


def main() -> None:
    options = parser().parse_args()
    pictures = read_folders(options.data, options.label_map)
    labels = label_order(pictures)
    cache = PictureCache(options.cache).fill(pictures)
    run = options.run or Path(__file__).with_name("runs") / options.out.name
    train_views, val_views = (views_of(pictures, s, labels) for s in ("train", "val"))
    print(f"{len(pictures)} pictures, {fingerprint(pictures)}, {dict(Counter(v.label for v in train_views))}", flush=True)
    recipe = Recipe(
        sizes=parse_sizes(options.sizes), samples_per_epoch=options.samples, batch=options.batch, rate=options.rate,
        mix=options.mix, smoothing=options.smoothing, sampling_power=options.sampling_power,
        logit_adjust=options.logit_adjust, average=options.average, frozen_layers=options.frozen_layers,
        seed=options.seed, threads=options.threads)
    val_maker = maker_for(cache, pictures, "val")
    size = options.eval_size

    def report(model: Classifier, epoch: int) -> dict:
        if (epoch + 1) % options.report_every and epoch < len(recipe.sizes) - 1:
            return {}
        return group_figures(predict(model, draw_fixed(val_maker, val_views, size)), val_views, labels)

    torch.manual_seed(options.seed)
    model = Classifier(Backbone(str(options.weights), options.drop_path), len(labels))
    if options.batch_norm:
        with_batch_norm(model.backbone, first_batches(maker_for(cache, pictures, "train"), train_views, recipe))
    if options.checkpoint:
        trained = averaged_checkpoints(model, options.checkpoint)
        print(json.dumps(report(trained, len(recipe.sizes))), flush=True)
    else:
        trained = train(model, maker_for(cache, pictures, "train"), train_views, labels, recipe, run, report)
    if not options.no_export:
        from training.finish_condition import finish
        shift_prior(trained, train_views, labels, options.prior_shift)
        finish(trained, pictures, labels, replace_out(options))


def replace_out(options: argparse.Namespace) -> argparse.Namespace:
    """The options with the licence decided: free only if every folder is."""
    if options.licence == "auto":
        free = all(folder.name.startswith("pad_ufes_20") for folder in options.data)
        options.licence = "free" if free else "non-commercial"
    return options


if __name__ == "__main__":
    main()
