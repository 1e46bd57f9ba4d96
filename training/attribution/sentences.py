"""The sentences of the training texts as the parser bounds them, so that the tagger learns from what it will be given.

    python -m training.attribution.sentences --data ../shared/data/polnear --reports corpora/reports \
        --news corpora/news --out runs

Writes ``train_sents.jsonl``, ``dev_sents.jsonl`` (PolNeAR), ``reports_sents.jsonl`` and ``news_sents.jsonl``: for each
document the paragraph and the characters of each sentence. Needs averment and its parser, not torch.
"""

import argparse
import json
from pathlib import Path

from averment.evaluate.attribution import AttributionTask
from averment.evaluate.data import Sample
from averment.evaluate.marked import read_news, read_report
from averment.evaluate.run import article
from averment.models.windows import bounds
from averment.parse.spacy_parser import SpacyParser


def main() -> None:
    """Parse all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "reports", "news", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    texts = {part: AttributionTask().load(args.data / f"{part}.jsonl.gz", None) for part in ("train", "dev")}
    marked = (read_report(file) for file in sorted(args.reports.glob("*.txt")))
    texts["reports"] = [Sample(report.doc, report.text, None) for report in marked]
    reports = (report for file in sorted(args.news.glob("*.txt")) for report in read_news(file))
    texts["news"] = [Sample(report.doc, report.text, None) for report in reports]
    for part, samples in texts.items():
        with (args.out / f"{part}_sents.jsonl").open("w", encoding="utf-8") as out:
            for sample, parsed in zip(samples, SpacyParser().parse(map(article, samples)), strict=True):
                rows = [[s.paragraph, s.begin, s.end] for s in bounds(parsed)]
                out.write(json.dumps({"doc": sample.doc, "sentences": rows}) + "\n")


if __name__ == "__main__":
    main()
