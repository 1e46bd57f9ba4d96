#!/bin/sh
# Reads the example articles into a ledger and shows what they say. Run by `make demo`.
set -eu
: "${AVERMENT:=averment}" "${LEDGER:=demo.averment}"
articles=$(dirname "$0")/articles

echo "Reading $articles into $LEDGER"
"$AVERMENT" ingest "$articles" --ledger "$LEDGER"

printf '\nWho denies or rejects what\n\n'
"$AVERMENT" statements --act deny --act reject --ledger "$LEDGER"

printf '\nWhat was done to Albania, and according to whom\n\n'
"$AVERMENT" events --to ALB --ledger "$LEDGER"

cat <<NEXT

Try next
  $AVERMENT read $articles/albania-wire.txt
  $AVERMENT show $articles/albania-blog.txt
  $AVERMENT statements --by IRN --ledger $LEDGER
  $AVERMENT events --type SANCTION --to RUS --ledger $LEDGER
  $AVERMENT statements --search '"critical infrastructure"' --format csv --ledger $LEDGER
  $AVERMENT doctor --ledger $LEDGER
  $AVERMENT --help
NEXT
