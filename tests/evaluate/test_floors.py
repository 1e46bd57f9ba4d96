"""Quality does not slip: every figure stays above its floor in benchmarks/floors.toml."""

import importlib.util
from pathlib import Path

import pytest

from averment.api import default_pipeline
from averment.errors import AvermentError
from averment.evaluate.figures import Counts
from averment.evaluate.floors import Floor, digest, make_task, read_floors

ROOT = Path(__file__).parents[2]
FLOORS = read_floors(ROOT / "benchmarks" / "floors.toml")


def present(floor):
    if not (ROOT / floor.file).exists():
        pytest.skip(f"{floor.file} is missing")
    return floor


def case(floor):
    marks = [pytest.mark.corpus, pytest.mark.slow] if floor.file.startswith("..") else []
    return pytest.param(floor, marks=marks, id=f"{floor.task}-{Path(floor.file).stem}")


@pytest.mark.model
@pytest.mark.parametrize("floor", [case(floor) for floor in FLOORS])
def test_no_figure_falls_below_its_floor(floor):
    assert present(floor).below(ROOT, default_pipeline()) == {}


@pytest.mark.parametrize("floor", [case(floor) for floor in FLOORS])
def test_a_floor_is_bound_to_its_data(floor):
    assert digest(present(floor).samples(ROOT)) == floor.digest, "the data changed: run benchmarks/raise_floors.py"


def test_every_floor_is_of_a_figure_that_the_task_has():
    for floor in FLOORS:
        task = make_task(floor.task)
        known = {figure.name for figure in task.figures(Counts())}
        assert set(floor.figures) <= known, floor.file
        assert all(0 < least <= 1 for least in floor.figures.values()), floor.file


def test_our_own_coding_has_floors():
    assert [floor.task for floor in FLOORS if floor.file == "examples/gold.json"] == ["gold"]


def test_a_figure_below_its_floor_is_named_with_both_numbers(canned):
    floor = Floor("gold", "examples/gold.json", "", {"statements": 0.9})
    assert floor.below(ROOT, canned()) == {"statements": (0.0, 0.9)}


def test_a_changed_coding_has_another_digest():
    samples = FLOORS[0].samples(ROOT)
    assert digest(samples) != digest(samples[1:])


def test_a_floors_file_of_another_shape_is_told(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text('[[floor]]\ntask = "gold"\n')
    with pytest.raises(AvermentError, match=r"floors\.toml: .*`file`"):
        read_floors(path)


def test_raising_never_lowers_a_floor(canned, monkeypatch):
    spec = importlib.util.spec_from_file_location("raise_floors", ROOT / "benchmarks" / "raise_floors.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    monkeypatch.setattr(script, "default_pipeline", canned)  # finds nothing: every figure is 0
    assert script.raised(FLOORS[0]) == FLOORS[0]
    assert script.written(list(FLOORS)) == script.FLOORS.read_text(encoding="utf-8")
