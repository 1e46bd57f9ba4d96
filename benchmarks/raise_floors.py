"""Raise the floors of benchmarks/floors.toml to what is measured now, less a margin; never lower one.

Run it from the project's root:  python benchmarks/raise_floors.py
A floor whose data changed is measured anew: that shows in the diff, beside the new digest.
"""

import math
import sys
from pathlib import Path

from averment.api import default_pipeline
from averment.evaluate.floors import Floor, digest, make_task, read_floors
from averment.evaluate.run import evaluate

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "benchmarks" / "floors.toml"
MARGIN = 0.02  # what a change may cost one figure while it gains elsewhere


def raised(floor: Floor) -> Floor:
    """The floor at what is measured now, or as it was where that is higher or the data are missing."""
    if not (ROOT / floor.file).exists():
        return floor
    samples = floor.samples(ROOT)
    found = evaluate(make_task(floor.task), samples, default_pipeline())
    measured = {figure.name: figure.value for figure in found.figures}
    same_data = digest(samples) == floor.digest
    figures = {}
    for name, old in floor.figures.items():
        new = math.floor((measured[name] - MARGIN) * 100) / 100
        figures[name] = max(new, old) if same_data else new
        print(f"{floor.task:12} {floor.file:45} {name:24} measured {measured[name]:.3f} floor {old} -> {figures[name]}")
    return Floor(floor.task, floor.file, digest(samples), figures, floor.texts)


def written(floors: list[Floor]) -> str:
    """The floors as TOML, after the head of the file as it stands."""
    head = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [*head]
    for floor in floors:
        lines += ["", "[[floor]]", f'task = "{floor.task}"', f'file = "{floor.file}"']
        lines += [f'texts = "{floor.texts}"'] if floor.texts else []
        lines += [f'digest = "{floor.digest}"', "[floor.figures]"]
        lines += [f'"{name}" = {least:.2f}' for name, least in floor.figures.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    FLOORS.write_text(written([raised(floor) for floor in read_floors(FLOORS)]), encoding="utf-8")
