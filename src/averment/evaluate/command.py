"""``averment evaluate`` and ``averment bench``: how good, how fast."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from averment import cli
from averment.errors import AvermentError

if TYPE_CHECKING:
    from averment.evaluate.data import Sample
    from averment.evaluate.stages import Speed
    from averment.records import Report

TASKS = (
    "gold", "attribution", "acts", "news", "constructions", "events", "relation", "petrarch", "entities", "forms",
    "realis",
)  # fmt: skip
OF_FOLDERS = {"entities"}


@click.command()
@click.argument("task", type=click.Choice(TASKS))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    type=click.Path(path_type=Path, file_okay=False),
    help="For gold: the folder of the texts, DOC.txt each; else the folder 'articles' beside FILE.",
)
@click.option(
    "--predictions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what the coder found to this file, one JSON object a line.",
)
@click.option(
    "--bootstrap",
    type=click.IntRange(min=0),
    default=500,
    show_default=True,
    help="Samples of documents for the 95% intervals; 0 leaves the intervals out.",
)
@click.option("--misses", is_flag=True, help="List on standard error what was missed, and what was in excess.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(
    task: str, file: Path, texts: Path | None, predictions: Path | None, bootstrap: int, misses: bool, as_json: bool
) -> None:
    """Score the coder against annotated texts.

    TASK says what FILE holds: gold (whole articles coded by hand), attribution (who says what, in the shape of
    PolNeAR), acts (sentences with one marked statement, as in corpora/acts), news (short reports with all events
    marked, as in corpora/news), constructions (sentences with one marked event or none, as in corpora/events), events
    or relation (sentences with one marked pair, in the shape of PLV; for relation the pair is given and its type is
    asked), petrarch (the records that PETRARCH is tested with), entities (texts with marked parties and dates; FILE may
    be a folder of them), forms (a table of hard forms, as corpora/forms.csv) or realis (texts in which cyber attacks
    are marked, and whether they took place, in the shape of CASIE). The whole coder reads every text; shapes and
    measures are explained in docs/evaluation.md.

    \b
    Examples:
      averment evaluate gold examples/gold.json --misses
      averment evaluate attribution dev.jsonl.gz --predictions found.jsonl --json
      averment evaluate entities corpora/entities
    """
    from averment.cli.console import note, terminal
    from averment.evaluate import table
    from averment.evaluate.floors import make_task
    from averment.evaluate.run import evaluate as run

    if predictions and predictions.resolve() == file.resolve():
        raise AvermentError(f"--predictions {predictions} would overwrite the annotations; name another file")
    if file.is_dir() and task not in OF_FOLDERS:
        raise AvermentError(f"{file} is a folder, but {task} reads one file; name a file of annotations")
    chosen = make_task(task)
    samples = chosen.load(file, texts)
    with _writer(predictions) as write, _progress(len(samples)) as advance:

        def each(sample: "Sample[Any]", report: "Report") -> None:
            write(chosen.prediction(sample, report))
            for line in chosen.misses(sample, report) if misses else ():
                note(f"{sample.doc} {line}")
            advance()

        evaluation = run(chosen, samples, cli.pipeline(), draws=bootstrap, each=each)
    for rejected in evaluation.rejected:
        note(f"not read, counted as all missed: {rejected}")
    if as_json:
        click.echo(json.dumps(table.as_json(evaluation), indent=1, ensure_ascii=False))
    else:
        terminal().print(table.table(evaluation))


@click.command()
@click.option(
    "--articles",
    type=click.Path(path_type=Path, exists=True),
    help="A file or folder of articles (text, HTML, JSONL); else the project's example articles.",
)
@click.option(
    "--repeat", type=click.IntRange(min=1), default=5, show_default=True, help="How often they are read and coded."
)
@click.option("--json", "as_json", is_flag=True, help="Print the speeds as JSON.")
def bench(articles: Path | None, repeat: int, as_json: bool) -> None:
    """Measure the speed of each stage.

    Prints words a second of CPU time, of one process with all its threads, for each stage and for all together.
    Models are loaded before the clock starts. Words are what white space separates. HTML pages are read in a process
    of their own, whose time is not counted.

    \b
    Example:
      averment bench --articles reports/ --repeat 1
    """
    from averment.evaluate.stages import measure

    speeds = measure([articles or _examples()], cli.pipeline(), repeat=repeat)
    if as_json:
        click.echo(json.dumps([_plain(speed) for speed in speeds], indent=1))
    else:
        _print_speeds(speeds, repeat)


@contextmanager
def _writer(path: Path | None) -> Iterator[Callable[[dict[str, Any]], None]]:
    """A function that writes one prediction a line; without a path one that does nothing."""
    if path is None:
        yield lambda prediction: None
        return
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        yield lambda prediction: _write_line(lines, prediction)


def _write_line(lines: IO[str], prediction: dict[str, Any]) -> None:
    lines.write(json.dumps(prediction, ensure_ascii=False) + "\n")


@contextmanager
def _progress(samples: int) -> Iterator[Callable[[], None]]:
    """A function to call after each sample, which moves a bar on standard error if that is a terminal."""
    from rich.progress import Progress

    from averment.cli.console import terminal

    console = terminal(err=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        moving = bar.add_task("coding", total=samples)
        yield lambda: bar.advance(moving)


def _examples() -> Path:
    """The folder of example articles: below this folder, or in the checkout that the package is installed from."""
    for root in (Path(), Path(__file__).parents[3]):
        if (folder := root / "examples" / "articles").is_dir():
            return folder
    raise AvermentError("no examples/articles here; say with --articles which articles to measure with")


def _plain(speed: "Speed") -> dict[str, Any]:
    return {
        "stage": speed.stage,
        "words": speed.words,
        "cpu_seconds": round(speed.seconds, 3),
        "words_per_second": round(speed.words_per_second),
    }


def _print_speeds(speeds: "list[Speed]", repeat: int) -> None:
    from rich.box import SIMPLE
    from rich.table import Table

    from averment.cli.console import terminal

    words = speeds[-1].words // repeat
    made = Table(title=f"{words:,} words, read and coded {repeat} times", box=SIMPLE, title_justify="left")
    made.add_column("stage")
    for heading in ("CPU seconds", "words a second"):
        made.add_column(heading, justify="right")
    for speed in speeds:
        made.add_row(speed.stage, f"{speed.seconds:.2f}", f"{speed.words_per_second:,.0f}")
    terminal().print(made)
