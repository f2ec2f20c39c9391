# SPDX-License-Identifier: Apache-2.0
"""The pure parts, offline: splits, label maps, figures, export. Run: python -m pytest training"""

import csv
import json

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from training import augment, export, metrics, model_folder, procedural, sources
from training.backbone import Backbone, Classifier, fold_batch_norm, with_batch_norm
from training.loop import parse_sizes, rate_at, sampling_weights
from training.views import View


def folder(tmp_path, name, rows):
    """A data folder whose labels.csv has these rows."""
    path = tmp_path / name
    path.mkdir()
    with open(path / "labels.csv", "w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, sorted({k for r in rows for k in r}))
        writer.writeheader()
        writer.writerows(rows)
    return path


def rows(count, **more):
    return [{"file": f"a/{i}.jpg", "label": "clinical:wart", "split": "train", "patient_id": f"P{i // 3}", **more} for i in range(count)]


def test_no_subject_crosses_parts(tmp_path):
    pictures = sources.read_folder(folder(tmp_path, "own", rows(900)))
    parts = {}
    for picture in pictures:
        parts.setdefault(picture.subject, set()).add(picture.split)
    assert all(len(splits) == 1 for splits in parts.values())
    held_out = sum(p.split == "test" for p in pictures) / len(pictures)
    assert 0.04 < held_out < 0.13


def test_a_patient_is_in_the_same_part_of_both_sets_of_the_same_patients(tmp_path):
    parts = [{p.subject: p.split for p in sources.read_folder(folder(tmp_path, name, rows(300)))}
             for name in ("pad_ufes_20_subset", "pad_ufes_20_masked")]
    assert parts[0] == parts[1] and "test" in parts[0].values()


def test_validation_is_never_held_out(tmp_path):
    assert {p.split for p in sources.read_folder(folder(tmp_path, "own", rows(60, split="val")))} == {"val"}


def test_repeated_isic_numbers_of_a_later_folder_are_dropped(tmp_path):
    first = folder(tmp_path, "archive", [{"file": "ISIC_0024306.jpg", "label": "dermoscopic:nevus", "split": "train"}])
    second = folder(tmp_path, "mix", [{"file": "isic_0024306_aa.jpg", "label": "dermoscopic:nevus", "split": "train"},
                                      {"file": "isic_0099999_bb.jpg", "label": "dermoscopic:nevus", "split": "train"}])
    kept = sources.read_folders([second, first])
    assert [(p.folder, sources.isic_id(p.path)) for p in kept] == [("archive", "0024306"), ("mix", "0099999")]


def test_unknown_label_names_itself_and_the_remedy():
    with pytest.raises(ValueError, match="label-map.json"):
        sources.model_label("psoriasis", {})
    assert sources.model_label("clinical:psoriasis", {}) == "clinical:psoriasis"
    assert sources.model_label("nv", {"nv": "dermoscopic:nevus"}) == "dermoscopic:nevus"


def test_every_mapped_label_is_described_and_shares_sum_to_one():
    mapped = json.loads(sources.LABEL_MAP.read_text())["folders"]
    info = {e["label"]: e for e in json.loads(model_folder.LABEL_INFO.read_text())}
    assert {label for m in mapped.values() for label in m.values() if label} <= set(info)
    for entry in info.values():
        assert not entry["conditions"] or abs(sum(c["share"] for c in entry["conditions"]) - 1) < 1e-9
    assert info["other"]["conditions"] == []
    assert info["normalSkin"]["conditions"] == [{"condition": "nonSpecificFinding", "share": 1}]


def test_auc_counts_ties_half():
    assert metrics.auc(np.array([0.1, 0.4, 0.35, 0.8]), np.array([0, 0, 1, 1])) == 0.75
    assert metrics.auc(np.array([0.5, 0.5]), np.array([0, 1])) == 0.5
    assert np.isnan(metrics.auc(np.array([0.5]), np.array([1])))


def test_balanced_accuracy_weighs_classes_not_pictures():
    probabilities = np.eye(2)[[0, 0, 0, 0]]
    assert metrics.balanced_accuracy(probabilities, np.array([0, 0, 0, 1])) == 0.5


def test_top_k_and_operating_point():
    probabilities = np.array([[0.5, 0.3, 0.2], [0.2, 0.3, 0.5]])
    assert metrics.top_k(probabilities, np.array([1, 0]), 2) == 0.5
    point = metrics.operating_point(probabilities, np.array([0, 0]), 0)
    assert point == {"sensitivity": 0.5, "specificity": None, "threshold": None, "n": 2}


def test_temperature_recovers_the_scale_of_the_logits():
    generator = np.random.default_rng(0)
    logits = generator.normal(0, 1.5, (4000, 4))
    truth = np.array([generator.choice(4, p=p) for p in metrics.softmax(logits)])
    assert metrics.fit_temperature(logits * 3, truth) == pytest.approx(3, rel=0.1)
    assert metrics.calibration_error(metrics.softmax(logits), truth) < 0.04


def test_bootstrap_interval_holds_the_figure_and_keeps_subjects_whole():
    values = np.repeat([0.0, 1.0], 50)
    figure, low, high = metrics.bootstrap(lambda r: float(values[r].mean()), np.repeat(["a", "b"], 50), 200)
    assert (figure, low, high) == (0.5, 0.0, 1.0)


def tiny_backbone(tmp_path):
    """A three-layer trunk with a depthwise strided layer, like the real ones."""
    generator = np.random.default_rng(1)
    make = lambda n, *s: numpy_helper.from_array(generator.normal(0, 0.3, s).astype(np.float32), n)  # noqa: E731
    nodes = [
        helper.make_node("Conv", ["x", "w0", "b0"], ["a"], kernel_shape=[3, 3], strides=[2, 2], pads=[0, 0, 1, 1], group=1),
        helper.make_node("Relu", ["a"], ["b"]),
        helper.make_node("Conv", ["b", "w1", "b1"], ["c"], kernel_shape=[3, 3], strides=[1, 1], pads=[1, 1, 1, 1], group=8),
        helper.make_node("Add", ["c", "b"], ["d"]),
        helper.make_node("Relu", ["d"], ["e"]),
        helper.make_node("GlobalAveragePool", ["e"], ["f"]),
    ]
    graph = helper.make_graph(
        nodes, "tiny", [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 32, 32])],
        [helper.make_tensor_value_info("e", TensorProto.FLOAT, None), helper.make_tensor_value_info("f", TensorProto.FLOAT, None)],
        [make("w0", 8, 3, 3, 3), make("b0", 8), make("w1", 8, 1, 3, 3), make("b1", 8)])
    path = tmp_path / "tiny.onnx"
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.save(model, path)
    return path


