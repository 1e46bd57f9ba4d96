"""The speed of the stages, with stages that do nothing much."""

import json

import pytest
from click.testing import CliRunner

from averment.cli.main import main
from averment.errors import AvermentError
from averment.evaluate import stages
from averment.parse.tree import Parsed
from averment.resolve.resolution import Resolution

TEXT = "Albania accused Iran of a cyberattack on its government in the summer."


class Idle:
    """All four stages in one: each counts its calls and burns a little CPU time in the coder."""

    def __init__(self):
        self.parser = self.attributor = self.resolver = self.coder = self
        self.coded = 0

    def parse(self, articles):
        return (Parsed(article.text) for article in articles)

    def attribute(self, parsed):
        return []

    def resolve(self, article, parsed, attributions):
        return Resolution({}, (), {}, (), None)

    def code(self, parsed, resolution, attributions):
        self.coded += 1
        sum(range(200_000))
        return []


@pytest.fixture
def articles(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.jsonl").write_text(json.dumps({"text": TEXT}) + "\n")
    return tmp_path


@pytest.fixture(autouse=True)
def assembled(monkeypatch):
    """Assembling is another room's work."""
    assemble = pytest.importorskip("averment.assemble", reason="the pipeline is not built yet")
    monkeypatch.setattr(assemble, "assemble", lambda *parts: None)


def test_words_are_counted_once_a_repetition_and_the_first_pass_is_not_timed(articles):
    idle = Idle()
    speeds = {speed.stage: speed for speed in stages.measure([articles], idle, repeat=3)}
    assert list(speeds) == [*stages.STAGES, "all"]
    assert speeds["all"].words == 3 * 2 * len(TEXT.split())
    assert idle.coded == (3 + 1) * 2


def test_the_whole_is_the_sum_of_its_stages(articles):
    *parts, whole = stages.measure([articles], Idle(), repeat=2)
    assert whole.seconds == pytest.approx(sum(part.seconds for part in parts))
    assert max(parts, key=lambda part: part.seconds).stage in ("code", "read")
    assert whole.words_per_second == pytest.approx(whole.words / whole.seconds)


def test_nothing_to_read_is_an_error(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(AvermentError, match="no article could be read"):
        stages.measure([tmp_path], Idle())


def test_bench_prints_a_row_for_each_stage(articles, monkeypatch):
    monkeypatch.setattr("averment.cli.pipeline", Idle)
    result = CliRunner().invoke(main, ["bench", "--articles", str(articles), "--repeat", "1"])
    assert result.exit_code == 0, result.output
    rows = [line.split()[0] for line in result.stdout.splitlines() if line.strip()]
    assert [row for row in rows if row in (*stages.STAGES, "all")] == [*stages.STAGES, "all"]

    result = CliRunner().invoke(main, ["bench", "--articles", str(articles), "--json"])
    assert {row["words"] for row in json.loads(result.stdout)} == {5 * 2 * len(TEXT.split())}
