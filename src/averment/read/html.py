"""HTML -> Article, in a child process, so that a page that never ends or eats memory costs only itself."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Timer
from types import TracebackType

from averment.errors import RejectedError
from averment.read.dates import read_date
from averment.read.encoding import declared_charset, decode
from averment.read.options import Limits, ReadOptions
from averment.read.page_worker import receive, send
from averment.read.rejection import Reason
from averment.read.text import make_article, one_line, published_basis
from averment.records import Article

_START_SECONDS = 60.0  # to start Python and load the libraries: 1 s, on a machine under load much longer
_WALL = 3.0  # a busy machine gives a process a third of the clock's time
_GRACE = 5.0  # for a child whose answer has broken off to leave its exit code
_RENEW = 500  # pages before the child is replaced: the libraries' caches grow with each


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a page; ``blocks`` are its paragraphs in order, each with its kind."""

    title: str | None
    date: str | None
    outlet: str | None
    url: str | None
    blocks: tuple[tuple[str, str], ...]


class PageReader:
    """Reads pages in a child process that is kept between them, and replaced when one has broken it.

    A context manager; the child starts with the first page. ``command`` is for tests.
    """

    def __init__(self, limits: Limits | None = None, command: Sequence[str] | None = None) -> None:
        """Read within ``limits``."""
        self.limits = limits or Limits()
        self._command = command or (
            sys.executable,
            "-P",  # the working directory may hold documents; no module is loaded from it
            "-m",
            "averment.read.page_worker",
            str(self.limits.html_seconds),
            str(self.limits.html_memory),
        )
        self._child: subprocess.Popen[bytes] | None = None
        self._pages = 0

    def __enter__(self) -> "PageReader":
        """The reader itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child."""
        self.close()

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()

    def read(self, page: str) -> Page:
        """The parts of ``page``; raises RejectedError (time, memory, malformed, empty)."""
        answer = self._ask(page.encode("utf-8", "replace"))
        if "error" in answer:
            self.close()
            raise _failure(str(answer["error"]), self.limits, str(answer.get("what", "")))
        found = answer.get("page")
        if not isinstance(found, dict):
            raise RejectedError(
                Reason.EMPTY, "no article was found in the page; save the article's own page or its text"
            )
        blocks = tuple((kind, words) for kind, words in found.pop("blocks"))
        return Page(blocks=blocks, **found)

    def _ask(self, page: bytes) -> Mapping[str, object]:
        child = self._running()
        seconds = self.limits.html_seconds * _WALL
        answer, timed_out = _exchange(child, page, seconds)
        self._pages += 1
        if answer is None:
            self.close()
            return {"error": _cause(child.returncode, timed_out)}
        if self._pages >= _RENEW:
            self.close()
        found: Mapping[str, object] = json.loads(answer)
        return found

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            self._child = subprocess.Popen(  # noqa: S603 - our own module under our own interpreter
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self._pages = 0
            if _exchange(self._child, None, _START_SECONDS)[0] is None:
                self.close()
                raise RejectedError(
                    Reason.UNREADABLE, "the process that reads pages does not start; check the installation"
                )
        return self._child


def _exchange(child: subprocess.Popen[bytes], message: bytes | None, seconds: float) -> tuple[bytes | None, bool]:
    """Send ``message`` and wait for the answer; None if the child has ended, and whether the clock ended it."""
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        child.kill()

    timer = Timer(seconds, end)
    timer.start()
    try:
        if message is not None:
            send(child.stdin, message)  # type: ignore[arg-type]
        answer = receive(child.stdout)  # type: ignore[arg-type]
    except OSError:
        answer = None
    finally:
        timer.cancel()
    if answer is None:
        _wait(child)
    return answer, bool(late)


def _wait(child: subprocess.Popen[bytes]) -> None:
    try:
        child.wait(_GRACE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _cause(code: int | None, timed_out: bool) -> Reason:
    """Why the child ended, from its exit code: a signal's number, negative."""
    if timed_out or (sys.platform != "win32" and code == -signal.SIGXCPU):
        return Reason.TIME
    if sys.platform != "win32" and code == -signal.SIGKILL:  # not by us: the system was short of memory
        return Reason.MEMORY
    return Reason.MALFORMED


def _failure(cause: str, limits: Limits, what: str) -> RejectedError:
    detail = {
        Reason.TIME: f"reading the page took longer than {limits.html_seconds:g} s",
        Reason.MEMORY: f"reading the page took more than {limits.html_memory:,} bytes of memory",
    }.get(Reason(cause), f"the page broke its reader{f' ({what})' if what else ''}")
    return RejectedError(cause, f"{detail}; save the article's text as .txt instead")


def read_html(data: bytes, source: str, options: ReadOptions, reader: PageReader) -> Article:
    """The article of a page: its text is the title on the first line and then a line for each paragraph.

    Raises RejectedError for a page that cannot be read or holds no article.
    """
    page = reader.read(decode(data, declared_charset(data)))
    text, headings = _rendered(page)
    own = read_date(page.date)
    published = own or options.published
    return make_article(
        text,
        source,
        published=published,
        basis=published_basis(own, published),
        outlet=page.outlet or options.outlet,
        title=page.title and one_line(page.title),
        languages=options.languages,
        limit=options.limits.text_bytes,
        headings=headings,
    )


def _rendered(page: Page) -> tuple[str, set[int]]:
    """The page's text, and where its headings begin."""
    lines = [one_line(page.title)] if page.title else []
    begin = sum(len(line) + 1 for line in lines)
    headings = set()
    for kind, words in page.blocks:
        if len(lines) == 1 and page.title and words.casefold() == lines[0].casefold():
            continue
        line = f"- {words}" if kind == "item" else words
        if kind == "heading":
            headings.add(begin)
        lines.append(line)
        begin += len(line) + 1
    return "\n".join(lines), headings
