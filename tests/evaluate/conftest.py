"""Reports made by hand, from pieces of the text: what a coder might have found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest

from averment.records import (
    Act,
    Article,
    Entity,
    EntityKind,
    Event,
    Mention,
    MentionKind,
    Party,
    Quoted,
    Report,
    Span,
    Stance,
    Statement,
    Status,
)


class Sketch:
    """A report under construction: pieces of the text stand for spans, country codes for entities."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.mentions: list[Mention] = []
        self.entities: dict[str, Entity] = {}

    def span(self, piece: str) -> Span:
        begin = self.text.index(piece)
        return Span(begin, begin + len(piece))

    def entity(self, country: str | None, *mentions: str) -> str | None:
        if country is None:
            return None
        code = country if len(country) == 3 else None  # a longer word is an entity without a country
        self.entities.setdefault(country, Entity(country, country, EntityKind.STATE, code))
        self.mentions += [Mention(self.span(m), country, MentionKind.NAME, "test") for m in mentions]
        return country

    def says(self, source: str, cue: str, content: str, act: str = "assert", country: str | None = None) -> str:
        number = f"s{len(self.statements)}"
        self.statements.append(
            Statement(
                id=number,
                source=(self.span(source),) if source else (),
                cue=(self.span(cue),) if cue else (),
                content=(self.span(content),),
                speaker=self.entity(country, source) if country else None,
                act=Act(act),
                quoted=Quoted.INDIRECT,
            )
        )
        return number

    def does(
        self,
        event_type: str,
        trigger: str,
        actors: Sequence[tuple[str, str | None]] = (),
        recipients: Sequence[tuple[str, str | None]] = (),
        **more: Any,
    ) -> str:
        number = f"e{len(self.events)}"
        settings: dict[str, Any] = {"mode": None, "status": Status.FACTUAL, "stance": Stance.ASSERTED} | more
        self.events.append(
            Event(
                id=number,
                type=event_type,
                contexts=(),
                trigger=(self.span(trigger),),
                actors=tuple(Party(self.entity(country), self.span(words)) for words, country in actors),
                recipients=tuple(Party(self.entity(country), self.span(words)) for words, country in recipients),
                **settings,
            )
        )
        return number

    def report(self, doc: str = "doc") -> Report:
        article = Article(id=doc, source=f"{doc}.txt", text=self.text)
        return Report(
            article, tuple(self.entities.values()), tuple(self.mentions), tuple(self.statements), tuple(self.events)
        )


class Canned:
    """A pipeline that finds what ``find`` says; by default nothing."""

    def __init__(self, find: Callable[[Article], Report] = Report) -> None:
        self.find = find

    def reports(self, articles: Iterable[Article]) -> Iterator[Report]:
        yield from map(self.find, articles)


@pytest.fixture
def sketch() -> type[Sketch]:
    return Sketch


@pytest.fixture
def canned() -> type[Canned]:
    return Canned
