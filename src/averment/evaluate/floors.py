"""Floors: the scores below which the coder must not fall, each bound to the data that it was measured on."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from averment.evaluate.data import DataError, Sample

if TYPE_CHECKING:
    from averment.evaluate.task import Task
    from averment.pipeline import Pipeline


class Floor(msgspec.Struct, frozen=True):
    """The floors of one annotated file.

    ``file`` and ``texts`` are relative to the project's root; ``digest`` is the SHA-256 of what was annotated, so
    that a floor is never compared with a score on other data. ``figures`` leads from a figure's name to its floor.
    """

    task: str
    file: str
    digest: str
    figures: Mapping[str, float]
    texts: str | None = None

    def samples(self, root: Path) -> list[Sample[Any]]:
        """The samples of the file, below the project's root."""
        return make_task(self.task).load(root / self.file, root / self.texts if self.texts else None)

    def below(self, root: Path, pipeline: "Pipeline") -> dict[str, tuple[float, float]]:
        """The figures that miss their floors: name to (measured, floor)."""
        from averment.evaluate.run import evaluate

        evaluation = evaluate(make_task(self.task), self.samples(root), pipeline)
        measured = {figure.name: figure.value for figure in evaluation.figures}
        return {name: (measured[name], least) for name, least in self.figures.items() if measured[name] < least}


class Floors(msgspec.Struct, frozen=True):
    """All floors of a file."""

    floor: tuple[Floor, ...]


def read_floors(path: Path) -> tuple[Floor, ...]:
    """The floors of a TOML file; raises DataError for another shape."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Floors).floor
    except msgspec.DecodeError as error:
        raise DataError(f"{path}: {error}") from error


def make_task(name: str) -> "Task[Any]":
    """The task of that name, such as gold: the module of that name has its class."""
    from importlib import import_module

    made: Task[Any] = getattr(import_module(f"averment.evaluate.{name}"), f"{name.capitalize()}Task")()
    return made


def digest(samples: list[Sample[Any]]) -> str:
    """The SHA-256 of texts and annotations, in order."""
    sha = hashlib.sha256()
    for sample in samples:
        sha.update(msgspec.json.encode([sample.doc, sample.text, sample.gold]))
    return sha.hexdigest()
