"""Pronouns: he and she, it, they, we and I, and relative pronouns."""

from collections.abc import Iterator

from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind, Span
from averment.resolve.listings import state
from averment.resolve.reading import SUBJECTS, Finding, Reading, Turn
from averment.resolve.register import Draft, draft_of
from averment.resolve.speakers import home, speaker
from averment.resolve.wordlists import wordlist

PERSONAL = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
NEUTER = {"it", "its", "itself"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
FIRST = {"we", "us", "our", "ours", "ourselves"}
SPEAKER = {"i", "me", "my", "mine", "myself"}
RELATIVE = {"who", "which", "that", "whom", "whose"}


def _quoted(reading: Reading, token: Token) -> tuple[Span, ...]:
    """What the one whom a pronoun stands for is reported to have said: its names are of others, or of themselves."""
    return next((a.content for a in reading.attributions if a.source_head is token), ())


def pronoun(reading: Reading, token: Token) -> Finding | None:
    """The party that a pronoun stands for; None if its antecedent cannot be told."""
    word = token.lower
    if word in PERSONAL:
        return _personal(reading, token)
    if word in NEUTER:
        return _neuter(reading, token)
    if word in PLURAL:
        return _plural(reading, token)
    if word in FIRST or word in SPEAKER:
        return _speaker(reading, token)
    return _relative(reading, token) if word in RELATIVE else None


def _found(draft: Draft, reason: str) -> Finding:
    return Finding(draft, MentionKind.PRONOUN, reason)


def _personal(reading: Reading, token: Token) -> Finding | None:
    """He or she: the nearest person, a subject before others, in this sentence and the three before it."""
    gender = "he" if token.lower.startswith("h") and not token.lower.startswith("her") else "she"
    acting, said = _acting(reading, token), _quoted(reading, token)
    people = [
        (t, d) for t, d in reading.before(token, 3)
        if d.kind is EntityKind.PERSON and not d.plural and d is not acting
        and d.gender in ("", gender) and not _inside(t, said)
    ]  # fmt: skip
    found = _undergoing(token, people) or _nearest(token, people)
    if found is not None:
        found.draft.gender = gender
    return found


def _whole(part: Token) -> Token:
    """ "Government" in "the government of Mr Roe": what an "of" phrase is a part of."""
    while part.dep == "pobj" and part.head.lower == "of":
        part = part.head.head
    return part


def _undergoing(token: Token, candidates: list[tuple[Turn, Draft]]) -> Finding | None:
    """ "They seek Bob. He is wanted": the subject of a passive goes on with the one to whom things were done."""
    if token.dep != "nsubjpass":
        return None
    before = [(t, d) for t, d in candidates if t.token.sentence == token.sentence - 1 and d.named]
    if len(before) != 1 or before[0][0].token.dep not in ("dobj", "pobj"):
        return None
    draft = before[0][1]
    return _found(draft, f"the one named person of the sentence before, done to there too: {draft.name}")


def _acting(reading: Reading, token: Token) -> Draft | None:
    """Who acts on an object pronoun, and so is not meant by it: "Bob holds him" speaks of two."""
    if token.dep not in ("dobj", "dative", "pobj") or token.lower.endswith("self"):
        return None
    verb = next((above for above in token.ancestors() if above.pos in ("VERB", "AUX")), token)
    while verb.child("nsubj", "nsubjpass") is None and verb.dep in ("advcl", "xcomp", "conj"):
        verb = verb.head
    subject = verb.child("nsubj") if token.dep != "pobj" or token.head.head is verb else None
    return reading.party(subject) if subject is not None else None


def _nearest(token: Token, candidates: list[tuple[Turn, Draft]]) -> Finding | None:
    """The candidate in the nearest sentence that has one; there, subjects go before others."""
    if not candidates:
        return None
    sentence = max(turn.token.sentence for turn, _ in candidates)
    nearest = [(turn, draft) for turn, draft in candidates if turn.token.sentence == sentence]
    where = "the same sentence" if sentence == token.sentence else "the sentence before"
    for test, what in ((_subject, "subject of"), (_of_subject, "possessor of the subject of")):
        fitting = [(turn, draft) for turn, draft in nearest if test(turn)]
        if fitting:
            _, draft = fitting[0] if sentence == token.sentence else min(fitting, key=_depth)
            return _found(draft, f"{what} {where}: {draft.name}")
    _, draft = nearest[0]
    return _found(draft, f"the last one spoken of: {draft.name}")


def _depth(candidate: tuple[Turn, Draft]) -> int:
    """How deep in its sentence a mention hangs: the subject of the main clause comes first."""
    return sum(1 for _ in candidate[0].token.ancestors())


def _subject(turn: Turn) -> bool:
    return turn.subject


def _of_subject(turn: Turn) -> bool:
    return turn.token.dep == "poss" and turn.token.head.dep in SUBJECTS


def _neuter(reading: Reading, token: Token) -> Finding | None:
    """It: a party that is no person, by the coordinated phrase before, then the subject, then the sentence before."""
    if token.lower == "it" and _impersonal(token):
        return None
    if token.lower == "its":
        found = _coordinated(reading, token) or _possessing(reading, token)
        if found is not None:
            return found
    acting, said = _acting(reading, token), _quoted(reading, token)
    things = [
        (t, d) for t, d in reading.before(token, 1)
        if not _inside(t, said) and _neutral(d) and d is not acting and not token.is_inside(t.token)
    ]  # fmt: skip
    here = [(t, d) for t, d in things if t.token.sentence == token.sentence]
    if here:
        return _nearest(token, here)
    return _nearest(token, things) if _in_main_clause(token) else None


def _neutral(draft: Draft) -> bool:
    return draft.kind is not EntityKind.PERSON and not (draft.plural and not draft.named)


def _in_main_clause(token: Token) -> bool:
    head = token.head if token.dep != "poss" else token.head.head
    return head.dep == "ROOT" or head.head.dep == "ROOT"


def _impersonal(token: Token) -> bool:
    """ "It is clear that", "it seems": it stands for nothing."""
    verb = token.head
    if token.dep == "expl" or verb.lemma in wordlist("impersonal"):
        return True
    return verb.lemma == "be" and verb.child("acomp", "attr", "ccomp", "xcomp", "advcl", "prep") is not None


def _inside(turn: Turn, spans: tuple[Span, ...]) -> bool:
    return any(span.begin <= turn.token.begin < span.end for span in spans)


def _possessing(reading: Reading, token: Token) -> Finding | None:
    """ "The claims of Albania about an attack on its networks": whose the noun is that the phrase hangs on."""
    for above in token.head.ancestors():
        if above.pos not in ("NOUN", "ADP"):
            return None
        for child in above.children:
            inner = child.child("pobj") if child.dep == "prep" and child.lower == "of" else child
            if child.i < token.i and (child.dep == "poss" or inner is not child) and inner is not None:
                party = reading.party(inner) if inner.i < token.i else None
                if party is not None and _neutral(party):
                    return _found(party, f"whose the noun before is: {party.name}")
    return None


def _coordinated(reading: Reading, token: Token) -> Finding | None:
    """ "Iran's ministry and its minister": a party named in the member before the one that "its" stands in."""
    member = next((above for above in token.ancestors() if above.dep == "conj"), None)
    if member is None or member.pos not in ("NOUN", "PROPN"):
        return None
    opener = member.head
    for turn, draft in reading.before(token, 0):
        if opener.left <= turn.i < member.left and draft.country and _neutral(draft) and turn.token.is_inside(opener):
            return _found(draft, f"named in the coordinated phrase before: {draft.name}")
    return None


def _plural(reading: Reading, token: Token) -> Finding | None:
    """They: the nearest plural party, a subject before others, in this sentence and the two before it."""
    return _nearest(token, list(_plurals(reading, token)))


def _plurals(reading: Reading, token: Token) -> Iterator[tuple[Turn, Draft]]:
    acting = _acting(reading, token)
    for turn, draft in reading.before(token, 2):
        if (draft.plural or draft.kind is EntityKind.GROUP) and draft is not acting and not token.is_inside(turn.token):
            yield turn, draft


def _speaker(reading: Reading, token: Token) -> Finding | None:
    """I and we: the speaker; we, said by a person who speaks for a state, is the state."""
    party = speaker(reading, token)
    if party is None:
        return None
    country = home(reading, party)
    if token.lower in FIRST and party.kind is EntityKind.PERSON and country:
        draft = reading.register.add(draft_of(state(country)))
        return _found(draft, f"the speaker's state: {party.name} speaks")
    return _found(party, f"the speaker: {party.name}")


def _relative(reading: Reading, token: Token) -> Finding | None:
    """Who and which: the party on which the relative clause hangs."""
    if token.pos != "PRON" or token.tag not in ("WDT", "WP", "WP$"):
        return None
    clause = next((above for above in token.ancestors() if above.dep == "relcl"), None)
    if clause is None:
        return None
    before = reading.parsed.tokens[token.i - 1] if token.i else token
    party = reading.party(before) if token.lower == "who" and before.pos == "PROPN" else None
    party = party or reading.party(clause.head)
    if token.lower == "which" and party is not None and party.kind is EntityKind.PERSON:
        party = reading.party(_whole(clause.head))
    return _found(party, f"relative to {party.name}") if party is not None else None
