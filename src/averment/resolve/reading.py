"""One article while its parties are being resolved: what is known so far, and who was mentioned where."""

from bisect import insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from averment.attribute.attribution import Attribution
from averment.parse.tree import Name, Parsed, Token
from averment.records import Article, Mention, MentionKind, Span
from averment.resolve.gazetteer import Hit
from averment.resolve.phrases import phrase
from averment.resolve.register import Draft, Register

DEEPEST = 30  # phrases within phrases that are followed; real ones have fewer than ten
SUBJECTS = {"nsubj", "nsubjpass", "agent"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found a phrase to stand for, and why; ``members`` are the states that a plural stands for."""

    draft: Draft
    kind: MentionKind
    reason: str
    span: Span | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A mention as the discourse remembers it."""

    i: int
    token: Token
    entity: str
    kind: MentionKind

    @property
    def subject(self) -> bool:
        """Whether the phrase is a subject, or the agent of a passive."""
        dep = self.token.dep
        return dep in SUBJECTS or (dep == "pobj" and self.token.head.dep == "agent")


Describe = Callable[["Reading", Token], Finding | None]


@dataclass(slots=True)
class Reading:
    """The state of one article's resolution; rules ask it for the mention of any token, before or after theirs.

    ``states`` and ``names`` are the listed names and ``name_spans`` the parser's, under each token they cover;
    ``home`` is the country that the report comes from, where it says so, ``filed`` the one that it was filed from.
    """

    article: Article
    parsed: Parsed
    attributions: list[Attribution]
    states: dict[int, Hit]
    names: dict[int, Hit]
    describe: Describe
    register: Register = field(default_factory=Register)
    mentions: dict[int, Mention] = field(default_factory=dict)
    members: dict[int, tuple[str, ...]] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    name_spans: dict[int, Name] = field(default_factory=dict)
    home: str | None = None
    filed: str | None = None
    depth: int = 0

    def party(self, token: Token) -> Draft | None:
        """The entity that the phrase on ``token`` stands for."""
        found = self.mention(token)
        return self.register.get(found.entity) if found else None

    def mention(self, token: Token) -> Mention | None:
        """The mention of the phrase on ``token``, resolved now if it was not yet."""
        if token.i not in self.seen and self.depth < DEEPEST:
            self.seen.add(token.i)
            self.depth += 1
            finding = self.describe(self, token)
            self.depth -= 1
            if finding is not None:
                self._note(token, finding)
        return self.mentions.get(token.i)

    def _note(self, token: Token, finding: Finding) -> None:
        span = finding.span or phrase(self.parsed, token)
        self.mentions[token.i] = Mention(span, finding.draft.id, finding.kind, finding.reason)
        if finding.members:
            self.members[token.i] = finding.members
        insort(self.turns, Turn(token.i, token, finding.draft.id, finding.kind), key=attrgetter("i"))

    def before(self, token: Token, sentences: int = 99) -> Iterator[tuple[Turn, Draft]]:
        """What was mentioned before ``token``, latest first, in its own sentence and so many before it."""
        for turn in reversed(self.turns):
            if turn.i >= token.i:
                continue
            if token.sentence - turn.token.sentence > sentences:
                return
            yield turn, self.register.get(turn.entity)

    def words(self, span: Span) -> str:
        """The text of ``span`` with single spaces."""
        return " ".join(span.of(self.parsed.text).split())
