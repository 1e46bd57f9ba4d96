"""Figures as a table for people and as JSON for programs."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from averment.evaluate.figures import Figure
from averment.evaluate.run import Evaluation

if TYPE_CHECKING:
    from rich.table import Table


def table(evaluation: Evaluation) -> "Table":
    """One row a figure: F1 or share, its interval if there is one, precision, recall, and what it stands on."""
    from rich.box import SIMPLE
    from rich.table import Table

    made = Table(title=f"{evaluation.task}: {_documents(evaluation.documents)}", box=SIMPLE, title_justify="left")
    with_interval = any(figure.low is not None for figure in evaluation.figures)
    made.add_column("measure", no_wrap=True)
    for heading in ("F1/share", *(["95%"] if with_interval else []), "P", "R", "of"):
        made.add_column(heading, justify="right", no_wrap=True)
    for figure in evaluation.figures:
        made.add_row(*_cells(figure, with_interval))
    return made


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as plain data: each figure under its name."""
    figures = {figure.name: _numbers(figure) for figure in evaluation.figures}
    return {
        "task": evaluation.task,
        "documents": evaluation.documents,
        "rejected": list(evaluation.rejected),
        "figures": figures,
    }


def _cells(figure: Figure, with_interval: bool) -> list[str]:
    interval = [f"{figure.low:.3f}-{figure.high:.3f}"] if with_interval and figure.low is not None else []
    return [
        figure.name,
        f"{figure.value:.3f}",
        *(interval or ([""] if with_interval else [])),
        "" if figure.precision is None else f"{figure.precision:.3f}",
        "" if figure.recall is None else f"{figure.recall:.3f}",
        str(figure.of),
    ]


def _numbers(figure: Figure) -> dict[str, float]:
    return {name: value for name, value in asdict(figure).items() if name != "name" and value is not None}


def _documents(count: int) -> str:
    return f"{count} document" if count == 1 else f"{count} documents"