def images(count=2):
    return torch.rand(count, 3, 32, 32, generator=torch.Generator().manual_seed(0)) * 2 - 1


def test_imported_backbone_equals_onnx_runtime(tmp_path):
    path = tiny_backbone(tmp_path)
    expected = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(["e"], {"x": images().numpy()})[0]
    assert np.allclose(Backbone(str(path)).eval()(images()).detach().numpy(), expected, atol=1e-5)


def test_batch_norm_starts_as_the_identity_and_folds_away(tmp_path):
    backbone = Backbone(str(tiny_backbone(tmp_path))).eval()
    before = backbone(images(8)).detach()
    with_batch_norm(backbone, [images(8)])
    assert torch.allclose(backbone.eval()(images(8)), before, atol=1e-4)
    assert torch.allclose(fold_batch_norm(backbone)(images(8)), before, atol=1e-4)


@pytest.mark.parametrize("with_maps", [True, False])
def test_exported_logits_and_maps_agree(tmp_path, with_maps):
    torch.manual_seed(0)
    model = Classifier(Backbone(str(tiny_backbone(tmp_path))), 5)
    torch.nn.init.normal_(model.head.weight)
    torch.nn.init.normal_(model.head.bias)
    path = tmp_path / "out" / "model.onnx"
    export.save(model, path, 32, with_maps)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert [o.name for o in session.get_outputs()] == ["logits"] + (["maps"] if with_maps else [])
    assert export.check_parity(model, path, 32) < 1e-4


def test_model_folder_hashes_its_files(tmp_path):
    (tmp_path / "model.onnx").write_bytes(b"weights")
    model_folder.write_folder(tmp_path, {"name": "x"}, ["clinical:melanoma", "other"], "# card")
    written = json.loads((tmp_path / "model.json").read_text())
    assert set(written["sha256"]) == {"model.onnx", "labels.json", "card.md"}
    assert written["sha256"]["card.md"] == model_folder.sha256_of(tmp_path / "card.md")
    assert [e["label"] for e in json.loads((tmp_path / "labels.json").read_text())["labels"]] == ["clinical:melanoma", "other"]


def test_sampling_power_flattens_classes():
    views = [View("plain", None, "a")] * 90 + [View("plain", None, "b")] * 10
    weights, shares = sampling_weights(views, 0.5)
    assert shares == pytest.approx({"a": 0.75, "b": 0.25})
    assert weights.sum() == pytest.approx(1)


def test_schedule():
    assert parse_sizes("128*2,160") == [128, 128, 160]
    assert rate_at(0, 100, 10) == 0.1 and rate_at(10, 100, 10) == 1.0 and rate_at(100, 100, 10) == pytest.approx(0.01)


@pytest.mark.parametrize("shape", [(40, 300), (300, 40), (224, 224), (9, 9)])
def test_augmented_views_are_square_bytes_and_repeatable(shape):
    picture = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    strength = augment.Strength(degrade=1.0, border=1.0)
    first, second = (augment.augment(picture, 64, strength, np.random.default_rng(5)) for _ in range(2))
    assert first.shape == (64, 64, 3) and first.dtype == np.uint8 and np.array_equal(first, second)


def test_made_pictures_of_every_kind():
    for seed in range(40):
        assert procedural.not_skin(48, np.random.default_rng(seed)).shape == (48, 48, 3)
        assert procedural.painted_skin(np.full((48, 48, 3), 180, np.uint8), np.random.default_rng(seed)).dtype == np.uint8


def test_plain_border_is_trimmed():
    picture = np.zeros((100, 120, 3), np.uint8)
    picture[:, 30:] = np.random.default_rng(0).integers(60, 200, (100, 90, 3))
    assert augment.trim_plain_border(picture).shape == (100, 90, 3)
