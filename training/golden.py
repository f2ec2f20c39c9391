# SPDX-License-Identifier: Apache-2.0
"""Golden vectors for the server's preprocessing: three made pictures, what becomes of them, and what models say.

    python -m training.golden --models models --out test/golden/vision

Writes square.png (224 px), wide.png, tall.png and one <model>.json each. Squashing by another area
filter may differ by a grey level or so per pixel: compare means within 0.01 and logits within the stated tolerance.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import onnxruntime

from training.augment import squash

#: Largest difference of a logit that another good area filter may cause on these smooth pictures.
LOGIT_TOLERANCE = 0.35


def made_pictures() -> dict[str, np.ndarray]:
    """Three smooth deterministic pictures: RGB bytes, no random numbers."""
    def field(width: int, height: int, phase: float) -> np.ndarray:
        y, x = np.mgrid[0:height, 0:width] / np.array([height, width])[:, None, None]
        skin = np.array([214, 160, 128]) + 12 * np.sin(6 * x + phase)[..., None]
        spot = np.exp(-(((x - 0.5) / 0.18) ** 2 + ((y - 0.45) / 0.14) ** 2))[..., None]
        ripple = 10 * np.sin(40 * x * (1 + phase) + 25 * y)[..., None] * spot
        return np.clip(skin * (1 - spot) + np.array([92, 52, 44]) * spot + ripple, 0, 255).round().astype(np.uint8)
    return {"square": field(224, 224, 0.0), "wide": field(1280, 720, 0.4), "tall": field(600, 1000, 0.8)}


def describe(model: Path, pictures: dict[str, np.ndarray]) -> dict:
    """Tensor mean and deviation per channel and the logits of each picture."""
    manifest = json.loads((model / "model.json").read_text())
    size = manifest["input"]["widthPx"]
    session = onnxruntime.InferenceSession(str(model / manifest["file"]), providers=["CPUExecutionProvider"])
    out = {}
    for name, picture in pictures.items():
        tensor = (squash(picture, size).transpose(2, 0, 1)[None].astype(np.float32) - 127.5) / 127.5
        logits = session.run(["logits"], {"image": tensor})[0][0]
        out[f"{name}.png"] = {"mean": [round(float(v), 5) for v in tensor.mean((0, 2, 3))],
                              "std": [round(float(v), 5) for v in tensor.std((0, 2, 3))],
                              "logits": [round(float(v), 4) for v in logits]}
    return {"model": manifest["name"], "version": manifest["version"], "sha256": manifest["sha256"]["model.onnx"],
            "sizePx": size, "logitTolerance": LOGIT_TOLERANCE, "pictures": out}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, default=Path("models"))
    parser.add_argument("--out", type=Path, default=Path("test/golden/vision"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    pictures = made_pictures()
    for name, picture in pictures.items():
        cv2.imwrite(str(options.out / f"{name}.png"), picture[:, :, ::-1])
    for model in sorted(p.parent for p in options.models.glob("*/model.json")):
        (options.out / f"{model.name}.json").write_text(json.dumps(describe(model, pictures), indent=2) + "\n")


if __name__ == "__main__":
    main()
