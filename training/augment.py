# SPDX-License-Identifier: Apache-2.0
"""Random changes that must not change the answer: framing, colour, sharpness, compression, borders.

All functions take and return RGB bytes [h, w, 3] and draw from the numpy generator they are given.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

cv2.setNumThreads(0)
Random = np.random.Generator


@dataclass(frozen=True)
class Strength:
    """How far framing and colour may move. Upright pictures (faces, limbs) turn less than lesions."""

    least_area: float = 0.35
    colour: float = 1.0
    any_rotation: bool = True
    degrade: float = 0.35
    border: float = 0.15


def squash(picture: np.ndarray, size_px: int) -> np.ndarray:
    """The whole picture as a square, area-averaged when it shrinks: what the server does."""
    height, width = picture.shape[:2]
    shrinking = height > size_px or width > size_px
    return cv2.resize(picture, (size_px, size_px), interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR)


def random_crop(picture: np.ndarray, least_area: float, rng: Random) -> np.ndarray:
    """A window of `least_area`..1 of the picture, its aspect ratio changed by up to 3:4 or 4:3."""
    height, width = picture.shape[:2]
    area = rng.uniform(least_area, 1.0)
    stretch = np.exp(rng.uniform(np.log(3 / 4), np.log(4 / 3)))
    h = min(height, max(8, round(height * np.sqrt(area / stretch))))
    w = min(width, max(8, round(width * np.sqrt(area * stretch))))
    top, left = rng.integers(0, height - h + 1), rng.integers(0, width - w + 1)
    return picture[top:top + h, left:left + w]


def turn(picture: np.ndarray, any_rotation: bool, rng: Random) -> np.ndarray:
    """Mirror, quarter turns for lesions, and a small free rotation."""
    if rng.random() < 0.5:
        picture = picture[:, ::-1]
    if any_rotation:
        picture = np.rot90(picture, rng.integers(0, 4))
    if rng.random() < 0.5:
        size = picture.shape[0]
        angle = rng.uniform(-45, 45) if any_rotation else rng.uniform(-15, 15)
        matrix = cv2.getRotationMatrix2D((size / 2, size / 2), angle, rng.uniform(1.0, 1.2))
        picture = cv2.warpAffine(np.ascontiguousarray(picture), matrix, (size, size), flags=cv2.INTER_LINEAR,
                                 borderMode=cv2.BORDER_REFLECT_101)
    return np.ascontiguousarray(picture)


GREY = np.array([0.299, 0.587, 0.114], np.float32)


def hue_matrix(degrees: float) -> np.ndarray:
    """A rotation of colour about the grey axis."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    third, root = 1 / 3, np.sqrt(1 / 3)
    return np.array([
        [c + third * (1 - c), third * (1 - c) - root * s, third * (1 - c) + root * s],
        [third * (1 - c) + root * s, c + third * (1 - c), third * (1 - c) - root * s],
        [third * (1 - c) - root * s, third * (1 - c) + root * s, c + third * (1 - c)]], np.float32)


def recolour(picture: np.ndarray, strength: float, rng: Random) -> np.ndarray:
    """Saturation, hue, white balance, then brightness, contrast and gamma."""
    saturation = 1 + strength * rng.uniform(-0.3, 0.3)
    matrix = saturation * np.eye(3, dtype=np.float32) + (1 - saturation) * GREY[None]
    matrix = matrix @ hue_matrix(strength * rng.uniform(-9, 9))
    matrix = matrix * (1 + strength * rng.uniform(-0.1, 0.1, (3, 1))).astype(np.float32)
    values = np.linspace(0, 1, 256) ** np.exp(strength * rng.uniform(-0.35, 0.35))
    values = (values - 0.5) * (1 + strength * rng.uniform(-0.25, 0.25)) + 0.5 + strength * rng.uniform(-0.12, 0.12)
    table = np.clip(values * 255, 0, 255).astype(np.uint8)
    return cv2.LUT(cv2.transform(picture, matrix), table)


def jpeg(picture: np.ndarray, quality: int) -> np.ndarray:
    """The picture after JPEG compression."""
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])
    return cv2.imdecode(data, cv2.IMREAD_COLOR)


def degrade(picture: np.ndarray, rng: Random) -> np.ndarray:
    """One of: compression, blur, noise, lost resolution."""
    kind = rng.integers(0, 4)
    if kind == 0:
        return jpeg(picture, rng.integers(25, 95))
    if kind == 1:
        return cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 2.2))
    if kind == 2:
        noise = rng.normal(0, rng.uniform(2, 14), picture.shape).astype(np.float32)
        return np.clip(picture + noise, 0, 255).astype(np.uint8)
    size = picture.shape[0]
    small = max(16, int(size * rng.uniform(0.3, 0.8)))
    return cv2.resize(squash(picture, small), (size, size), interpolation=cv2.INTER_LINEAR)


def border_colour(rng: Random) -> np.ndarray:
    """Black, white, grey or any colour."""
    kind = rng.integers(0, 4)
    if kind == 0:
        return np.zeros(3)
    if kind == 1:
        return np.full(3, 255.0)
    return np.full(3, rng.uniform(0, 255)) if kind == 2 else rng.uniform(0, 255, 3)


def add_border(picture: np.ndarray, rng: Random) -> np.ndarray:
    """A plain band on one or two opposite sides, or a dark or plain vignette like a dermatoscope's."""
    size = picture.shape[0]
    out = picture.copy()
    if rng.random() < 0.5:
        band = int(size * rng.uniform(0.04, 0.28))
        sides = [slice(0, band)] + ([slice(size - band, size)] if rng.random() < 0.5 else [])
        colour = border_colour(rng)
        inner = cv2.resize(picture, (size - band * len(sides), size), interpolation=cv2.INTER_AREA)
        out[:, :] = colour
        out[:, band:band + inner.shape[1]] = inner
        return np.ascontiguousarray(np.rot90(out, rng.integers(0, 4)))
    mask = np.zeros((size, size), np.uint8)
    centre = (int(size * rng.uniform(0.45, 0.55)), int(size * rng.uniform(0.45, 0.55)))
    cv2.circle(mask, centre, int(size * rng.uniform(0.46, 0.68)), 255, -1)
    soft = cv2.GaussianBlur(mask, (0, 0), size * rng.uniform(0.003, 0.05)).astype(np.float32)[..., None] / 255
    colour = np.zeros(3) if rng.random() < 0.7 else border_colour(rng)
    return (picture * soft + colour * (1 - soft)).astype(np.uint8)


def trim_plain_border(picture: np.ndarray) -> np.ndarray:
    """Without the rows and columns at the edges that are one plain dark or bright colour (padding)."""
    grey = picture.mean(2)
    flat = lambda axis: (grey.std(axis) < 3) & ((grey.mean(axis) < 12) | (grey.mean(axis) > 243))  # noqa: E731
    rows, columns = np.flatnonzero(~flat(1)), np.flatnonzero(~flat(0))
    if len(rows) < 40 or len(columns) < 40:
        return picture
    return picture[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]


def augment(picture: np.ndarray, size_px: int, strength: Strength, rng: Random) -> np.ndarray:
    """A random view of the picture as a square of `size_px`."""
    out = squash(random_crop(picture, strength.least_area, rng), size_px)
    out = turn(out, strength.any_rotation, rng)
    out = recolour(out, strength.colour, rng)
    if rng.random() < strength.degrade:
        out = degrade(out, rng)
    if rng.random() < strength.border:
        out = add_border(out, rng)
    return out
