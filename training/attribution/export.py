"""From a checkpoint to the weights that are shipped: ONNX, int8, with their vocabulary.

    python -m training.attribution.export --checkpoint epoch8.pt --base MODEL_FOLDER --out src/averment/models

Writes ``attribution.onnx`` (int8), ``attribution.heads.json`` and ``attribution.vocab.txt``; with ``--fp32 FOLDER``
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

from averment.models.tagger import HEADS, OUTPUTS, VOCABULARY, WEIGHTS
from training.attribution.model import Model

INPUTS = ("numbers", "cases", "quotes", "mask")


def load(checkpoints: list[Path], base: Path) -> Model:
    """The model of a checkpoint; of several, their mean. Heads for events, if it has them, are left out."""
    weights = [torch.load(path, weights_only=True, map_location="cpu") for path in checkpoints]
    mean = {
        name: (sum(one[name].float() for one in weights) / len(weights)).to(first.dtype)
        for name, first in weights[0].items()
    }
    model = Model(base)
    model.load_state_dict({name: mean[name] for name in model.state_dict()})
    return model.eval()


def export(model: Model, path: Path) -> None:
    """Write fp32 ONNX with batch and length left open."""
    shape = (2, 24)
    example = tuple(torch.ones(shape, dtype=torch.int64) for _ in INPUTS)
    batch, length = torch.export.Dim("batch", min=1, max=1024), torch.export.Dim("length", min=2, max=512)
    program = torch.onnx.export(
        model, example, input_names=list(INPUTS), output_names=list(OUTPUTS), dynamo=True,
        dynamic_shapes=tuple({0: batch, 1: length} for _ in INPUTS),
    )  # fmt: skip
    program.save(path)


def heads(model: Model) -> str:
    """The layers that are computed outside the encoder, as JSON."""

    def rows(weights: torch.Tensor) -> list:
        return [[round(float(w), 5) for w in row] for row in weights]

    layers = {"distances": rows(model.distance.weight), "weights": rows(model.act.weight)}
    return json.dumps({**layers, "constants": rows(model.act.bias[None])[0]}) + "\n"


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
