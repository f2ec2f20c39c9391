# SPDX-License-Identifier: Apache-2.0
"""Train one net that outlines lesions and wounds, each in a channel of its own.

    python -m training.train_segmentation --lesion DIR --wound DIR --no-wound DIR \\
        --weights mobilenet_v2_1.0_224.onnx --run training/runs/segmentation

Writes RUN/checkpoint.pt after each epoch and goes on from it; `python -m training.export_segmentation` makes the folder.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.map_loop import MapRecipe, train
from training.masks import CHANNELS, add_data_options, augment, load, read_masked, squash
from training.pyramid import Segmenter

SIZE_PX = 256
BATCH = 16
#: Pixels added to both sides of the Dice loss, so that a tiny wound does not outweigh all others.
DICE_CALM = 20.0


def to_batch(pairs: list[tuple[np.ndarray, np.ndarray]]) -> tuple[torch.Tensor, torch.Tensor]:
    x = torch.from_numpy(np.stack([p[0] for p in pairs]).astype(np.float32)).permute(0, 3, 1, 2) / 127.5 - 1
    y = torch.from_numpy(np.stack([p[1] for p in pairs]).astype(np.float32)) / 255
    return x, (y > 0.5).float()


def segmentation_loss(logits: torch.Tensor, channels: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """Cross-entropy and Dice of the channel that each picture is labelled for; the other channel learns nothing from it."""
    large = functional.interpolate(logits.float(), size=truth.shape[-1], mode="bilinear")
    mine = large[torch.arange(len(truth)), channels]
    p = mine.sigmoid()
    overlap = (2 * (p * truth).sum((1, 2)) + DICE_CALM) / (p.sum((1, 2)) + truth.sum((1, 2)) + DICE_CALM)
    return functional.binary_cross_entropy_with_logits(mine, truth) + (1 - overlap).mean()


class Batches:
    """Half of each batch shows lesions, half wounds or none, however many there are of each."""

    def __init__(self, pictures: list):
        self.loaded = [(load(p), p.channel) for p in pictures]
        self.by_channel = [[x for x in self.loaded if x[1] == c] for c in range(len(CHANNELS))]
        self.by_channel = [pool for pool in self.by_channel if pool]

    def loss_of(self, model: nn.Module, rng: np.random.Generator) -> torch.Tensor:
        picked = [pool[i] for pool in self.by_channel for i in rng.integers(0, len(pool), BATCH // len(self.by_channel))]
        x, y = to_batch([augment(*pair, SIZE_PX, rng) for pair, _ in picked])
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(x)
        return segmentation_loss(logits, torch.tensor([channel for _, channel in picked]), y)


def dice_figures(model: nn.Module, loaded: list, part: str) -> dict:
    """Mean Dice per channel at the net's own size, and how much is outlined where there is nothing."""
    found: dict[str, list[float]] = {}
    for pair, channel in loaded:
        x, y = to_batch([squash(*pair, SIZE_PX)])
        logits = functional.interpolate(model(x).float(), size=SIZE_PX, mode="bilinear")[0, channel]
        mine, truth = (logits > 0).float(), y[0]
        if truth.sum() == 0:
            found.setdefault("outlinedWhereNothingIs", []).append(float(mine.mean()))
        else:
            found.setdefault(CHANNELS[channel], []).append(float(2 * (mine * truth).sum() / (mine.sum() + truth.sum())))
    return {f"{part}:{name}": round(float(np.mean(values)), 4) for name, values in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data_options(parser)
    parser.add_argument("--weights", required=True, help="ONNX file of the trunk")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=48)
    parser.add_argument("--steps", type=int, default=90)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    cv2.setNumThreads(0)
    torch.manual_seed(options.seed)
    pictures = read_masked(options)
    parts = {part: [(load(p), p.channel) for p in pictures.of(part)] for part in ("val", "held")}
    batches = Batches(pictures.of("train"))
    print({part: len(loaded) for part, loaded in parts.items()} | {"train": len(batches.loaded)}, flush=True)

    def report(model: nn.Module, is_last: bool) -> dict:
        held = dice_figures(model, parts["held"], "held") if is_last else {}
        return dice_figures(model, parts["val"], "val") | held

    recipe = MapRecipe(options.epochs, options.steps, seed=options.seed)
    train(Segmenter(options.weights, len(CHANNELS)), recipe, options.run, batches.loss_of, report)


if __name__ == "__main__":
    main()
