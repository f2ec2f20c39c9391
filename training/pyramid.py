# SPDX-License-Identifier: Apache-2.0
"""Nets that say something of every place of a picture: an imported trunk, a small feature pyramid, heads of few channels."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.backbone import Backbone

STRIDES = (4, 8, 16, 32)
#: Channels of the pyramid: as wide as the trunk's narrow places at stride 16.
WIDTH = 64
#: Narrow (linear) layers carry what the wide ones between them made of it; at the last stride the last of them has 320.
MOST_CHANNELS = {4: 96, 8: 96, 16: 96, 32: 320}


def mixer() -> nn.Sequential:
    """A depthwise 3 x 3 and a pointwise convolution."""
    return nn.Sequential(nn.Conv2d(WIDTH, WIDTH, 3, padding=1, groups=WIDTH), nn.Conv2d(WIDTH, WIDTH, 1), nn.ReLU6())


class Pyramid(nn.Module):
    """[n, 3, h, w] in; the trunk's deepest features [n, 320, h/32, w/32] and the pyramid [n, 64, h/4, w/4] out."""

    def __init__(self, weights: str):
        super().__init__()
        self.backbone = Backbone(weights)
        self.taps = self._find_taps()
        self.lateral = nn.ModuleDict({str(s): nn.Conv2d(self.taps[s][1], WIDTH, 1) for s in STRIDES})
        self.mix = nn.ModuleDict({str(s): mixer() for s in STRIDES[:-1]})

    @torch.no_grad()
    def _find_taps(self) -> dict[int, tuple[int, int]]:
        """For each stride the slot of the last narrow layer, and its channels."""
        side = 64
        values = self._values(torch.zeros(1, 3, side, side), None)
        taps = {}
        for slot, value in values.items():
            stride, channels = side // value.shape[-1], value.shape[1]
            if stride in STRIDES and channels <= MOST_CHANNELS[stride]:
                taps[stride] = (slot, channels)
        return taps

    def _values(self, x: torch.Tensor, last: int | None) -> dict[int, torch.Tensor]:
        """What each step of the trunk gives, up to the slot `last`."""
        values = {0: x}
        for kind, *where, out in self.backbone.program:
            if kind == "conv":
                values[out] = self.backbone.layers[where[1]](values[where[0]])
            elif kind == "relu":
                values[out] = functional.relu(values[where[0]])
            elif kind == "clip":
                values[out] = functional.relu6(values[where[0]])
            else:
                values[out] = values[where[0]] + values[where[1]]
            if out == last:
                break
        return values

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        values = self._values(x, self.taps[32][0])
        deepest = values[self.taps[32][0]]
        y = self.lateral["32"](deepest)
        for stride in (16, 8, 4):
            side = self.lateral[str(stride)](values[self.taps[stride][0]])
            y = self.mix[str(stride)](side + functional.interpolate(y, size=side.shape[-2:], mode="bilinear"))
        return deepest, y


class Segmenter(nn.Module):
    """Logits [n, channels, h/4, w/4], each channel for itself."""

    def __init__(self, weights: str, channels: int):
        super().__init__()
        self.pyramid = Pyramid(weights)
        self.head = nn.Conv2d(WIDTH, channels, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.pyramid(x)[1])


class Flipped(nn.Module):
    """The mean answer of a segmenter to a picture, its mirror image and the picture upside down, each turned back.

    Skin has no up or down; where the three differ the mean is right more often (training/RECIPES.md).
    """

    def __init__(self, segmenter: Segmenter):
        super().__init__()
        self.segmenter = segmenter

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        plain, mirrored, turned = self.segmenter(torch.cat([x, x.flip(3), x.flip(2)])).chunk(3)
        return (plain + mirrored.flip(3) + turned.flip(2)) / 3


class AcneNet(nn.Module):
    """Maps [n, 4, h/4, w/4] (logit of a centre, log width and log height in cells, density before softplus) and grade logits."""

    def __init__(self, weights: str, grades: int = 4):
        super().__init__()
        self.pyramid = Pyramid(weights)
        self.head = nn.Sequential(*mixer(), nn.Conv2d(WIDTH, 4, 1))
        self.grade = nn.Linear(self.pyramid.taps[32][1] + WIDTH, grades)
        with torch.no_grad():
            # Lesions are rare: the untrained net expects one cell in fifty to be a centre.
            self.head[-1].bias.copy_(torch.tensor([-4.0, 0.0, 0.0, -4.0]))

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        deepest, y = self.pyramid(x)
        pooled = torch.cat([deepest.float().mean((2, 3)), y.float().mean((2, 3))], 1)
        return self.head(y), self.grade(pooled)


#: Names of layers in checkpoints of the first drafts of both scripts.
OLD_NAMES = (("b.", "pyramid.backbone."), ("lat.", "pyramid.lateral."), ("mix.", "pyramid.mix."))


def new_name(name: str) -> str:
    """A layer's name today, whichever script wrote the checkpoint."""
    for old, new in OLD_NAMES:
        if name.startswith(old):
            return re.sub(f"^{re.escape(old)}", new, name)
    return name


def read_checkpoint(path: Path) -> dict:
    """A checkpoint of ours; numbers of NumPy are allowed beside tensors, code is not."""
    allowed = [np._core.multiarray.scalar, np.dtype, np.dtypes.Float64DType]
    with torch.serialization.safe_globals(allowed):
        return torch.load(path, map_location="cpu", weights_only=True)


def load_averaged(model: nn.Module, path: Path) -> int:
    """Puts the averaged weights of a checkpoint into the model; returns how many epochs it was trained for."""
    saved = read_checkpoint(path)
    weights = saved.get("averaged") or saved["ema"]
    model.load_state_dict({new_name(name): value for name, value in weights.items()})
    model.eval()
    return int(saved["epoch"])
