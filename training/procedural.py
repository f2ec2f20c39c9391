# SPDX-License-Identifier: Apache-2.0
"""Self-made pictures: patterns painted on normal skin (for `other`) and things that are not skin.

No photograph is needed for the latter, so they may be part of the free set.
"""

from __future__ import annotations

import string

import cv2
import numpy as np

Random = np.random.Generator


def noise_field(size: int, grain: float, rng: Random, stretch: float = 1.0) -> np.ndarray:
    """Smooth noise in 0..1; `grain` is the size of its features in pixels, `stretch` makes it directional."""
    h, w = max(2, int(size / grain)), max(2, int(size / (grain * stretch)))
    coarse = rng.random((h, w)).astype(np.float32)
    field = cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC)
    return np.clip(field, 0, 1)


def fractal(size: int, rng: Random, stretch: float = 1.0) -> np.ndarray:
    """Noise of several sizes added up, scaled to 0..1."""
    total = np.zeros((size, size), np.float32)
    grain, weight = size / 2, 1.0
    decay = rng.uniform(0.4, 0.95)
    while grain >= 1.5:
        total += weight * noise_field(size, grain, rng, stretch)
        grain, weight = grain / 2, weight * decay
    return (total - total.min()) / (np.ptp(total) + 1e-6)


SKIN_TONES = np.array([[245, 214, 190], [232, 188, 160], [214, 160, 128], [180, 124, 92], [134, 86, 60], [84, 54, 40]],
                      np.float32)


def palette(rng: Random) -> tuple[np.ndarray, np.ndarray]:
    """Two colours: any, or both near skin, so that colour alone does not tell."""
    if rng.random() < 0.4:
        tone = SKIN_TONES[rng.integers(0, len(SKIN_TONES))]
        return np.clip(tone + rng.normal(0, 14, 3), 0, 255), np.clip(tone * rng.uniform(0.3, 1.1) + rng.normal(0, 10, 3), 0, 255)
    return rng.uniform(0, 255, 3), rng.uniform(0, 255, 3)


def texture(size: int, rng: Random) -> np.ndarray:
    """Wood, fabric, sand, fur, clouds, marble: noise with direction and bands between two colours."""
    stretch = float(np.exp(rng.uniform(np.log(1 / 12), np.log(12)))) if rng.random() < 0.6 else 1.0
    field = fractal(size, rng, stretch)
    kind = rng.integers(0, 4)
    if kind == 0:
        field = 0.5 + 0.5 * np.sin(field * rng.uniform(8, 60))
    elif kind == 1:
        field = np.clip(field + rng.normal(0, rng.uniform(0.1, 0.5), field.shape), 0, 1)
    elif kind == 2:
        field = np.abs(2 * field - 1)
    a, b = palette(rng)
    return (a + (b - a) * field[..., None]).clip(0, 255).astype(np.uint8)


def pattern(size: int, rng: Random) -> np.ndarray:
    """Stripes, checks, weaves and dots."""
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    angle, period = rng.uniform(0, np.pi), rng.uniform(3, size / 4)
    u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    kind = rng.integers(0, 4)
    wave_u, wave_v = np.sin(2 * np.pi * u / period), np.sin(2 * np.pi * v / (period * rng.uniform(0.5, 2)))
    field = [wave_u, wave_u * wave_v, np.maximum(wave_u, wave_v), wave_u + wave_v - 0.8][kind]
    if rng.random() < 0.6:
        field = np.sign(field)
    a, b = palette(rng)
    return (a + (b - a) * (field[..., None] / 2 + 0.5)).clip(0, 255).astype(np.uint8)


def words(rng: Random, count: int) -> str:
    return " ".join("".join(rng.choice(list(string.ascii_letters + "     0123456789"), rng.integers(2, 9))) for _ in range(count))


