"""Texts that no reporter writes: they cost time, never an error."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "the minister of " * 400 + "Iran.",
        "Iran, Iraq, " * 300 + "met.",
        "officials of the government of Iran and " * 200,
        "he said that " * 200 + "Iran left.",
        "(" * 300 + "OFAC" + ")" * 300,
        "July " * 300,
        "-",
        "\u200f\u202eIran\u202c accused Israel.",
    ],
)
def test_an_odd_text_resolves(resolved, text):
    found = resolved(text)
    assert all(m.entity in found.resolution.entities for m in found.resolution.mentions)
