"""The library's front door: ``averment.read``, a text in and a report out."""

from datetime import date, datetime
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from averment.errors import AvermentError
from averment.records import Report

if TYPE_CHECKING:
    from averment.pipeline import Pipeline


@cache
def default_pipeline() -> "Pipeline":
    """The pipeline that reads where no other is given; made once, its models loaded at the first article."""
    from averment.pipeline import Pipeline

    return Pipeline()


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    source: str = "text",
    pipeline: "Pipeline | None" = None,
) -> Report:
    """Read one article: who says what, and who did what to whom, according to whom.

    ``published`` (a date, or a string such as ``2022-09-08``) and ``outlet`` say what the text does not; dates such as
    "on Wednesday" are counted from the publication. Spans in the report are code points of ``report.article.text``.
    Raises RejectedError for a text that cannot be kept, such as an empty one.
    """
    from averment.read import read_text

    article = read_text(text, source=source, published=as_date(published), outlet=outlet, title=title)
    return next((pipeline or default_pipeline()).reports([article]))


def as_date(given: date | str | None) -> date | None:
    """``given`` as a day: a string is read as a full date, such as ``2022-09-08`` or ``8 September 2022``."""
    if isinstance(given, str):
        from averment.read.dates import read_date

        day = read_date(given)
        if day is None:
            raise AvermentError(f"{given!r} is not a date; write it as YYYY-MM-DD, such as 2022-09-08")
        return day
    return given.date() if isinstance(given, datetime) else given


class CallableRoom(ModuleType):
    """The class of the module ``averment.read``: a package of functions, and itself the function ``read``.

    So ``averment.read(text)`` and ``from averment.read import read_paths`` hold side by side, in any order.
    """

    __call__ = staticmethod(read)
