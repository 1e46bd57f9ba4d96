"""Other names for an entity, explained by the text: acronyms in brackets, and surnames."""

from averment.parse.tree import Token
from averment.resolve.reading import Reading
from averment.resolve.register import Draft, draft_of
from averment.resolve.transliteration import sounds


def note_acronym(reading: Reading, head: Token, draft: Draft) -> None:
    """Remember the acronym in brackets after a name: it stands for the same entity from there on."""
    tokens = reading.parsed.tokens
    for i in range(head.i + 1, min(head.right + 3, len(tokens) - 2)):
        if tokens[i].text != "(":
            continue
        word = tokens[i + 1].text
        hit = reading.names.get(i + 1)
        if hit is not None and hit.listing.kind is draft.kind and hit.listing.id != draft.id:
            reading.register.merge(draft, reading.register.add(draft_of(hit.listing)))
            return
        if word.isupper() and len(word) > 1 and tokens[i + 2].text == ")":
            reading.aliases.setdefault(word, draft.id)
            if word not in draft.aliases and word != draft.name:
                draft.aliases.append(word)
        return


def note_surname(reading: Reading, draft: Draft) -> None:
    """Remember a person's last and first name by sound, and make one of an earlier mention by that name alone."""
    surname = sounds(draft.name.split()[-1])
    known = reading.surnames.get(surname)
    if known is not None and known != draft.id:
        earlier = reading.register.get(known)
        if sounds(earlier.name) == surname and draft.country in (None, earlier.country):
            reading.register.merge(earlier, draft)
    reading.surnames[surname] = draft.id
    reading.surnames.setdefault(sounds(draft.name.split()[0]), draft.id)
