# SPDX-License-Identifier: Apache-2.0
"""Run something over pictures a batch at a time, without holding them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

import numpy as np


def in_batches(pictures: Iterable[np.ndarray], batch: int, run: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """The rows that `run` gives for each stack of up to `batch` pictures, in order."""
    left = iter(pictures)
    rows = []
    while waiting := list(islice(left, batch)):
        rows.append(run(np.stack(waiting)))
    return np.concatenate(rows)
