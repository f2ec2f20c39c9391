# SPDX-License-Identifier: Apache-2.0
"""Figures for a card, from what `openderm eval --task ... --out FILE` measured on the path that a request takes."""

from __future__ import annotations

import json
from pathlib import Path


def words(estimate: dict) -> str:
    """0.812 (0.790-0.833), or a dash."""
    if estimate["value"] is None:
        return "-"
    if estimate["low"] is None:
        return f"{estimate['value']:.3f}"
    return f"{estimate['value']:.3f} ({estimate['low']:.3f}-{estimate['high']:.3f})"


def figure_rows(path: Path) -> list[str]:
    """One row of a table per figure."""
    found = json.loads(path.read_text())
    subject = found["subject"]
    part = subject.get("split") or "all rows"
    return [f"| {found['task']} of {subject['of']} | {part} | {name} | {estimate['n']} | {words(estimate)} |"
            for name, estimate in found["figures"].items()]


def figures_table(paths: list[Path]) -> str:
    """All figures of all files; says so where nothing was measured."""
    rows = [row for path in paths for row in figure_rows(path)]
    if not rows:
        return "Not measured yet."
    return "\n".join(["| task | part | figure | pictures | value (95 % interval) |", "|---|---|---|---|---|", *rows])
