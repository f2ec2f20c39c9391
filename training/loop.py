# SPDX-License-Identifier: Apache-2.0
"""The training loop both kinds of model share: seeded, resumable after every epoch, weights averaged as it goes."""

from __future__ import annotations

import copy
import json
import math
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset
from tqdm import tqdm

from training.augment import Strength, augment, squash
from training.batches import in_batches
from training.backbone import Classifier
from training.views import Maker, View, strength_for


@dataclass
class Recipe:
    """Everything that decides a run besides its data."""

    sizes: list[int]
    samples_per_epoch: int
    batch: int = 64
    rate: float = 3e-4
    head_rate: float = 2e-3
    decay: float = 0.05
    smoothing: float = 0.1
    mix: float = 0.4
    sampling_power: float = 0.5
    logit_adjust: float = 1.0
    average: float = 0.998
    frozen_layers: int = 0
    seed: int = 1
    # One: with other work on the machine two threads wait for each other at every operation.
    threads: int = 1
    workers: int = 1
    strength: Strength = field(default_factory=Strength)


def parse_sizes(text: str) -> list[int]:
    """"160*8,192*4" -> the picture size of each epoch."""
    sizes: list[int] = []
    for part in text.split(","):
        size, _, count = part.partition("*")
        sizes += [int(size)] * int(count or 1)
    return sizes


class Drawn(Dataset):
    """Training views of one epoch, each drawn from its own seeded generator."""

    def __init__(self, maker: Maker, views: list[View], labels: dict[str, int], recipe: Recipe):
        self.maker, self.views, self.labels, self.recipe = maker, views, labels, recipe
        self.order: np.ndarray = np.arange(0)
        self.epoch = 0

    def plan(self, epoch: int, weights: np.ndarray) -> None:
        generator = np.random.default_rng([self.recipe.seed, epoch])
        self.epoch = epoch
        # Systematic draw: each view appears as often as its weight says, give or take one.
        points = (np.arange(self.recipe.samples_per_epoch) + generator.random()) / self.recipe.samples_per_epoch
        shuffled = generator.permutation(len(self.views))
        chosen = np.searchsorted(np.cumsum(weights[shuffled]) / weights.sum(), points)
        self.order = generator.permutation(shuffled[np.minimum(chosen, len(self.views) - 1)])

    def __len__(self) -> int:
        return len(self.order)

    def __getitem__(self, i: int) -> tuple[torch.Tensor, int]:
        cv_rng = np.random.default_rng([self.recipe.seed, self.epoch, i])
        view, size = self.views[self.order[i]], self.recipe.sizes[self.epoch]
        picture = self.maker.draw(view, size, cv_rng)
        out = augment(picture, size, strength_for(view, self.recipe.strength), cv_rng)
        return torch.from_numpy(np.ascontiguousarray(out)), self.labels[view.label]


#: How much oftener or rarer than n ** power a label is drawn. Acne (all of one kind of face) and foot ulcers are
#: learned within an epoch; time spent on them is lost to the lesions, which are hard.
EMPHASIS = {"clinical:acne": 0.35, "clinical:diabeticFootUlcer": 0.5}


def sampling_weights(views: list[View], power: float) -> tuple[np.ndarray, dict[str, float]]:
    """Weight of each view so that a class of n views is drawn in proportion to n ** power, and the class shares."""
    counts: dict[str, int] = {}
    for view in views:
        counts[view.label] = counts.get(view.label, 0) + 1
    shares = {label: n**power * EMPHASIS.get(label, 1.0) for label, n in counts.items()}
    total = sum(shares.values())
    shares = {label: share / total for label, share in shares.items()}
    return np.array([shares[v.label] / counts[v.label] for v in views]), shares


def to_input(batch: torch.Tensor) -> torch.Tensor:
    """Bytes [n, h, w, 3] -> normalised [n, 3, h, w] in channels-last memory."""
    return batch.permute(0, 3, 1, 2).float().div_(127.5).sub_(1).contiguous(memory_format=torch.channels_last)


def mixed(images: torch.Tensor, targets: torch.Tensor, chance: float, rng: np.random.Generator):
    """Mixup or cutmix of the batch with its own permutation, each for half of the mixed batches."""
    if rng.random() >= chance:
        return images, targets
    order = torch.from_numpy(rng.permutation(len(images)))
    if rng.random() < 0.5:
        share = float(rng.beta(0.4, 0.4))
        images = images * share + images[order] * (1 - share)
    else:
        size = images.shape[-1]
        side = int(size * math.sqrt(rng.uniform(0.05, 0.5)))
        top, left = rng.integers(0, size - side + 1, 2)
        images = images.clone(memory_format=torch.channels_last)
        images[:, :, top:top + side, left:left + side] = images[order][:, :, top:top + side, left:left + side]
        share = 1 - side * side / (size * size)
    return images, targets * share + targets[order] * (1 - share)


