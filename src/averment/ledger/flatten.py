"""A report as the rows that hold it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields

from averment.ids import digest
from averment.ledger.failures import RecordError
from averment.ledger.quotes import quote, sentence
from averment.ledger.tables import Row, Rows
from averment.records import Article, DateRange, Event, Party, Report, Span, Statement


def flatten(report: Report) -> Rows:
    """The rows of ``report`` by table, each table in order; raises RecordError for text that no file can hold."""
    article = report.article
    rows: Rows = {
        "articles": [_article(article)],
        "article_spans": _article_spans(article),
        "entities": _entities(report),
        "mentions": _mentions(report),
        "statements": [_statement(article, n, statement) for n, statement in enumerate(report.statements)],
        "statement_spans": sorted(row for statement in report.statements for row in _statement_spans(statement)),
        "events": [_event(article, n, event) for n, event in enumerate(report.events)],
        "event_spans": sorted(row for event in report.events for row in _spans(event.id, span_list=event.trigger)),
        "parties": sorted((row for event in report.events for row in _parties(article, event)), key=_party_order),
    }
    _check_encodable(article, rows)
    return rows


def fingerprint(article: Article) -> str:
    """A hash of everything that an article says of itself, text included."""
    return digest("article as read", *(getattr(article, field.name) for field in fields(article)))


def _article(article: Article) -> Row:
    begin, end = article.title_span or (None, None)
    published = article.published.isoformat() if article.published else None
    return (
        article.id, article.source, article.title, article.outlet, article.outlet_country, published,
        article.published_basis.value, article.language, begin, end, fingerprint(article), article.text,
    )  # fmt: skip


def _article_spans(article: Article) -> list[Row]:
    return [
        *_spans(article.id, "body", span_list=article.body),
        *_spans(article.id, "related", span_list=article.related),
    ]


def _entities(report: Report) -> list[Row]:
    return [
        (
            report.article.id, entity.id, n, entity.name, entity.kind.value, entity.country, _json(entity.sectors),
            _json(entity.aliases), _json(entity.ids), entity.reason, _json(entity.members),
        )
        for n, entity in enumerate(report.entities)
    ]  # fmt: skip


def _mentions(report: Report) -> list[Row]:
    return [
        (report.article.id, n, *mention.span, mention.entity, mention.kind.value, mention.reason)
        for n, mention in enumerate(report.mentions)
    ]


def _statement(article: Article, n: int, statement: Statement) -> Row:
    return (
        statement.id, article.id, n, statement.speaker, statement.addressee, statement.act.value,
        statement.quoted.value, statement.parent, *_date(statement.date), float(statement.confidence),
        statement.reason, quote(article.text, statement.source), quote(article.text, statement.cue),
        quote(article.text, statement.content),
    )  # fmt: skip


def _statement_spans(statement: Statement) -> list[Row]:
    roles = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return [row for role, spans in roles.items() for row in _spans(statement.id, role, span_list=spans)]


def _event(article: Article, n: int, event: Event) -> Row:
    around = sentence(article.text, event.trigger, article.body)
    return (
        event.id, article.id, n, event.type, event.mode, _json(event.contexts), event.status.value,
        event.stance.value, *_date(event.date), event.place, event.same_as, event.according_to,
        _json(event.effects), _json(event.quantities), _json(event.targets), float(event.confidence), event.reason,
        quote(article.text, event.trigger), *(around or (None, None)), around.of(article.text) if around else "",
    )  # fmt: skip


def _parties(article: Article, event: Event) -> list[Row]:
    sides: dict[str, tuple[Party, ...]] = {"actor": event.actors, "recipient": event.recipients}
    return [
        (event.id, side, n, article.id, party.entity, *party.span, party.span.of(article.text))
        for side, parties in sides.items()
        for n, party in enumerate(parties)
    ]


def _party_order(row: Row) -> Row:
    return row[:3]


def _spans(*owner: str, span_list: Iterable[Span]) -> list[Row]:
    return [(*owner, n, span.begin, span.end) for n, span in enumerate(span_list)]


def _date(when: DateRange | None) -> tuple[str | int | None, ...]:
    """First day, last day, begin and end of the words."""
    if when is None:
        return None, None, None, None
    return when.start.isoformat(), when.end.isoformat(), *(when.span or (None, None))


def _json(value: Iterable[str] | Mapping[str, str]) -> str:
    plain = dict(value) if isinstance(value, Mapping) else list(value)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _check_encodable(article: Article, rows: Rows) -> None:
    """No half of a surrogate pair: it is no character, and a file in UTF-8 cannot hold it."""
    try:
        for table in rows.values():
            "".join(value for row in table for value in row if isinstance(value, str)).encode()
    except UnicodeEncodeError as error:
        raise RecordError(
            f"{article.source!a}: a record holds {error.object[error.start]!a}, which is no character; "
            "replace lone surrogates before the text is coded"
        ) from error
