# SPDX-License-Identifier: Apache-2.0
"""Figures of a classifier from its logits, and their 95 % bootstrap intervals."""

from __future__ import annotations

from typing import Callable

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import rankdata


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """Probabilities of the rows of logits."""
    scaled = logits / temperature
    scaled = scaled - scaled.max(1, keepdims=True)
    exponentials = np.exp(scaled)
    return exponentials / exponentials.sum(1, keepdims=True)


def accuracy(probabilities: np.ndarray, truth: np.ndarray) -> float:
    return float((probabilities.argmax(1) == truth).mean())


def balanced_accuracy(probabilities: np.ndarray, truth: np.ndarray) -> float:
    """Mean over the classes present of the share recognised."""
    predicted = probabilities.argmax(1)
    return float(np.mean([(predicted[truth == k] == k).mean() for k in np.unique(truth)]))


def top_k(probabilities: np.ndarray, truth: np.ndarray, k: int = 3) -> float:
    """Share of pictures whose true class is among the k likeliest."""
    best = np.argsort(-probabilities, 1)[:, :k]
    return float((best == truth[:, None]).any(1).mean())


def auc(scores: np.ndarray, positive: np.ndarray) -> float:
    """Area under the ROC curve, ties counted half; NaN when one side is empty."""
    positive = positive.astype(bool)
    count, rest = positive.sum(), (~positive).sum()
    if count == 0 or rest == 0:
        return float("nan")
    ranks = rankdata(scores)
    return float((ranks[positive].sum() - count * (count + 1) / 2) / (count * rest))


def calibration_error(probabilities: np.ndarray, truth: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error of the first answer, equal-width bins."""
    confidence, right = probabilities.max(1), probabilities.argmax(1) == truth
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[which == b].mean() - right[which == b].mean()) * (which == b).sum() for b in np.unique(which)]
    return float(np.sum(gaps) / len(truth))


def fit_temperature(logits: np.ndarray, truth: np.ndarray) -> float:
    """The temperature of least negative log likelihood, between 0.25 and 8."""
    def loss(log_temperature: float) -> float:
        probabilities = softmax(logits, float(np.exp(log_temperature)))
        return float(-np.log(np.clip(probabilities[np.arange(len(truth)), truth], 1e-12, 1)).mean())
    return float(np.exp(minimize_scalar(loss, bounds=(np.log(0.25), np.log(8)), method="bounded").x))


def operating_point(probabilities: np.ndarray, truth: np.ndarray, label: int) -> dict:
    """Sensitivity and specificity of "the likeliest class is this one", with the number of positives."""
    predicted, positive = probabilities.argmax(1) == label, truth == label
    share = lambda mask, of: round(float(mask[of].mean()), 4) if of.any() else None  # noqa: E731
    return {"sensitivity": share(predicted, positive), "specificity": share(~predicted, ~positive),
            "threshold": None, "n": int(positive.sum())}


def bootstrap(
    figure: Callable[[np.ndarray], float], subjects: np.ndarray, rounds: int = 1000, seed: int = 7,
) -> tuple[float, float, float]:
    """The figure on all rows and its 95 % interval, redrawing subjects (not pictures) with replacement."""
    generator = np.random.default_rng(seed)
    names, inverse = np.unique(subjects, return_inverse=True)
    rows = np.split(np.argsort(inverse, kind="stable"), np.cumsum(np.bincount(inverse))[:-1])
    values = []
    for _ in range(rounds):
        drawn = generator.integers(0, len(names), len(names))
        values.append(figure(np.concatenate([rows[i] for i in drawn])))
    finite = [v for v in values if np.isfinite(v)]
    low, high = np.percentile(finite, [2.5, 97.5]) if finite else (float("nan"), float("nan"))
    return figure(np.arange(len(subjects))), float(low), float(high)
