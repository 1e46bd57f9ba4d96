"""Other names for an entity, explained by the text: acronyms in brackets, and surnames."""

from averment.parse.tree import Token
from averment.resolve.reading import Reading
from averment.resolve.register import Draft


def note_acronym(reading: Reading, head: Token, draft: Draft) -> None:
    """Remember the acronym in brackets after a name: it stands for the same entity from there on."""
    tokens = reading.parsed.tokens
    for i in range(head.i + 1, min(head.right + 3, len(tokens) - 2)):
        if tokens[i].text != "(":
            continue
        word = tokens[i + 1].text
        if word.isupper() and len(word) > 1 and tokens[i + 2].text == ")":
            reading.aliases.setdefault(word, draft.id)
            if word not in draft.aliases and word != draft.name:
                draft.aliases.append(word)
        return


def note_surname(reading: Reading, draft: Draft) -> None:
    """Remember a person's last name, and make one of an earlier mention by that name alone."""
    surname = draft.name.split()[-1].lower()
    known = reading.surnames.get(surname)
    if known is not None and known != draft.id:
        earlier = reading.register.get(known)
        if earlier.name.lower() == surname and draft.country in (None, earlier.country):
            reading.register.merge(earlier, draft)
    reading.surnames[surname] = draft.id
