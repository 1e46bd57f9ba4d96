"""One report of a charge and a denial, read by hand, and a pipeline that knows it by heart."""

from collections.abc import Iterable, Iterator
from datetime import date

from averment.records import (
    Act,
    Article,
    DateRange,
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

TEXT = (
    "Tirana blames Tehran for July attack\n\n"
    "Prime Minister Edi Rama said that Iran had attacked the networks of Albania on July 15. "
    "Iran's foreign ministry denied the charge on Thursday, calling it baseless.\n"
)


def span(text: str, words: str, nth: int = 0) -> Span:
    """The span of the ``nth`` place where ``words`` stand in ``text``."""
    begin = -1
    for _ in range(nth + 1):
        begin = text.index(words, begin + 1)
    return Span(begin, begin + len(words))


def report_of(article: Article) -> Report:
    """The report that a careful reader would make of TEXT; of other texts, an empty one."""
    if TEXT.strip() not in article.text:
        return Report(article)
    at = article.text
    rama, iran, albania, ministry = (
        span(at, "Edi Rama"),
        span(at, "Iran"),
        span(at, "Albania"),
        span(at, "Iran's foreign ministry"),
    )
    charge = Statement(
        "s1", (span(at, "Prime Minister Edi Rama"),), (span(at, "said"),),
        (span(at, "that Iran had attacked the networks of Albania on July 15"),),
        "e1", Act.ACCUSE, Quoted.INDIRECT, confidence=0.9,
    )  # fmt: skip
    denial = Statement(
        "s2", (ministry,), (span(at, "denied"),), (span(at, "the charge"), span(at, "calling it baseless")),
        "e4", Act.DENY, Quoted.MIXED, date=DateRange(date(2022, 9, 8), date(2022, 9, 8), span(at, "on Thursday")),
        confidence=0.8,
    )  # fmt: skip
    attack = Event(
        "v1", "COERCE", "cyber", ("cyber",), (span(at, "attacked"),), (Party("e2", iran),), (Party("e3", albania),),
        Status.HISTORICAL, Stance.ALLEGED, DateRange(date(2022, 7, 15), date(2022, 7, 15), span(at, "on July 15")),
        according_to="s1", effects=("networks attacked",), confidence=0.7,
        quantities=("2 networks", "several servers"), targets=("government",),
    )  # fmt: skip
    blame = Event(
        "v2", "ACCUSE", "allege", (), (span(at, "blames"),),
        (Party(None, span(at, "Tirana")),), (Party("e2", span(at, "Tehran")),),
        Status.FACTUAL, Stance.ASSERTED, confidence=0.6,
    )  # fmt: skip
    return Report(
        article,
        (
            Entity("e1", "Edi Rama", EntityKind.PERSON, "ALB", ("GOV",)),
            Entity("e2", "Iran", EntityKind.STATE, "IRN", ids={"wikidata": "Q794"}),
            Entity("e3", "Albania", EntityKind.STATE, "ALB"),
            Entity("e4", "Ministry of Foreign Affairs of Iran", EntityKind.ORGAN, "IRN"),
        ),
        (
            Mention(span(at, "Tehran"), "e2", MentionKind.NAME, "a capital for its government"),
            Mention(rama, "e1", MentionKind.NAME, "a name"),
            Mention(iran, "e2", MentionKind.NAME, "a country's name"),
            Mention(albania, "e3", MentionKind.NAME, "a country's name"),
            Mention(ministry, "e4", MentionKind.NAME, "an organ's name"),
        ),
        (charge, denial),
        (blame, attack),
    )  # fmt: skip


class FakePipeline:
    """A pipeline that knows one article by heart."""

    def reports(self, articles: Iterable[Article]) -> Iterator[Report]:
        """Yield the report of each article."""
        return map(report_of, articles)
