"""Text as a parser wants it: plain quotation marks, one space for many, no invisible characters, offsets kept."""

import re
from dataclasses import dataclass

_SAME_LENGTH = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"', "＂": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "´": "'", "`": "'",
        "‐": "-", "‑": "-", "‒": "–", "−": "-", "―": "—",
    }
)  # fmt: skip
_INVISIBLE = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f]"
_ODD = re.compile(
    f"'{_INVISIBLE}*'"  # two apostrophes (also from `` or single curly marks) are one quotation mark
    f"|{_INVISIBLE}+"  # dropped
    r"|\s+"
)


@dataclass(frozen=True, slots=True)
class PlainText:
    """``text`` made plain; its character ``i`` stood from ``origin[i]`` to ``last[i]`` (None: nothing moved).

    A quotation mark made of two apostrophes stood on both, many spaces made one on the first of them.
    """

    text: str
    origin: list[int] | None
    last: list[int] | None = None

    def begin(self, at: int) -> int:
        """Where the character at ``at`` stood in the text given."""
        return at if self.origin is None else self.origin[at]

    def end(self, at: int) -> int:
        """Where the character before ``at`` ended in the text given (``at`` is an exclusive end)."""
        return at if self.last is None else self.last[at - 1] + 1


def plain(text: str) -> PlainText:
    """Return ``text`` with typographic variants made plain, and the way back to its own offsets."""
    text = text.translate(_SAME_LENGTH)
    pieces: list[str] = []
    origin: list[int] = []
    last: list[int] = []
    done = 0
    moved = False
    for match in _ODD.finditer(text):
        begin, end = match.span()
        char = match[0][0]
        new = '"' if char == "'" else " " if char.isspace() else ""
        pieces += text[done:begin], new
        origin += range(done, begin)
        last += range(done, begin)
        if new:
            origin.append(begin)
            last.append(begin if char.isspace() else end - 1)
        moved |= len(new) != end - begin
        done = end
    pieces.append(text[done:])
    if not moved:
        return PlainText("".join(pieces), None)
    origin += range(done, len(text))
    last += range(done, len(text))
    return PlainText("".join(pieces), origin, last)
