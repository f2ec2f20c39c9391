# SPDX-License-Identifier: Apache-2.0
"""Write the model folder of a trained net for lesions and wounds.

    python -m training.export_segmentation --checkpoint FILE --weights mobilenet_v2_1.0_224.onnx \\
        --lesion DIR --wound DIR --no-wound DIR --metrics FILE --out models/segmentation-default

--metrics: JSON that `openderm eval --task segmentation --out` wrote; may be given several times.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from training.export_maps import save
from training.masks import CHANNELS, add_data_options, read_masked
from training.measured_figures import figures_table
from training.model_folder import plain_entries, shared_manifest, write_folder
from training.pyramid import Flipped, Segmenter, load_averaged

SIZE_PX = 256
TEXTS = {"lesion": "Lesion: a mole or tumour of the skin", "wound": "Open wound or ulcer"}
LICENCE = {"id": "LicenseRef-OpenDerm-NonCommercial", "commercialUse": False,
           "note": "Wounds learned from FUSeg, Medetec and AZH (research use, no explicit licence), lesions from PAD-UFES-20 (CC BY 4.0); see card.md."}


def card(facts: dict, figures: str) -> str:
    sources = "\n".join(f"| {d['name']} | {d['source']} | {d['licence']} | {d['n']} |" for d in facts["training_data"])
    return f"""# {facts['name']}

Learned. Outlines single lesions (moles, tumours: channel `lesion`) and open wounds (channel `wound`). It says where something is,
not what it is; it is not a diagnosis.

- Architecture: MobileNetV2 1.0 (Apache-2.0, ImageNet weights) fine-tuned as a whole; feature pyramid of 64 channels, logits at a
  quarter of the input's side. Input {facts['size_px']} x {facts['size_px']} RGB, squashed. {facts['epochs']} epochs, averaged weights.
  The graph answers for the picture, its mirror image and the picture upside down, and gives the mean.
- Licence: {facts['licence']['id']}. {facts['licence']['note']}
- Made with: `python -m training.train_segmentation`, `python -m training.export_segmentation`

## Data

| set | source | licence | training pictures |
|---|---|---|---|
{sources}

A channel learns only from pictures labelled for it. A fixed 8 % of the subjects of `train` (patients; pictures where no patient is
known) was neither trained nor tuned on. Pictures were turned, stretched, recoloured, blurred and set before borders of any colour.

## Measured

{figures}

Dice and Jaccard per picture, then their mean. `val` was looked at while training was watched, so it is slightly optimistic.

## Known failures and limits

- Plaques, rashes and eczema were not in the data: the channel `lesion` is not used for them. Inflammation is measured by colour.
- Wounds are feet and lower legs with ulcers, photographed from near by; burns, cuts and surgical wounds are hardly represented.
- A mole or tumour is often taken for a wound as well: neither channel was shown what the other is for.
- Several small wounds, thin ones, and dry or healing edges are outlined too narrowly or missed.
- One lesion per picture was outlined: of several only the most prominent may be.
- Foot ulcers have no patient number: pictures of one person may lie in both parts, which makes figures of wounds optimistic.
- Almost no skin of Fitzpatrick types V and VI in the data: no claim is made for dark skin.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data_options(parser)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--weights", required=True, help="ONNX file of the trunk, for its structure")
    parser.add_argument("--metrics", type=Path, action="append", default=[])
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--version", default="1.0.0", help="of the folder; other weights want another one")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    model = Segmenter(options.weights, len(CHANNELS))
    epochs = load_averaged(model, options.checkpoint)
    worst = save(Flipped(model), options.out / "model.onnx", SIZE_PX, ["logits"])
    facts = {"name": options.out.name, "version": options.version, "task": "lesion-segmentation", "licence": LICENCE, "size_px": SIZE_PX, "epochs": epochs,
             "training_data": read_masked(options).training_data(), "trained_on": date.today().isoformat()}
    manifest = {**shared_manifest(facts), "outputs": {"logits": "logits"}, "thresholds": dict.fromkeys(CHANNELS, options.threshold)}
    entries = plain_entries(TEXTS, "masks of the training sets")
    write_folder(options.out, manifest, entries, card(facts, figures_table(options.metrics)))
    print(f"wrote {options.out} after {epochs} epochs; ONNX Runtime differs by {worst:.1e}")


if __name__ == "__main__":
    main()