def page(size: int, rng: Random) -> np.ndarray:
    """A page, form or screen: text lines, boxes, bars of a chart."""
    background = np.full(3, rng.uniform(200, 255)) if rng.random() < 0.7 else rng.uniform(0, 255, 3)
    out = np.empty((size, size, 3), np.uint8)
    out[:] = background
    ink = (255 - background) * rng.uniform(0.5, 1)
    for _ in range(rng.integers(0, 6)):
        corner = rng.integers(0, size, 4)
        cv2.rectangle(out, tuple(map(int, corner[:2])), tuple(map(int, corner[2:])), tuple(map(int, rng.integers(0, 255, 3))),
                      -1 if rng.random() < 0.5 else 2)
    y = int(rng.integers(4, 30))
    step = int(rng.integers(7, 26))
    while y < size:
        cv2.putText(out, words(rng, 8), (int(rng.integers(0, 20)), y), cv2.FONT_HERSHEY_SIMPLEX, step / 40, tuple(map(int, ink)), 1, cv2.LINE_AA)
        y += step
    if rng.random() < 0.3:
        for x in range(10, size - 10, max(8, size // int(rng.integers(5, 16)))):
            cv2.rectangle(out, (x, size - 8), (x + 8, size - 8 - int(rng.integers(5, size - 20))), tuple(map(int, rng.integers(0, 255, 3))), -1)
    return out


def scene(size: int, rng: Random) -> np.ndarray:
    """Shaded objects before a background: ellipses, boxes and polygons with soft light."""
    out = texture(size, rng).astype(np.float32) if rng.random() < 0.5 else gradient(size, rng).astype(np.float32)
    for _ in range(rng.integers(1, 9)):
        mask = np.zeros((size, size), np.uint8)
        centre = tuple(map(int, rng.integers(0, size, 2)))
        if rng.random() < 0.5:
            axes = tuple(map(int, rng.integers(size // 16, size // 2, 2)))
            cv2.ellipse(mask, centre, axes, float(rng.uniform(0, 180)), 0, 360, 255, -1)
        else:
            points = (np.array(centre) + rng.integers(-size // 3, size // 3, (rng.integers(3, 7), 2))).astype(np.int32)
            cv2.fillPoly(mask, [points], 255)
        a, b = palette(rng)
        shade = noise_field(size, size / 2, rng)[..., None]
        fill = a + (b - a) * shade if rng.random() < 0.6 else texture(size, rng)
        out = np.where(mask[..., None] > 0, fill, out)
    return out.clip(0, 255).astype(np.uint8)


def gradient(size: int, rng: Random) -> np.ndarray:
    """A smooth change from one colour to another, or exactly one colour."""
    a, b = palette(rng)
    if rng.random() < 0.3:
        b = a
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) / size
    angle = rng.uniform(0, 2 * np.pi)
    field = np.clip(0.5 + (x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle), 0, 1)
    return (a + (b - a) * field[..., None]).clip(0, 255).astype(np.uint8)


def grain(size: int, rng: Random) -> np.ndarray:
    """Sensor-like noise without a subject, coarse or fine, coloured or grey."""
    cell = int(2 ** rng.integers(0, 6))
    channels = 3 if rng.random() < 0.6 else 1
    small = rng.integers(0, 256, (size // cell + 1, size // cell + 1, channels), dtype=np.uint8)
    big = cv2.resize(small, (size, size), interpolation=cv2.INTER_NEAREST).reshape(size, size, channels)
    return np.repeat(big, 3, 2) if channels == 1 else big


def radiograph(size: int, rng: Random) -> np.ndarray:
    """Grey soft shapes on black, like an X-ray, an ultrasound or a scan."""
    out = np.zeros((size, size), np.float32)
    for _ in range(rng.integers(3, 10)):
        blob = np.zeros((size, size), np.float32)
        centre, axes = tuple(map(int, rng.integers(size // 8, 7 * size // 8, 2))), tuple(map(int, rng.integers(size // 20, size // 2, 2)))
        cv2.ellipse(blob, centre, axes, float(rng.uniform(0, 180)), 0, 360, float(rng.uniform(0.1, 0.6)), -1)
        out += cv2.GaussianBlur(blob, (0, 0), size * rng.uniform(0.01, 0.06))
    out = out * (0.6 + 0.4 * fractal(size, rng))
    return np.repeat((out / (out.max() + 1e-6) * 255).astype(np.uint8)[..., None], 3, 2)


MAKERS = (texture, texture, pattern, page, page, scene, scene, gradient, grain, radiograph)


def not_skin(size: int, rng: Random) -> np.ndarray:
    """One self-made picture that shows no skin."""
    return MAKERS[rng.integers(0, len(MAKERS))](size, rng)


#: Colour changes painted on skin: reddening, violet, brown, paling, yellow, blackening (added to RGB).
PAINTS = np.array([[40, -45, -40], [10, -55, -20], [-50, -55, -50], [45, 45, 50], [30, 5, -60], [-110, -100, -90], [60, -20, -25]], np.float32)


def painted_skin(skin: np.ndarray, rng: Random) -> np.ndarray:
    """Normal skin with spots, plaques, rings, lines or scales that are no condition the model knows."""
    size = skin.shape[0]
    kind = rng.integers(0, 5)
    if kind == 0:
        mask = (fractal(size, rng) > rng.uniform(0.5, 0.7)).astype(np.float32)
    else:
        mask = np.zeros((size, size), np.float32)
        for _ in range(int(rng.integers(1, 4) if kind == 3 else rng.integers(2, 45))):
            centre = tuple(map(int, rng.integers(0, size, 2)))
            if kind == 4:
                end = tuple(map(int, np.array(centre) + rng.integers(-size // 2, size // 2, 2)))
                cv2.line(mask, centre, end, 1.0, int(rng.integers(1, max(2, size // 30))), cv2.LINE_AA)
                continue
            reach = size / 3 if kind == 3 else size / 10
            axes = tuple(map(int, rng.uniform(max(2, reach / 4), reach, 2)))
            cv2.ellipse(mask, centre, axes, float(rng.uniform(0, 180)), 0, 360, 1.0,
                        int(rng.integers(2, max(3, size // 25))) if kind == 2 or (kind == 3 and rng.random() < 0.5) else -1, cv2.LINE_AA)
    soft = cv2.GaussianBlur(mask, (0, 0), rng.uniform(0.6, size / 40))[..., None]
    rough = 0.6 + 0.8 * fractal(size, rng)[..., None] if rng.random() < 0.6 else 1.0
    paint = PAINTS[rng.integers(0, len(PAINTS))] * rng.uniform(0.5, 1.3)
    out = skin.astype(np.float32) + soft * rough * paint
    if rng.random() < 0.3:
        scale = (fractal(size, rng) > 0.6)[..., None] * soft
        out = out * (1 - 0.6 * scale) + rng.uniform(200, 245) * 0.6 * scale
    return out.clip(0, 255).astype(np.uint8)
