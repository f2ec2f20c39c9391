# SPDX-License-Identifier: Apache-2.0
"""Write a trained classifier as ONNX: `image` in, `logits` and (for condition models) `maps` out.

The maps are the head as a 1 x 1 convolution over the feature map, so logits = mean over the map + bias exactly.
"""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

from training.backbone import Classifier, fold_batch_norm

OPSET = 17
MODEL_BYTES_LIMIT = 20_000_000


def conv_node(layer, source: str, target: str, initializers: list, nodes: list) -> None:
    """One convolution with its weights as initializers."""
    conv = layer.conv
    if layer.outer_pad is None:
        pads = [conv.padding[0], conv.padding[1]] * 2
    else:
        left, right, top, bottom = layer.outer_pad
        pads = [top, left, bottom, right]
    for suffix, value in (("weight", conv.weight), ("bias", conv.bias)):
        array = value.detach().float().contiguous().numpy().astype(np.float32)
        initializers.append(numpy_helper.from_array(array, f"{target}.{suffix}"))
    nodes.append(helper.make_node(
        "Conv", [source, f"{target}.weight", f"{target}.bias"], [target], kernel_shape=list(conv.kernel_size),
        strides=list(conv.stride), pads=pads, group=conv.groups))


def to_onnx(model: Classifier, size_px: int, with_maps: bool) -> onnx.ModelProto:
    """The ONNX graph of the classifier in evaluation mode, batch norm folded, batch size free."""
    model = copy.deepcopy(model).float().eval()
    backbone = fold_batch_norm(model.backbone)
    nodes, initializers = [], []
    names = {0: "image"}
    for step in backbone.program:
        out = names.setdefault(step[-1], f"t{step[-1]}")
        if step[0] == "conv":
            conv_node(backbone.layers[step[2]], names[step[1]], out, initializers, nodes)
        elif step[0] == "relu":
            nodes.append(helper.make_node("Relu", [names[step[1]]], [out]))
        elif step[0] == "clip":
            nodes.append(helper.make_node("Clip", [names[step[1]], "zero", "six"], [out]))
        else:
            nodes.append(helper.make_node("Add", [names[step[1]], names[step[2]]], [out]))
    if any(node.op_type == "Clip" for node in nodes):
        initializers += [numpy_helper.from_array(np.float32(v), n) for n, v in (("zero", 0), ("six", 6))]
    add_head(model, names[backbone.output_slot], with_maps, nodes, initializers)
    with torch.no_grad():
        cells = backbone(torch.zeros(1, 3, size_px, size_px)).shape[-1]
    return finish(nodes, initializers, (size_px, model.head.out_features, cells if with_maps else 0))


def add_head(model: Classifier, features: str, with_maps: bool, nodes: list, initializers: list) -> None:
    """Global average pooling and one linear layer; with maps, the linear layer first, as a 1 x 1 convolution."""
    weight = model.head.weight.detach().numpy()[:, :, None, None].astype(np.float32)
    bias = model.head.bias.detach().numpy()[None].astype(np.float32)
    initializers += [numpy_helper.from_array(weight, "head.weight"), numpy_helper.from_array(bias, "head.bias")]
    if with_maps:
        nodes.append(helper.make_node("Conv", [features, "head.weight"], ["maps"], kernel_shape=[1, 1]))
        nodes.append(helper.make_node("GlobalAveragePool", ["maps"], ["pooled"]))
    else:
        nodes.append(helper.make_node("GlobalAveragePool", [features], ["features"]))
        nodes.append(helper.make_node("Conv", ["features", "head.weight"], ["pooled"], kernel_shape=[1, 1]))
    nodes.append(helper.make_node("Flatten", ["pooled"], ["scores"]))
    nodes.append(helper.make_node("Add", ["scores", "head.bias"], ["logits"]))


def finish(nodes: list, initializers: list, shape: tuple[int, int, int]) -> onnx.ModelProto:
    """Inputs, outputs and the operator set round the nodes, checked. `shape`: pixels, labels, cells of a map's side."""
    size_px, labels, cells = shape
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", labels])]
    if cells:
        outputs.append(helper.make_tensor_value_info("maps", TensorProto.FLOAT, ["n", labels, cells, cells]))
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 3, size_px, size_px])
    graph = helper.make_graph(nodes, "classifier", [image], outputs, initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="openderm-training")
    model.ir_version = 8
    onnx.checker.check_model(model, full_check=True)
    return model


def save(model: Classifier, path: Path, size_px: int, with_maps: bool) -> None:
    """Write the graph and prove that ONNX Runtime agrees with PyTorch and the maps with the logits."""
    graph = to_onnx(model, size_px, with_maps)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(graph, path)
    if path.stat().st_size > MODEL_BYTES_LIMIT:
        raise ValueError(f"{path} has {path.stat().st_size} bytes, more than {MODEL_BYTES_LIMIT}")
    check_parity(model, path, size_px)


@torch.no_grad()
def check_parity(model: Classifier, path: Path, size_px: int, tolerance: float = 2e-3) -> float:
    """Largest difference of the logits between PyTorch and ONNX Runtime on a fixed random picture."""
    image = torch.rand(2, 3, size_px, size_px, generator=torch.Generator().manual_seed(1)) * 2 - 1
    expected = copy.deepcopy(model).float().eval()(image).numpy()
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    outputs = dict(zip([o.name for o in session.get_outputs()], session.run(None, {"image": image.numpy()})))
    worst = float(np.abs(outputs["logits"] - expected).max())
    if "maps" in outputs:
        bias = model.head.bias.detach().float().numpy()
        worst = max(worst, float(np.abs(outputs["maps"].mean((2, 3)) + bias - outputs["logits"]).max()))
    if worst > tolerance * max(1.0, float(np.abs(expected).max())):
        raise ValueError(f"{path}: ONNX Runtime differs from PyTorch by {worst}")
    return worst
