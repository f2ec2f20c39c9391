# SPDX-License-Identifier: Apache-2.0
"""Import an ONNX image backbone (convolutions with batch norm already folded in) as a trainable PyTorch module.

The graph is read node by node, so any MobileNet-like file works: Conv, Relu, Clip(0, 6), Add, up to the
global average pool. Batch norm can be put back between convolution and activation (`with_batch_norm`): it
starts as the identity on the data it is calibrated on and is folded away again on export.
"""

from __future__ import annotations

import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional


class Conv(nn.Module):
    """A convolution with explicit padding (top, left, bottom, right) and an optional batch norm."""

    def __init__(self, weight: torch.Tensor, bias: torch.Tensor, stride: int, pads: list[int], groups: int):
        super().__init__()
        out_channels, in_channels, height, width = weight.shape
        top, left, bottom, right = pads
        self.outer_pad = None if (top, left) == (bottom, right) else (left, right, top, bottom)
        self.conv = nn.Conv2d(
            in_channels * groups, out_channels, (height, width), stride=stride,
            padding=(top, left) if self.outer_pad is None else 0, groups=groups,
        )
        with torch.no_grad():
            self.conv.weight.copy_(weight)
            self.conv.bias.copy_(bias)
        # Measured on a Xeon with AMX: the bf16 backward pass of strided or 5 x 5 depthwise convolutions is
        # 4-20 times slower than float32 (it falls back to a reference kernel), so these stay in float32.
        self.full_precision = groups > 1 and (stride > 1 or height > 3)
        self.norm: nn.BatchNorm2d | None = None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.outer_pad is not None:
            x = functional.pad(x, self.outer_pad)
        if self.full_precision and torch.is_autocast_enabled("cpu"):
            with torch.autocast("cpu", enabled=False):
                x = self.conv(x.float()).to(torch.bfloat16)
        else:
            x = self.conv(x)
        return x if self.norm is None else self.norm(x)


class Backbone(nn.Module):
    """The convolutional trunk of the file: [n, 3, h, w] in, feature map [n, features, h/32, w/32] out."""

    def __init__(self, path: str, drop_path: float = 0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        self.program: list[tuple] = []
        self.drop_path = drop_path
        self._read(onnx.load(path).graph)

    def _read(self, graph) -> None:
        weights = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
        slots = {graph.input[0].name: 0}
        for node in graph.node:
            if node.op_type == "GlobalAveragePool":
                self.output_slot = slots[node.input[0]]
                break
            slots[node.output[0]] = len(slots)
            out = slots[node.output[0]]
            if node.op_type == "Conv":
                attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
                self.layers.append(Conv(
                    weights[node.input[1]], weights[node.input[2]],
                    attributes["strides"][0], list(attributes["pads"]), attributes.get("group", 1),
                ))
                self.program.append(("conv", slots[node.input[0]], len(self.layers) - 1, out))
                self.features = self.layers[-1].conv.out_channels
            elif node.op_type in ("Relu", "Clip"):
                self.program.append((node.op_type.lower(), slots[node.input[0]], out))
            elif node.op_type == "Add":
                a, b = (slots[name] for name in node.input)
                self.program.append(("add", min(a, b), max(a, b), out))
            else:
                raise ValueError(f"operator {node.op_type} is not supported in a backbone")

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        values = {0: x}
        for step in self.program:
            if step[0] == "conv":
                values[step[3]] = self.layers[step[2]](values[step[1]])
            elif step[0] == "relu":
                values[step[2]] = functional.relu(values[step[1]])
            elif step[0] == "clip":
                values[step[2]] = functional.relu6(values[step[1]])
            else:
                values[step[3]] = values[step[1]] + self._drop(values[step[2]])
        return values[self.output_slot]

    def _drop(self, branch: torch.Tensor) -> torch.Tensor:
        """Stochastic depth: the newer (residual) branch is left out for some pictures of a batch."""
        if not self.training or self.drop_path == 0:
            return branch
        keep = 1 - self.drop_path
        mask = torch.empty(branch.shape[0], 1, 1, 1, dtype=branch.dtype, device=branch.device).bernoulli_(keep)
        return branch * mask / keep


@torch.no_grad()
def with_batch_norm(backbone: Backbone, batches: list[torch.Tensor], momentum: float = 0.05) -> Backbone:
    """Insert batch norms that are the identity on `batches`: scale and shift are set to what was measured."""
    backbone.eval()
    for layer in backbone.layers:
        sums: list[torch.Tensor] = []
        hook = layer.conv.register_forward_hook(
            lambda _m, _i, out, sums=sums: sums.append(torch.stack(
                [out.float().mean((0, 2, 3)), out.float().pow(2).mean((0, 2, 3))])))
        layer._probe = (hook, sums)
    for batch in batches:
        backbone(batch)
    for layer in backbone.layers:
        hook, sums = layer._probe
        hook.remove()
        del layer._probe
        mean, square = torch.stack(sums).mean(0)
        variance = (square - mean.pow(2)).clamp_min(0)
        norm = nn.BatchNorm2d(mean.numel(), eps=1e-3, momentum=momentum)
        norm.running_mean.copy_(mean - 0)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.copy_(mean)
        layer.norm = norm
    return backbone


@torch.no_grad()
def fold_batch_norm(backbone: Backbone) -> Backbone:
    """Fold every batch norm into its convolution, in place: same output in evaluation mode."""
    for layer in backbone.layers:
        norm, conv = layer.norm, layer.conv
        if norm is None:
            continue
        scale = norm.weight / (norm.running_var + norm.eps).sqrt()
        conv.weight.mul_(scale.view(-1, 1, 1, 1))
        conv.bias.copy_((conv.bias - norm.running_mean) * scale + norm.bias)
        layer.norm = None
    return backbone


class Classifier(nn.Module):
    """Trunk, global average pooling, one linear layer: `logits`, and on request class activation `maps`."""

    def __init__(self, backbone: Backbone, labels: int, dropout: float = 0.2):
        super().__init__()
        self.backbone = backbone
        self.dropout = dropout
        self.head = nn.Linear(backbone.features, labels)
        nn.init.normal_(self.head.weight, std=0.01)
        nn.init.zeros_(self.head.bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        pooled = self.backbone(x).mean((2, 3))
        return self.head(functional.dropout(pooled, self.dropout, self.training))
