"""Drafts -> the report: ids are given, tokens become spans, phrases become entities."""

from collections.abc import Iterable, Mapping

from averment.attribute.attribution import Attribution
from averment.cast import Cast
from averment.code.draft import EventDraft
from averment.code.when import Dates
from averment.ids import digest
from averment.parse.tree import Token
from averment.records import Article, Event, Party, Report, Span, Statement
from averment.resolve.resolution import Resolution


def assemble(
    article: Article, resolution: Resolution, attributions: list[Attribution], drafts: list[EventDraft]
) -> Report:
    """The report of one article: its entities, mentions, statements and events."""
    dates = Dates(resolution)
    cast = Cast(resolution)
    statement_ids = [
        digest("statement", article.id, *(span for spans in (a.source, a.cue, a.content) for span in (*spans, "/")))
        for a in attributions
    ]
    event_ids = [digest("event", article.id, d.type, d.mode, *(t.span for t in d.trigger)) for d in drafts]
    statements = tuple(_statement(a, i, statement_ids, cast, dates) for i, a in enumerate(attributions))
    events = tuple(_event(d, i, event_ids, statement_ids, resolution, dates) for i, d in enumerate(drafts))
    when = tuple(mention.when for mention in resolution.dates)
    return Report(article, cast.entities(), resolution.mentions, statements, events, when)


def _statement(attribution: Attribution, number: int, ids: list[str], cast: Cast, dates: Dates) -> Statement:
    return Statement(
        id=ids[number],
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        speaker=cast.entity(attribution.source_head),
        act=attribution.act,
        quoted=attribution.quoted,
        parent=ids[attribution.parent] if attribution.parent is not None else None,
        addressee=cast.entity(attribution.addressee),
        date=dates.of(attribution.cue_head),
        confidence=attribution.confidence,
        reason=attribution.rule,
    )


def _event(
    draft: EventDraft, number: int, ids: list[str], statement_ids: list[str], resolution: Resolution, dates: Dates
) -> Event:
    voice = draft.according_to
    return Event(
        id=ids[number],
        type=draft.type,
        mode=draft.mode,
        contexts=draft.contexts,
        trigger=_spans(draft.trigger),
        actors=tuple(_parties(draft.actors, draft.phrases, resolution)),
        recipients=tuple(_parties(draft.recipients, draft.phrases, resolution)),
        status=draft.status,
        stance=draft.stance,
        date=dates.of(draft.trigger[0]),
        same_as=ids[draft.same_as] if draft.same_as is not None else None,
        according_to=statement_ids[voice] if voice is not None else None,
        effects=draft.effects,
        quantities=draft.quantities,
        targets=draft.targets,
        confidence=draft.confidence,
        reason=draft.rule,
    )


def _spans(tokens: Iterable[Token]) -> tuple[Span, ...]:
    return tuple(sorted(token.span for token in tokens))


def _parties(tokens: Iterable[Token], phrases: Mapping[int, Span], resolution: Resolution) -> Iterable[Party]:
    """One party for each entity that a phrase stands for, with the phrase's span; of nobody, the words alone."""
    for token in tokens:
        mention = resolution.heads.get(token.i)
        span = phrases.get(token.i) or (mention.span if mention else token.span)
        entities = resolution.members.get(token.i, (mention.entity,)) if mention else (None,)
        for entity in entities:
            yield Party(entity, span)
