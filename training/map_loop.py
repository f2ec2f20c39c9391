# SPDX-License-Identifier: Apache-2.0
"""The training loop of nets of maps: seeded, resumable after every epoch, weights averaged as it goes."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from training.pyramid import read_checkpoint

#: Steps after which an average reaches its full length of memory.
WARM_STEPS = 100


@dataclass
class MapRecipe:
    """Everything that decides a run besides its data."""

    epochs: int
    steps: int
    rate: float = 3e-4
    head_rate: float = 2e-3
    decay: float = 0.02
    clip: float = 2.0
    average: float = 0.995
    report_every: int = 4
    seed: int = 1


def optimiser_of(model: nn.Module, recipe: MapRecipe) -> torch.optim.Optimizer:
    """The trunk, which has seen pictures, learns more slowly than the rest."""
    trunk = list(model.pyramid.backbone.parameters())
    known = {id(p) for p in trunk}
    rest = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": trunk, "lr": 0.0, "peak": recipe.rate}, {"params": rest, "lr": 0.0, "peak": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay)


def rate_share(step: int, total: int) -> float:
    """Linear warm-up, then a cosine down to a thousandth; a plain float, which a checkpoint can hold."""
    return float(min(1.0, (step + 1) / WARM_STEPS) * 0.5 * (1 + math.cos(math.pi * step / total)) + 1e-3)


@torch.no_grad()
def follow(average: dict, model: nn.Module, step: int, longest: float) -> None:
    """The average moves a little towards the weights; a young one moves faster."""
    keep = min(longest, (1 + step) / (10 + step))
    for name, value in model.state_dict().items():
        if value.is_floating_point():
            average[name].mul_(keep).add_(value, alpha=1 - keep)
        else:
            average[name].copy_(value)


def train(model: nn.Module, recipe: MapRecipe, run: Path, loss_of: Callable, report: Callable) -> nn.Module:
    """`loss_of(model, rng)` draws a batch and gives its loss; `report(model, is_last)` the figures of the averaged model.

    Writes run/checkpoint.pt and a line of run/log.jsonl after each epoch; a run that was stopped goes on from there.
    """
    torch.set_num_threads(1)
    run.mkdir(parents=True, exist_ok=True)
    optimiser, average = optimiser_of(model, recipe), {k: v.clone() for k, v in model.state_dict().items()}
    checkpoint, first = run / "checkpoint.pt", 0
    if checkpoint.exists():
        saved = read_checkpoint(checkpoint)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        average, first = saved["averaged"], saved["epoch"]
    for epoch in range(first, recipe.epochs):
        rng = np.random.default_rng([recipe.seed, epoch])
        began, losses = time.time(), []
        model.train()
        for i in range(recipe.steps):
            step = epoch * recipe.steps + i
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * rate_share(step, recipe.epochs * recipe.steps)
            loss = loss_of(model, rng)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
            optimiser.step()
            follow(average, model, step, recipe.average)
            losses.append(loss.item())
        is_last = epoch + 1 == recipe.epochs
        line = {"epoch": epoch + 1, "loss": round(float(np.mean(losses)), 4), "seconds": round(time.time() - began)}
        if is_last or (epoch + 1) % recipe.report_every == 0:
            line |= with_average(model, average, lambda net: report(net, is_last))
        torch.save({"model": model.state_dict(), "averaged": average, "optimiser": optimiser.state_dict(), "epoch": epoch + 1},
                   checkpoint)
        with open(run / "log.jsonl", "a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
    model.load_state_dict(average)
    return model.eval()


def with_average(model: nn.Module, average: dict, then: Callable) -> dict:
    """What `then` says of the model while it has its averaged weights."""
    own = {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(average)
    try:
        with torch.no_grad():
            return then(model.eval())
    finally:
        model.load_state_dict(own)
