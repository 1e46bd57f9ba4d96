"""The whole coder on two small marked texts of our own: every figure is there, and the plain things are right."""

import pytest

from averment.attribute.rules import RuleAttributor
from averment.evaluate.entities import EntitiesTask
from averment.evaluate.run import evaluate
from averment.pipeline import Pipeline

TEXTS = {
    "ties": """published: 2022-09-08
rama = person ALB Edi Rama
albania = state ALB Albania
iran = state IRN Iran
mfa = government body IRN Foreign Ministry of Iran
both = joint - Albania and Iran: albania iran
---
[albania|Albania] cut its ties with [iran|Iran] on <2022-09-07|Wednesday>.

[rama|Prime Minister Edi Rama] said that [rama|he] had proof. [mfa|[iran|Iran]'s foreign ministry] denied it. "[albania|We] acted late," [rama|Rama] said.
""",  # noqa: E501
    "raid": """published: 2021-05-14
czechia = state CZE Czechia
russia = state RUS Russia
peskov = person RUS Dmitry Peskov
---
[czechia|Czechia] blamed [russia|Moscow] for the raid of <2021-05|this month>. [peskov|Kremlin spokesman Dmitry Peskov] rejected the charge <2021-05-13|yesterday>.
""",  # noqa: E501
}


@pytest.mark.model
def test_plain_texts_are_read_right(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    task = EntitiesTask()
    samples = task.load(tmp_path, None)
    found = evaluate(task, samples, Pipeline(attributor=RuleAttributor()))
    figures = {figure.name: figure for figure in found.figures}
    assert found.documents == 2
    assert found.rejected == ()
    for name in ("speakers", "speakers one to one", "countries", "dates found", "dates right"):
        assert figures[name].value == 1.0, name
        assert figures[name].of >= 3, name
    assert figures["CoNLL of shared"].value >= 0.9
    assert figures["mentions"].recall >= 0.9
    assert 0 < figures["CoNLL"].value <= 1
