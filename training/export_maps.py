# SPDX-License-Identifier: Apache-2.0
"""Write a net of maps as ONNX and prove that ONNX Runtime answers as PyTorch does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn

OPSET = 17
#: Every version of a file of weights stays in the history of the repository.
BYTES_LIMIT = 12_000_000


def pictures(height: int, width: int) -> torch.Tensor:
    """A fixed random picture, blurred so that it has shapes and not only noise."""
    noise = torch.rand(1, 3, height // 16, width // 16, generator=torch.Generator().manual_seed(1)) * 2 - 1
    return nn.functional.interpolate(noise, size=(height, width), mode="bilinear")


@torch.no_grad()
def save(model: nn.Module, path: Path, size_px: int, outputs: list[str]) -> float:
    """Write the graph for one picture of `size_px` x `size_px`; returns the largest difference to PyTorch."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = pictures(size_px, size_px)
    torch.onnx.export(model.eval(), (image,), str(path), input_names=["image"], output_names=outputs,
                      opset_version=OPSET, dynamo=False)
    onnx.checker.check_model(onnx.load(path), full_check=True)
    if path.stat().st_size > BYTES_LIMIT:
        raise ValueError(f"{path} has {path.stat().st_size} bytes, more than {BYTES_LIMIT}")
    return check_parity(model, path, image)


@torch.no_grad()
def check_parity(model: nn.Module, path: Path, image: torch.Tensor, tolerance: float = 2e-3) -> float:
    """Largest difference between PyTorch and ONNX Runtime, relative to the largest value of each output."""
    expected = model(image)
    expected = expected if isinstance(expected, tuple) else (expected,)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    answers = session.run(None, {"image": image.numpy()})
    worst = max(float(np.abs(a - e.numpy()).max() / max(1.0, float(e.abs().max()))) for a, e in zip(answers, expected, strict=True))
    if worst > tolerance:
        raise ValueError(f"{path}: ONNX Runtime differs from PyTorch by {worst}")
    return worst
