# SPDX-License-Identifier: Apache-2.0
"""Nets of maps, offline: parts, targets, export, resuming. Run: python -m pytest training"""

import argparse
import csv
import json

import cv2
import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from training import masks, measured_figures, model_folder, spots
from training.export_maps import save
from training.map_loop import MapRecipe, rate_share, train
from training.pyramid import Flipped, Segmenter, load_averaged, new_name
from training.train_segmentation import Batches, segmentation_loss


def tiny_trunk(tmp_path) -> str:
    """Five strided convolutions: something at every stride the pyramid taps."""
    generator, nodes, weights, last = np.random.default_rng(1), [], [], "x"
    for i in range(5):
        channels = (3 if i == 0 else 8, 8)
        weights += [numpy_helper.from_array(generator.normal(0, 0.3, (8, channels[0], 3, 3)).astype(np.float32), f"w{i}"),
                    numpy_helper.from_array(np.zeros(8, np.float32), f"b{i}")]
        nodes += [helper.make_node("Conv", [last, f"w{i}", f"b{i}"], [f"c{i}"], kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1], group=1),
                  helper.make_node("Relu", [f"c{i}"], [f"r{i}"])]
        last = f"r{i}"
    nodes.append(helper.make_node("GlobalAveragePool", [last], ["pooled"]))
    info = lambda n: helper.make_tensor_value_info(n, TensorProto.FLOAT, None)  # noqa: E731
    graph = helper.make_graph(nodes, "tiny", [info("x")], [info("pooled")], weights)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]), tmp_path / "tiny.onnx")
    return str(tmp_path / "tiny.onnx")


def masked_folder(tmp_path, count=6):
    """Pictures with a bright square, and masks of it."""
    folder = tmp_path / "set"
    folder.mkdir()
    rows = []
    for i in range(count):
        image, mask = np.full((40, 60, 3), 90, np.uint8), np.zeros((40, 60), np.uint8)
        image[10:30, 10:30], mask[10:30, 10:30] = 220, 255
        cv2.imwrite(str(folder / f"{i}.png"), image)
        cv2.imwrite(str(folder / f"{i}_mask.png"), mask)
        rows.append({"file": f"{i}.png", "mask": f"{i}_mask.png", "split": "train", "patient_id": f"P{i // 2}"})
    with open(folder / "labels.csv", "w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder


def options(folder):
    return argparse.Namespace(lesion=[], wound=[folder], no_wound=[])


def test_a_patient_is_in_one_part_and_a_fixed_share_is_held():
    parts = [masks.part_of({"split": "train", "patient_id": f"P{i // 2}", "file": str(i)}) for i in range(4000)]
    assert parts[::2] == parts[1::2]
    assert 0.05 < parts.count("held") / len(parts) < 0.11
    assert masks.part_of({"split": "val", "patient_id": "P1", "file": "1"}) == "val"


def test_masks_follow_their_pictures(tmp_path):
    picture = masks.read_masked(options(masked_folder(tmp_path))).pictures[0]
    image, mask = masks.load(picture)
    assert picture.channel == 1 and image.shape == (40, 60, 3) and set(np.unique(mask)) == {0, 255}
    for seed in range(10):
        x, y = masks.augment(image, mask, 64, np.random.default_rng(seed))
        assert x.shape == (64, 64, 3) and y.shape == (64, 64)
        if 100 < (y > 127).sum() < 3900:
            assert x[y > 200].mean() > x[y < 50].mean()


def test_the_loss_leaves_the_other_channel_alone():
    logits = torch.zeros(1, 2, 4, 4, requires_grad=True)
    segmentation_loss(logits, torch.tensor([1]), torch.ones(1, 16, 16)).backward()
    assert logits.grad[0, 0].abs().sum() == 0 and logits.grad[0, 1].abs().sum() > 0


def test_a_lesion_is_a_bump_of_sum_one_where_it_lies():
    made = spots.targets(np.array([[42.0, 10.0], [80.0, 60.0]]), np.array([[16.0, 12.0], [8.0, 8.0]]), 40)
    assert made.is_lesion.sum() == 2 and made.heat[2, 10] == 1 and made.heat[15, 20] == 1
    assert made.density.sum() == pytest.approx(2, abs=1e-4)
    assert made.size[:, 2, 10] == pytest.approx(np.log([4, 3]))


def test_training_goes_on_where_it_stopped_and_exports(tmp_path):
    trunk, folder = tiny_trunk(tmp_path), masked_folder(tmp_path)
    batches = Batches(masks.read_masked(options(folder)).pictures)
    seen = []

    def report(model, is_last):
        seen.append(is_last)
        return {"figure": 1}

    for epochs in (1, 2):
        torch.manual_seed(0)
        train(Segmenter(trunk, 2), MapRecipe(epochs, 2), tmp_path / "run", batches.loss_of, report)
    lines = [json.loads(line) for line in (tmp_path / "run/log.jsonl").read_text().splitlines()]
    assert [line["epoch"] for line in lines] == [1, 2] and seen == [True, True]
    model = Segmenter(trunk, 2)
    assert load_averaged(model, tmp_path / "run/checkpoint.pt") == 2
    assert save(model, tmp_path / "out/model.onnx", 64, ["logits"]) < 1e-3


def test_flips_are_turned_back_before_they_are_averaged(tmp_path):
    single = Segmenter(tiny_trunk(tmp_path), 2).eval()
    picture = torch.rand(1, 3, 64, 64)
    with torch.no_grad():
        by_hand = [single(picture), single(picture.flip(3)).flip(3), single(picture.flip(2)).flip(2)]
        assert torch.allclose(Flipped(single)(picture), torch.stack(by_hand).mean(0), atol=1e-5)
    assert save(Flipped(single), tmp_path / "out/model.onnx", 64, ["logits"]) < 1e-3


def test_names_of_older_checkpoints_are_understood():
    assert new_name("b.layers.0.conv.weight") == "pyramid.backbone.layers.0.conv.weight"
    assert new_name("lat.4.bias") == "pyramid.lateral.4.bias" and new_name("head.weight") == "head.weight"


def test_the_rate_warms_up_and_fades():
    assert rate_share(0, 1000) < 0.02 and rate_share(100, 1000) > 0.9 and rate_share(1000, 1000) < 0.01


def test_a_card_shows_what_was_measured_and_says_when_nothing_was(tmp_path):
    figures = {"dice": {"n": 5, "value": 0.81234, "low": 0.7, "high": 0.9}, "bias": {"n": 5, "value": None, "low": None, "high": None}}
    path = tmp_path / "figures.json"
    path.write_text(json.dumps({"task": "segmentation", "subject": {"of": "wound", "split": "val"}, "figures": figures}))
    table = measured_figures.figures_table([path])
    assert "| segmentation of wound | val | dice | 5 | 0.812 (0.700-0.900) |" in table and "| bias | 5 | - |" in table
    assert measured_figures.figures_table([]) == "Not measured yet."


def test_plain_labels_stand_for_no_condition():
    assert model_folder.plain_entries({"wound": "Open wound"}, "masks") == [
        {"label": "wound", "text": "Open wound", "modality": None, "conditions": [], "source": "masks"}]