@torch.no_grad()
def predict(model: Classifier, pictures, batch: int = 64) -> np.ndarray:
    """Logits of an iterable of square RGB byte pictures."""
    model.eval()

    def run(stack: np.ndarray) -> np.ndarray:
        with torch.autocast("cpu", torch.bfloat16):
            return model(to_input(torch.from_numpy(stack))).float().numpy()

    return in_batches(pictures, batch, run)


def draw_fixed(maker: Maker, views: list[View], size_px: int, seed: int = 11):
    """Evaluation views, squashed like the server does, the same every time."""
    for i, view in enumerate(views):
        yield squash(np.ascontiguousarray(maker.draw(view, size_px, np.random.default_rng([seed, i]))), size_px)


def parameter_groups(model: Classifier, recipe: Recipe) -> list[dict]:
    """The head learns faster than the trunk; biases and scales do not decay."""
    for layer in model.backbone.layers[:recipe.frozen_layers]:
        layer.requires_grad_(False)
    trunk = [p for p in model.backbone.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trunk if p.ndim > 1], "peak": recipe.rate, "weight_decay": recipe.decay},
        {"params": [p for p in trunk if p.ndim <= 1], "peak": recipe.rate, "weight_decay": 0.0},
        {"params": list(model.head.parameters()), "peak": recipe.head_rate, "weight_decay": recipe.decay},
    ]


def rate_at(step: int, total: int, warmup: int) -> float:
    """Linear warm-up, then a cosine down to 1 % of the peak."""
    if step < warmup:
        return (step + 1) / warmup
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, total - warmup)))


class Averaged:
    """An exponential moving average of the weights; young averages follow faster."""

    def __init__(self, model: Classifier, decay: float):
        self.model, self.decay = copy.deepcopy(model).eval(), decay
        self.model.requires_grad_(False)

    @torch.no_grad()
    def update(self, model: Classifier, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        mine, theirs = list(self.model.state_dict().values()), list(model.state_dict().values())
        pairs = [(a, b) for a, b in zip(mine, theirs) if a.is_floating_point()]
        torch._foreach_lerp_([a for a, _ in pairs], [b for _, b in pairs], 1 - decay)


def train(model: Classifier, maker: Maker, views: list[View], labels: list[str], recipe: Recipe, run: Path, report) -> Classifier:
    """Train, writing run/checkpoint.pt and a line of run/log.jsonl after each epoch; returns the averaged model.

    `report(model, epoch)` returns the figures of an epoch. A run that was stopped goes on from its last epoch.
    """
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    run.mkdir(parents=True, exist_ok=True)
    model = model.to(memory_format=torch.channels_last)
    groups = parameter_groups(model, recipe)
    optimiser = torch.optim.AdamW([{**g, "lr": 0.0} for g in groups], betas=(0.9, 0.99))
    averaged = Averaged(model, recipe.average)
    index = {label: i for i, label in enumerate(labels)}
    weights, shares = sampling_weights(views, recipe.sampling_power)
    prior = torch.tensor([shares.get(label, 1e-6) for label in labels]).log() * recipe.logit_adjust
    data = Drawn(maker, views, index, recipe)
    steps_per_epoch = recipe.samples_per_epoch // recipe.batch
    total, first = steps_per_epoch * len(recipe.sizes), 0
    checkpoint = run / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        averaged.model.load_state_dict(saved["averaged"])
        try:
            optimiser.load_state_dict(saved["optimiser"])
        except ValueError:
            print("other layers are frozen than before: the optimiser starts afresh", flush=True)
        first = saved["epoch"] + 1
    for epoch in range(first, len(recipe.sizes)):
        data.plan(epoch, weights)
        loader = DataLoader(data, recipe.batch, num_workers=recipe.workers, drop_last=True,
                            prefetch_factor=6 if recipe.workers else None)
        rng = np.random.default_rng([recipe.seed, epoch, 99])
        began, losses = time.time(), []
        model.train()
        for i, (batch, truth) in enumerate(tqdm(loader, desc=f"epoch {epoch + 1}/{len(recipe.sizes)}", mininterval=15)):
            step = epoch * steps_per_epoch + i
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * rate_at(step, total, min(200, total // 10))
            targets = functional.one_hot(truth, len(labels)).float()
            images, targets = mixed(to_input(batch), targets, recipe.mix, rng)
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(images)
            loss = functional.cross_entropy(logits.float() + prior, targets, label_smoothing=recipe.smoothing)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            averaged.update(model, step)
            losses.append(loss.item())
        seconds = time.time() - began
        torch.save({"model": model.state_dict(), "averaged": averaged.model.state_dict(),
                    "optimiser": optimiser.state_dict(), "epoch": epoch}, checkpoint)
        line = {"epoch": epoch, "size": recipe.sizes[epoch], "loss": round(float(np.mean(losses)), 4),
                "seconds": round(seconds), "picturesPerSecond": round(len(losses) * recipe.batch / seconds, 1),
                **report(averaged.model, epoch)}
        with open(run / "log.jsonl", "a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
    return averaged.model
