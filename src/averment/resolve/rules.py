"""The resolver by lists and rules: one pass over an article's tokens in text order."""

from collections.abc import Mapping

from averment.attribute.attribution import Attribution
from averment.parse.tree import Parsed, Token
from averment.records import Article, Mention
from averment.resolve.ambiguity import settle
from averment.resolve.datelines import filed_from, home_of
from averment.resolve.dates import dates
from averment.resolve.describe import describe
from averment.resolve.gazetteer import Gazetteer, Hit, Sort
from averment.resolve.listings import parties, states
from averment.resolve.nouns import noun
from averment.resolve.persons import is_personal
from averment.resolve.reading import Reading
from averment.resolve.resolution import Resolution
from averment.resolve.wordlists import wordlist

OF_STATES = {Sort.STATE, Sort.DEMONYM, Sort.METONYM}
NAMESAKES = {Sort.STATE, Sort.METONYM, Sort.PLACE}
HONORIFICS = {"mr", "mrs", "ms", "miss", "dr"}
FILED_FROM = {Sort.STATE, Sort.METONYM, Sort.PLACE}
CANDIDATES = {"NOUN", "PROPN", "PRON"}


class RuleResolver:
    """Resolves parties by lists, noun tables and explained rules, and dates against the publication date."""

    def __init__(self, own: Gazetteer | None = None) -> None:
        """``own`` holds names that the caller knows; they go before those of the lists."""
        self._own = own

    def resolve(self, article: Article, parsed: Parsed, attributions: list[Attribution]) -> Resolution:
        """Return entities, mentions by head token, and dates; what cannot be told stays out."""
        reading = _reading(article, parsed, attributions, self._own)
        for token in parsed.tokens:
            if _candidate(reading, token):
                reading.mention(token)
        return _resolution(reading)


def _candidate(reading: Reading, token: Token) -> bool:
    """Whether a phrase may hang on the token."""
    if token.pos in CANDIDATES or token.i in reading.states or token.i in reading.names:
        return True
    return token.pos == "NUM" or (token.pos in ("DET", "ADJ") and token.lower in wordlist("quantities"))


def _reading(
    article: Article, parsed: Parsed, attributions: list[Attribution], own: Gazetteer | None = None
) -> Reading:
    given = own.scan(parsed.tokens) if own else {}
    spans = {i: name for name in parsed.names for i in range(name.begin, name.end)}
    home = home_of(article)
    known, names = settle(parsed, _hits(parsed, states(), given), _hits(parsed, parties(), given), home)
    known |= {i: h for i, h in given.items() if h.listing.sort in OF_STATES}
    names |= {i: h for i, h in given.items() if h.listing.sort not in OF_STATES}
    return Reading(article, parsed, attributions, known, names, describe, name_spans=spans, home=home,
                   filed=filed_from(article))  # fmt: skip


def _hits(parsed: Parsed, listed: Gazetteer, given: Mapping[int, Hit]) -> dict[int, Hit]:
    """The names of a list that stand for their parties, but for those that overlap the caller's own."""
    found = {i: hit for i, hit in listed.scan(parsed.tokens).items() if _counts(parsed, hit)}
    return {i: hit for i, hit in found.items() if given.keys().isdisjoint(range(hit.begin, hit.end))}


def _counts(parsed: Parsed, hit: Hit) -> bool:
    """Whether a listed name stands for its party where it is found."""
    if hit.listing.sort is Sort.LOOKALIKE or _in_name(parsed.tokens, hit):
        return False
    return not _of_person(parsed.tokens, hit) and not _dateline(parsed, hit)


def _in_name(tokens: list[Token], hit: Hit) -> bool:
    """Whether the name is a part of another: the Irish Sea, the Gulf of Oman, the Duke of Wellington, Bab al-Yemen."""
    if hit.listing.sort not in OF_STATES:
        return False
    behind = tokens[hit.end].text if hit.end < len(tokens) else ""
    if behind[:1].isupper() and behind.lower() in wordlist("waters"):
        return True
    one, two = (tokens[hit.begin - n].text if hit.begin >= n else "" for n in (1, 2))
    if one == "-" and two.lower() in ("al", "el"):
        return True
    lists = ("waters", "nobles") if hit.listing.sort is Sort.METONYM else ("waters",)
    return one == "of" and two[:1].isupper() and any(two.lower() in wordlist(name) for name in lists)


def _dateline(parsed: Parsed, hit: Hit) -> bool:
    """Whether the name says where a report was filed: in capitals, first of its sentence, before plain words."""
    token = parsed.tokens[hit.begin]
    if parsed.sentence_of(token).begin != hit.begin or hit.listing.sort not in FILED_FROM or len(token.text) < 4:
        return False
    following = parsed.tokens[hit.end].text if hit.end < len(parsed.tokens) else "."
    return token.text.isupper() and not following.isupper() and following not in ("'s", ".", ":", "and")


def _of_person(tokens: list[Token], hit: Hit) -> bool:
    """Whether a listed word is a part of a longer name of a person: "Jordan" in the name of a Mr Jordan Peele."""
    head = tokens[hit.head]
    if hit.end - hit.begin > 1:
        return False
    if hit.listing.sort in NAMESAKES and (_titled(tokens, hit) or _first_name(tokens, hit)):
        return True
    if head.ent != "PERSON":
        return False
    neighbours = [tokens[i] for i in (hit.begin - 1, hit.end) if 0 <= i < len(tokens)]
    return any(n.ent == "PERSON" and _names_one(n) and (n.head is head or head.head is n) for n in neighbours)


def _titled(tokens: list[Token], hit: Hit) -> bool:
    """ "Ms Jordan"."""
    return hit.begin > 0 and tokens[hit.begin - 1].lower.rstrip(".") in HONORIFICS


def _first_name(tokens: list[Token], hit: Hit) -> bool:
    """ "Georgia Roe, a spokeswoman": a name before a name beside which a role stands."""
    last = tokens[hit.head].head
    if last.i != hit.end or last.pos != "PROPN" or noun(last) is not None:
        return False
    return any(c.dep == "appos" and is_personal(c) for c in last.children)


def _names_one(token: Token) -> bool:
    """Whether a token can be one of a person's names: a proper noun that is no title or role."""
    titled = token.lower.rstrip(".") in wordlist("titles") or noun(token) is not None
    return token.pos == "PROPN" and token.text[:1].isupper() and not titled


def _resolution(reading: Reading) -> Resolution:
    final = reading.register.final
    heads = {i: Mention(m.span, final(m.entity), m.kind, m.reason) for i, m in sorted(reading.mentions.items())}
    extra = [
        Mention(heads[i].span, member, heads[i].kind, heads[i].reason)
        for i, members in sorted(reading.members.items()) for member in members
    ]  # fmt: skip
    return Resolution(
        entities={draft.id: draft.entity() for draft in reading.register.drafts()},
        mentions=(*heads.values(), *extra),
        heads=heads,
        dates=dates(reading.parsed, reading.article.published),
        published=reading.article.published,
        members=reading.members,
    )
