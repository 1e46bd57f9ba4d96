"""From a checkpoint to the weights that are shipped: ONNX, int8, with their vocabulary.

    python -m training.export --checkpoint epoch8.pt --base MODEL_FOLDER --out src/averment/models

Writes ``encoder.onnx`` (int8), ``encoder.heads.json`` and ``encoder.vocab.txt``; with ``--fp32 FOLDER``
also the weights before they are made small, to compare. Of several checkpoints the mean is taken. Needs torch, onnx,
onnxscript and onnxruntime.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from averment.models.encoder import HEADS, OUTPUTS, VOCABULARY, WEIGHTS
from averment.models.event_heads import QUESTIONS
from training.events.model import EventModel, mean

INPUTS = ("numbers", "cases", "quotes", "mask", "pairs")


def load(checkpoints: list[Path], base: Path) -> EventModel:
    """The model of a checkpoint; of several, their mean."""
    model = EventModel(base)
    model.load_state_dict(mean(checkpoints))
    return model.eval()


def export(model: EventModel, path: Path) -> None:
    """Write fp32 ONNX with batch and length left open.

    Attention is written out ("eager"): the fused one of torch is exported with a test for NaN, which attention to
    masked pieces only would give, and that and its masks took a tenth of the encoder's time.
    """
    model.encoder.set_attn_implementation("eager")
    shape = (2, 24)
    example = tuple(torch.ones(shape, dtype=torch.int64) for _ in INPUTS)
    batch, length = torch.export.Dim("batch", min=1, max=1024), torch.export.Dim("length", min=2, max=512)
    program = torch.onnx.export(
        model, example, input_names=list(INPUTS), output_names=list(OUTPUTS), dynamo=True,
        dynamic_shapes=tuple({0: batch, 1: length} for _ in INPUTS),
    )  # fmt: skip
    program.save(path)
    unfuse(path)


def unfuse(path: Path) -> None:
    """Write each sum that a LayerNormalization reads as ``Sum``, which is ``Add`` by another name.

    onnxruntime makes one SkipLayerNormalization of ``Add`` and LayerNormalization. In 1.31 and 1.32 that took eight
    times as long as the two, a quarter of the encoder's time; in 1.20 it made no difference.
    """
    model = onnx.load(path)
    normalised = {node.input[0] for node in model.graph.node if node.op_type == "LayerNormalization"}
    for node in model.graph.node:
        if node.op_type == "Add" and node.output[0] in normalised:
            node.op_type = "Sum"
    onnx.save(model, path)


def heads(model: EventModel) -> str:
    """The layers that are computed outside the encoder, as JSON."""

    def rows(weights: torch.Tensor) -> list:
        return [[round(float(w), 5) for w in row] for row in weights]

    def layer(linear: torch.nn.Linear) -> dict[str, list]:
        return {"weights": rows(linear.weight), "constants": rows(linear.bias[None])[0]}

    events = {question: layer(getattr(model, question)) for question in QUESTIONS}
    events["distances"] = rows(model.side_distance.weight)
    return json.dumps({"distances": rows(model.distance.weight), **layer(model.act), "events": events}) + "\n"


def quantise(fp32: Path, int8: Path) -> None:
    """Write int8 weights; ``reduce_range`` keeps them from saturating on processors without VNNI."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(fp32), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(ready, int8, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def main() -> None:
    """Export, quantise, copy the vocabulary."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True, nargs="+", help="several are averaged")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fp32", type=Path)
    args = parser.parse_args()
    int8 = args.out / WEIGHTS
    with tempfile.TemporaryDirectory() as folder:
        whole = args.fp32 or Path(folder)
        whole.mkdir(parents=True, exist_ok=True)
        args.out.mkdir(parents=True, exist_ok=True)
        model = load(args.checkpoint, args.base)
        export(model, whole / WEIGHTS)
        quantise(whole / WEIGHTS, int8)
        for kept in (whole, args.out):
            shutil.copyfile(args.base / "vocab.txt", kept / VOCABULARY)
            (kept / HEADS).write_text(heads(model), encoding="utf-8")
    onnx.checker.check_model(str(int8))
    print(f"{int8}: {int8.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
