#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Expected outputs for the picture arithmetic, written from the definitions in plain Python floats.

Independent of the code under test on purpose: no shared tables, no tricks.   usage: generate.py > expected.json
"""
import json
import math


def triangle(position: float) -> float:
    return max(0.0, 1.0 - abs(position))


def resize_line(line, size):
    """Antialiased bilinear: a triangle as wide as the shrink around each output centre, over what lies inside."""
    scale = len(line) / size
    reach = max(1.0, scale)
    result = []
    for to in range(size):
        centre = (to + 0.5) * scale
        weights = [triangle((at + 0.5 - centre) / reach) for at in range(len(line))]
        result.append(sum(w * v for w, v in zip(weights, line)) / sum(weights))
    return result


def resize(picture, width, height):
    """picture[y][x][channel] -> the same at another size."""
    columns = [[[p[c] for p in row] for row in picture] for c in range(3)]
    planes = []
    for plane in columns:
        wide = [resize_line(row, width) for row in plane]
        tall = [resize_line([row[x] for row in wide], height) for x in range(width)]
        planes.append([[tall[x][y] for x in range(width)] for y in range(height)])
    return [[planes[c][y][x] for y in range(height) for x in range(width)] for c in range(3)]


def picture(width, height):
    return [
        [[(x * 37 + y * 11) % 256, (x * x + y * 29) % 256, (x * y * 3 + 80) % 256] for x in range(width)]
        for y in range(height)
    ]


def softmax(logits, temperature):
    powers = [math.exp(value / temperature) for value in logits]
    return [power / sum(powers) for power in powers]


def bspline(t):
    t = abs(t)
    if t < 1:
        return 2 / 3 - t * t + t * t * t / 2
    return (2 - t) ** 3 / 6 if t < 2 else 0.0


def surface_line(line, size):
    """Uniform cubic B-spline with its end values repeated."""
    result = []
    for to in range(size):
        position = (to + 0.5) / size * len(line) - 0.5
        cells = range(math.floor(position) - 1, math.floor(position) + 3)
        result.append(sum(bspline(position - c) * line[min(len(line) - 1, max(0, c))] for c in cells))
    return result


def surface(grid, width, height):
    wide = [surface_line(row, width) for row in grid]
    tall = [surface_line([row[x] for row in wide], height) for x in range(width)]
    return [tall[x][y] for y in range(height) for x in range(width)]


def rounded(values, digits):
    return [round(value, digits) for value in values]


resizes = []
for (width, height), (to_width, to_height) in [
    ((9, 7), (4, 5)),
    ((16, 11), (16, 4)),
    ((5, 6), (8, 9)),
    ((23, 3), (2, 3)),
    ((7, 7), (1, 1)),
]:
    red, green, blue = resize(picture(width, height), to_width, to_height)
    values = [value for pixel in zip(red, green, blue) for value in pixel]
    resizes.append({"from": [width, height], "to": [to_width, to_height], "values": rounded(values, 4)})

grid = [[0, 1, -2, 3], [4, 0.5, 2, -1], [1, 1, 7, 0]]
print(
    json.dumps(
        {
            "resize": resizes,
            "softmax": [
                {"logits": logits, "temperature": t, "values": rounded(softmax(logits, t), 7)}
                for logits, t in [([1, 2, 3], 1), ([0.5, -4, 2.25, 2.25], 1.7), ([-3, 8], 0.6)]
            ],
            "surface": {"grid": grid, "to": [11, 8], "values": rounded(surface(grid, 11, 8), 5)},
        },
        indent=1,
    )
)
