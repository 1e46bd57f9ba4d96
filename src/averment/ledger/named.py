"""Who is named in the articles of a ledger, as subjects to look for on sanctions lists; and wallet addresses."""

import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator

from averment.lists.entry import ListKind
from averment.lists.subject import Subject
from averment.records import EntityKind

AROUND = 80  # characters on either side of a person's name that may tell the role
MOST_ROLE_WORDS = 200  # kept of what a person is called, and of the words around the name

_PERSON = str(EntityKind.PERSON)
_UNLISTED = (EntityKind.STATE, EntityKind.SYSTEM)  # no list has states; a system is no party
_NAMED = f"""
SELECT e.kind, e.name, e.country, e.aliases, e.article, e.id FROM entities e
WHERE e.kind NOT IN ({", ".join(f"'{kind}'" for kind in _UNLISTED)}) AND EXISTS
    (SELECT 1 FROM mentions m WHERE m.article = e.article AND m.entity = e.id AND m.kind = 'name')
ORDER BY e.article, e.position
"""  # noqa: S608
_CALLED = f"""
SELECT m.article, m.entity, CASE m.kind
    WHEN 'name' THEN substr(a.text, max(1, m.begin + 1 - {AROUND}), m."end" - m.begin + 2 * {AROUND})
    ELSE substr(a.text, m.begin + 1, m."end" - m.begin) END
FROM mentions m
JOIN articles a ON a.id = m.article JOIN entities e ON e.article = m.article AND e.id = m.entity
WHERE m.kind IN ('name', 'nominal') AND e.kind = ? ORDER BY m.article, m.position
"""  # noqa: S608
_ADDRESS = re.compile(r"\b(?:bitcoincash:)?(?=[a-zA-Z]*\d)[a-zA-Z0-9]{25,110}\b")


def select_subjects(connection: sqlite3.Connection) -> Iterator[Subject]:
    """Everybody named but states: one subject for a kind, name and country, whichever articles name it, by name."""
    aliases, articles = defaultdict[tuple[str, str, str], set[str]](set), Counter[tuple[str, str, str]]()
    roles, called = defaultdict[tuple[str, str, str], dict[str, None]](dict), _called(connection)
    for kind, name, country, others, article, entity in connection.execute(_NAMED):
        who = (name, kind, country or "")
        articles[who] += 1
        aliases[who].update(json.loads(others))
        roles[who].update(dict.fromkeys(called.get((article, entity), ())))
    for who in sorted(articles):
        name, kind, country = who
        yield Subject(
            name=name,
            kind=ListKind.INDIVIDUAL if kind == _PERSON else ListKind.ENTITY,
            names=tuple(sorted(aliases[who] - {name})),
            country=country or None,
            role=" ".join(" ".join(roles[who]).split()[:MOST_ROLE_WORDS]),
            articles=articles[who],
        )


def select_addresses(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Yield what may be a wallet address, and how many articles hold it; in order."""
    found = Counter[str]()
    for (text,) in connection.execute("SELECT text FROM articles"):
        found.update(set(_ADDRESS.findall(text)))
    yield from sorted(found.items())


def _called(connection: sqlite3.Connection) -> dict[tuple[str, str], list[str]]:
    """What persons are called ("the minister"), and the words around their names, by article and entity."""
    found = defaultdict[tuple[str, str], list[str]](list)
    for article, entity, words in connection.execute(_CALLED, (_PERSON,)):
        found[article, entity].append(words)
    return found
