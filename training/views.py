# SPDX-License-Identifier: Apache-2.0
"""What a model is shown: whole pictures, cut-out lesions put back on skin, patches of normal skin, and `other`.

`other` is made, not collected: no cleared pictures of further conditions exist. It is what a skin photograph
looks like when none of the labels applies: patterns painted on normal skin, the parts of real pictures in the
wrong order, lesions in impossible colours; a minority shows no skin. Half-and-half pictures are not used: they
would contradict the mixed labels that training uses against overconfidence.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from training import procedural
from training.augment import Strength, hue_matrix, squash, trim_plain_border
from training.picture_cache import PictureCache
from training.sources import Picture

Random = np.random.Generator


@dataclass(frozen=True)
class View:
    """One drawable training or validation example: how to make it, from which picture, and what it then shows."""

    kind: str
    picture: Picture | None
    label: str


def is_skin_coloured(patch: np.ndarray) -> bool:
    """Plausible skin: neither black padding nor white sheet, red above blue, not too colourful a spread."""
    red, green, blue = patch.reshape(-1, 3).mean(0)
    return bool(45 < red < 245 and red > green * 1.1 and green > blue * 0.9 and patch.std((0, 1)).max() < 34)


def busy(picture: Picture, shape: tuple[int, int]) -> np.ndarray | None:
    """True where the picture's mask or lesion boxes say something other than normal skin may be; None if unknown."""
    if picture.mask:
        mask = cv2.imread(picture.mask, cv2.IMREAD_GRAYSCALE)
        mask = (cv2.resize(mask, shape[::-1], interpolation=cv2.INTER_AREA) > 0).astype(np.uint8)
        reach = max(3, shape[0] // 24)
        return cv2.dilate(mask, np.ones((reach, reach), np.uint8)) > 0
    return None


class Maker:
    """Draws views. Holds the cache and the pool of normal-skin pictures that backgrounds are taken from."""

    def __init__(self, cache: PictureCache, skin: list[Picture], not_skin: list[Picture]):
        self.cache, self.skin, self.not_skin = cache, skin, not_skin
        self._busy: dict[str, np.ndarray | None] = {}

    def draw(self, view: View, size_px: int, rng: Random) -> np.ndarray:
        """RGB bytes of any size; `size_px` is about how large it will be used."""
        return getattr(self, f"_{view.kind}")(view.picture, size_px, rng)

    def _whole(self, picture: Picture, _size: int, rng: Random) -> np.ndarray:
        pixels = self.cache.get(picture.path)
        trim = picture.folder == "foot_ulcer_seg" and rng.random() < 0.6
        return trim_plain_border(pixels) if trim else pixels

    def _plain(self, picture: Picture, _size: int, _rng: Random) -> np.ndarray:
        return self.cache.get(picture.path)

    def _patch(self, picture: Picture, size: int, rng: Random) -> np.ndarray:
        """A window of the picture away from its lesion; a painted tone when there is none."""
        pixels = self.cache.get(picture.path)
        if picture.path not in self._busy:
            self._busy[picture.path] = busy(picture, pixels.shape[:2])
        taken = self._busy[picture.path]
        height, width = pixels.shape[:2]
        for _ in range(12):
            side = int(min(height, width) * rng.uniform(0.28, 0.55))
            top, left = rng.integers(0, height - side + 1), rng.integers(0, width - side + 1)
            window = pixels[top:top + side, left:left + side]
            free = taken is None or not taken[top:top + side, left:left + side].any()
            if free and is_skin_coloured(window):
                return window
        other = self.skin[rng.integers(0, len(self.skin))]
        return self._patch(other, size, rng)

    def _skin(self, size: int, rng: Random) -> np.ndarray:
        return squash(self._patch(self.skin[rng.integers(0, len(self.skin))], size, rng), size)

    def _masked(self, picture: Picture, size: int, rng: Random) -> np.ndarray:
        """A cut-out lesion, cropped with a margin, on normal skin of a fitting colour."""
        pixels = self.cache.get(picture.path)
        if rng.random() < 0.15:
            return pixels
        shape = (pixels.max(2) > 8).astype(np.uint8)
        ys, xs = np.nonzero(cv2.erode(shape, np.ones((3, 3), np.uint8)))
        if len(ys) < 30:
            return pixels
        extent = max(np.ptp(ys), np.ptp(xs)) * rng.uniform(1.2, 2.6) + 8
        scale = size / extent
        centre = np.array([(xs.min() + xs.max()) / 2, (ys.min() + ys.max()) / 2]) + rng.uniform(-0.08, 0.08, 2) * extent
        matrix = np.array([[scale, 0, size / 2 - scale * centre[0]], [0, scale, size / 2 - scale * centre[1]]])
        flags = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        lesion = cv2.warpAffine(pixels, matrix, (size, size), flags=flags).astype(np.float32)
        alpha = cv2.warpAffine(cv2.erode(shape, np.ones((3, 3), np.uint8)) * 255, matrix, (size, size)).astype(np.float32)
        alpha = cv2.GaussianBlur(alpha, (0, 0), size * rng.uniform(0.008, 0.03))[..., None] / 255
        skin = self._skin(size, rng).astype(np.float32)
        rim = lesion[(alpha[..., 0] > 0.3) & (alpha[..., 0] < 0.9)]
        if len(rim) > 20:
            target = rim.mean(0) * rng.uniform(0.95, 1.35) + rng.normal(0, 6, 3)
            skin += (target - skin.mean((0, 1))) * rng.uniform(0.4, 1.0)
        return (lesion * alpha + skin * (1 - alpha)).clip(0, 255).astype(np.uint8)

    def _painted(self, _picture: Picture | None, size: int, rng: Random) -> np.ndarray:
        return procedural.painted_skin(self._skin(size, rng), rng)

    def _context(self, _picture: Picture | None, size: int, rng: Random) -> np.ndarray:
        """Skin as a limb or a face-like shape before surroundings of our own making: skin need not fill the frame."""
        out = procedural.not_skin(size, rng) if rng.random() < 0.7 else np.full((size, size, 3), rng.integers(0, 256), np.uint8)
        mask = np.zeros((size, size), np.uint8)
        for _ in range(int(rng.integers(1, 3))):
            centre = tuple(map(int, rng.uniform(0.25, 0.75, 2) * size))
            axes = tuple(map(int, rng.uniform(0.18, 0.55, 2) * size))
            cv2.ellipse(mask, centre, axes, float(rng.uniform(0, 180)), 0, 360, 255, -1)
        picture = self.skin[rng.integers(0, len(self.skin))]
        skin = squash(self.cache.get(picture.path), size) if rng.random() < 0.5 else self._skin(size, rng)
        shade = 0.55 + 0.6 * procedural.noise_field(size, size / 2, rng)[..., None]
        alpha = cv2.GaussianBlur(mask, (0, 0), rng.uniform(0.5, size / 60)).astype(np.float32)[..., None] / 255
        return (skin * shade * alpha + out * (1 - alpha)).clip(0, 255).astype(np.uint8)

    def _jigsaw(self, picture: Picture, size: int, rng: Random) -> np.ndarray:
        """The picture cut into 9 to 36 squares in random order and turns."""
        cells = int(rng.integers(3, 7))
        side = -(-size // cells)
        square = squash(self.cache.get(picture.path), side * cells)
        tiles = [square[y:y + side, x:x + side] for y in range(0, side * cells, side) for x in range(0, side * cells, side)]
        tiles = [np.rot90(tiles[i], rng.integers(0, 4)) for i in rng.permutation(len(tiles))]
        return np.vstack([np.hstack(tiles[r * cells:(r + 1) * cells]) for r in range(cells)])

    def _unnatural(self, picture: Picture, size: int, rng: Random) -> np.ndarray:
        """The picture in colours skin does not take, or as a negative."""
        square = squash(self.cache.get(picture.path), size)
        if rng.random() < 0.25:
            return 255 - square
        return cv2.transform(square, hue_matrix(rng.uniform(70, 290)))

    def _made(self, _picture: Picture | None, size: int, rng: Random) -> np.ndarray:
        return procedural.not_skin(size, rng)

    def _object(self, _picture: Picture | None, size: int, rng: Random) -> np.ndarray:
        if not self.not_skin:
            return self._made(None, size, rng)
        return self.cache.get(self.not_skin[rng.integers(0, len(self.not_skin))].path)

    def _skinlike(self, picture: Picture, size: int, rng: Random) -> np.ndarray:
        """An object tinted in skin tones, so that colour alone does not make skin."""
        grey = squash(self.cache.get(picture.path), size).mean(2, keepdims=True) / 255
        tone = procedural.SKIN_TONES[rng.integers(0, len(procedural.SKIN_TONES))]
        return (tone * (0.35 + 0.75 * grey) + rng.normal(0, 5, 3)).clip(0, 255).astype(np.uint8)


#: How often each way is used to make an `other`.
OTHER_KINDS = {"painted": 0.45, "jigsaw": 0.2, "unnatural": 0.1, "object": 0.17, "made": 0.08}


def strength_for(view: View, base: Strength) -> Strength:
    """Faces and limbs stay roughly upright and are cropped less; lesions and patches may turn freely."""
    upright = view.picture is not None and view.picture.folder in ("acne04", "foot_ulcer_seg", "not_skin_imagenet1000")
    least = 0.5 if view.kind == "masked" else base.least_area
    return Strength(least, base.colour, not upright, base.degrade, base.border)

