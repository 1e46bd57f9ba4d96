"""Text as a parser wants it: plain quotation marks, one space for many, no invisible characters, offsets kept."""

import re
from dataclasses import dataclass

_SAME_LENGTH = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"', "＂": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "´": "'", "`": "'",
        "‐": "-", "‑": "-", "‒": "–", "−": "-",
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
    """``text`` made plain; ``origin[i]`` is where its character ``i`` stood (None: nothing moved)."""

    text: str
    origin: list[int] | None

    def begin(self, at: int) -> int:
        """Where the character at ``at`` stood in the text given."""
        return at if self.origin is None else self.origin[at]

    def end(self, at: int) -> int:
        """Where the character before ``at`` ended in the text given (``at`` is an exclusive end)."""
        return at if self.origin is None else self.origin[at - 1] + 1


def plain(text: str) -> PlainText:
    """Return ``text`` with typographic variants made plain, and the way back to its own offsets."""
    text = text.translate(_SAME_LENGTH)
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    moved = False
    for match in _ODD.finditer(text):
        begin, end = match.span()
        char = match[0][0]
        new = '"' if char == "'" else " " if char.isspace() else ""
        pieces += text[last:begin], new
        origin += range(last, begin)
        if new:
            origin.append(begin if char.isspace() else end - 1)
        moved |= len(new) != end - begin
        last = end
    if not moved:
        return PlainText("".join([*pieces, text[last:]]), None)
    pieces.append(text[last:])
    origin += range(last, len(text))
    return PlainText("".join(pieces), origin)
