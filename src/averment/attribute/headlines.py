"""Headlines and transcripts: "Minister: we will answer", "Databases under attack: minister"."""

from collections import Counter

from averment.attribute.finding import Finding
from averment.attribute.fragments import Run
from averment.attribute.roles import roles
from averment.attribute.sources import Source
from averment.parse.tree import Parsed, Sentence, Token
from averment.records import Act

LONGEST_NAME = 8  # tokens of a speaker beside a colon


def find_headlines(parsed: Parsed) -> list[Finding]:
    """Sentences that open or close with a speaker and a colon, and no verb of saying."""
    labels = Counter(label for sentence in parsed.sentences if (label := _label(parsed, sentence)))
    found = []
    for number, sentence in enumerate(parsed.sentences):
        label = _label(parsed, sentence)
        named = label is not None and labels[label] > 1
        finding = _opening(parsed, number, named) or _closing(parsed, sentence)
        if finding is not None:
            found.append(finding)
    return found


def _label(parsed: Parsed, sentence: Sentence) -> str | None:
    """A word in capitals before a colon that opens a sentence: a speaker of a transcript, if it comes again."""
    first = parsed.tokens[sentence.begin]
    if sentence.end - sentence.begin < 2 or parsed.tokens[sentence.begin + 1].text != ":":
        return None
    return first.text if first.text.isupper() and len(first.text) > 1 else None


def _opening(parsed: Parsed, number: int, named: bool) -> Finding | None:
    sentence = parsed.sentences[number]
    words = parsed.tokens[sentence.begin : min(sentence.end, sentence.begin + LONGEST_NAME + 1)]
    colon = next((token for token in words if token.text == ":"), None)
    if colon is None:
        return None
    end = _end(parsed, number, named or colon.i + 1 == sentence.end, named)
    if end - colon.i < 4 and not named:
        return None
    return _finding(parsed, Run(sentence.begin, colon.i), colon, Run(colon.i + 1, end), named)


def _end(parsed: Parsed, number: int, goes_on: bool, named: bool) -> int:
    """Where what follows a colon ends: with its sentence, the next one if cut off, the paragraph of a transcript."""
    paragraph, end = parsed.sentences[number].paragraph, parsed.sentences[number].end
    last = len(parsed.sentences) if goes_on else 0
    for k in range(number + 1, last if named else min(last, number + 2)):
        if parsed.sentences[k].paragraph != paragraph:
            break
        end = parsed.sentences[k].end
    return end


def _closing(parsed: Parsed, sentence: Sentence) -> Finding | None:
    end = sentence.end
    if end - sentence.begin < 6 or parsed.tokens[end - 1].text in (".", '"', "?", "!"):
        return None
    words = parsed.tokens[max(sentence.begin + 3, end - LONGEST_NAME - 1) : end]
    colon = next((token for token in reversed(words) if token.text == ":"), None)
    if colon is None:
        return None
    return _finding(parsed, Run(colon.i + 1, end), colon, Run(sentence.begin, colon.i))


def _finding(parsed: Parsed, name: Run, colon: Token, content: Run, named: bool = False) -> Finding | None:
    words = parsed.tokens[name.begin : name.end]
    head = words[0] if named else _head(words)
    if head is None or not (named or _speaks(words, head)):
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
