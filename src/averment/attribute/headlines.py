"""Headlines and transcripts: "Minister: we will answer", "Databases under attack: minister"."""

from averment.attribute.finding import Finding
from averment.attribute.fragments import Run
from averment.attribute.roles import roles
from averment.attribute.sources import Source
from averment.parse.tree import Parsed, Sentence, Token
from averment.records import Act

LONGEST_NAME = 8  # tokens of a speaker beside a colon


def find_headlines(parsed: Parsed) -> list[Finding]:
    """Sentences that open or close with a speaker and a colon, and no verb of saying."""
    found = []
    for sentence in parsed.sentences:
        finding = _opening(parsed, sentence) or _closing(parsed, sentence)
        if finding is not None:
            found.append(finding)
    return found


def _opening(parsed: Parsed, sentence: Sentence) -> Finding | None:
    words = parsed.tokens[sentence.begin : min(sentence.end, sentence.begin + LONGEST_NAME + 1)]
    colon = next((token for token in words if token.text == ":"), None)
    if colon is None or sentence.end - colon.i < 4:
        return None
    return _finding(parsed, Run(sentence.begin, colon.i), colon, Run(colon.i + 1, sentence.end))


def _closing(parsed: Parsed, sentence: Sentence) -> Finding | None:
    end = sentence.end
    if end - sentence.begin < 6 or parsed.tokens[end - 1].text in (".", '"', "?", "!"):
        return None
    words = parsed.tokens[max(sentence.begin + 3, end - LONGEST_NAME - 1) : end]
    colon = next((token for token in reversed(words) if token.text == ":"), None)
    if colon is None:
        return None
    return _finding(parsed, Run(colon.i + 1, end), colon, Run(sentence.begin, colon.i))


def _finding(parsed: Parsed, name: Run, colon: Token, content: Run) -> Finding | None:
    words = parsed.tokens[name.begin : name.end]
    head = _head(words)
    if head is None or not _speaks(words, head):
        return None
    root = next((t for t in parsed.tokens[content.begin : content.end] if t.pos in ("VERB", "AUX")), None)
    source = Source(head, name.begin, name.end)
    return Finding(source, (Run(colon.i, colon.i + 1),), colon, (content,), root, Act.ASSERT, "headline")


def _head(words: list[Token]) -> Token | None:
    """The head of a speaker's name: its last noun before any preposition."""
    nouns = []
    for token in words:
        if token.pos in ("VERB", "AUX"):
            return None
        if token.pos == "ADP":
            break
        if token.pos in ("NOUN", "PROPN"):
            nouns.append(token)
    return nouns[-1] if nouns else None


def _speaks(words: list[Token], head: Token) -> bool:
    return head.lemma in roles() or head.lower in roles() or any(word.ent == "PERSON" for word in words)
