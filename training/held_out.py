# SPDX-License-Identifier: Apache-2.0
"""Write label files of the held-out pictures, so that `openderm eval` can measure on them.

    python -m training.held_out --data DIR [--data DIR ...] --out FOLDER

For each folder FOLDER/NAME.csv (what the classifiers never saw) and FOLDER/NAME-maps.csv (what the nets that outline and find
never saw: they keep other subjects away), every row with split `test`. Pictures stay where they are: `--images DIR`.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from training.masks import is_held
from training.sources import read_folders


def rows_of(folder: Path) -> list[dict[str, str]]:
    with open(folder / "labels.csv", newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def held_for_maps(row: dict[str, str]) -> bool:
    """As training.masks and training.spots keep subjects away: patient, else photograph."""
    subject = row.get("patient_id") or row.get("base_image") or row["file"]
    return row["split"] == "test" or (row["split"] == "train" and is_held(subject))


def write(path: Path, rows: list[dict[str, str]]) -> None:
    if not rows:
        return
    with open(path, "w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, "split": "test"} for row in rows)
    print(f"{path}: {len(rows)} pictures")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", action="append", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    held = {p.path for p in read_folders(options.data) if p.split == "test"}
    for folder in options.data:
        rows = rows_of(folder)
        write(options.out / f"{folder.name}.csv", [row for row in rows if str(folder / row["file"]) in held])
        write(options.out / f"{folder.name}-maps.csv", [row for row in rows if held_for_maps(row)])


if __name__ == "__main__":
    main()
