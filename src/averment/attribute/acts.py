"""Speech acts: what a speaker does by a statement, from its cue and, for neutral cues, from its wording."""

from averment.attribute.blaming import blamed, denied
from averment.attribute.finding import Finding
from averment.attribute.performing import performed
from averment.attribute.spine import negated, reports, spine
from averment.attribute.voice import speaks_for
from averment.attribute.wording import Wording, wording
from averment.parse.tree import Token
from averment.records import Act

_COMMENTING = frozenset(
    {"say", "comment", "respond", "reply", "answer", "confirm", "specify", "elaborate", "disclose", "discuss"}
)
_FINDING = frozenset({"conclude", "determine", "find", "establish", "assess", "know"})  # stands by what it governs


def classify(finding: Finding, content: list[Token]) -> Act:
    """The act of a statement: its cue's own act, or for a neutral cue what the content's first tokens word."""
    words = wording()
    cue, head, act = finding.cue_head, finding.content_head, finding.act
    if negated(cue):
        return Act.DECLINE if cue.lemma in _COMMENTING else Act.ASSERT
    if act is Act.REJECT:
        return _refusal(finding, words)
    if act is Act.THREATEN and cue.lemma == "warn":
        return _warning(finding, content, words)
    if act is Act.DEMAND and cue.lemma == "want" and finding.rule == "verbal":
        return Act.ASSERT
    if act is not Act.ASSERT:
        return act
    if head is not None and head.lemma not in _FINDING and reports(head) and not speaks_for(finding.source, head):
        return Act.ASSERT
    return _continued(cue, _worded(finding, content, words) or Act.ASSERT, words)


def _warning(finding: Finding, content: list[Token], words: Wording) -> Act:
    """A warning threatens if it names harsh consequences, or is against what a named party may do."""
    lemmas = {token.lemma for token in content}
    against = any(c.lower == "against" for c in finding.cue_head.children)
    party = finding.addressee is not None and finding.addressee.pos == "PROPN"
    return Act.THREATEN if lemmas & words.harsh or (party and against) else Act.ASSERT


def _refusal(finding: Finding, words: Wording) -> Act:
    """To reject claims is to deny them; to refuse to speak is to decline; other things are rejected."""
    head = finding.content_head
    if finding.rule == "verbal" and head is not None and head.lemma in _COMMENTING:
        return Act.DECLINE
    if finding.rule == "object" and head is not None and head.lemma in words.claims:
        return Act.DENY
    return Act.REJECT


def _worded(finding: Finding, content: list[Token], words: Wording) -> Act | None:
    """The act that the content performs or implies."""
    verbs, cue = spine(finding.content_head), finding.cue_head
    found = {
        act for verb in verbs if (act := performed(verb, cue, words)) is not None and _own(act, finding, verb, words)
    }
    for act in dict.fromkeys(words.verbs.values()):
        if act in found:
            return act
    if (act := denied(finding.source, verbs, {token.lemma for token in content}, words)) is not None:
        return act
    if any(_aims_to_support(verb, words) for verb in verbs):
        return Act.SUPPORT
    return blamed(finding, verbs, content, words)


def _own(act: Act, finding: Finding, verb: Token, words: Wording) -> bool:
    """Whether an act found in a verb is the speaker's: one that the verb itself names must be done by her side."""
    return words.verbs.get(verb.lemma) is not act or speaks_for(finding.source, verb)


def _aims_to_support(verb: Token, words: Wording) -> bool:
    """Whether support is the aim of what is done ("is working to support")."""
    return verb.dep == "advcl" and words.verbs.get(verb.lemma) is Act.SUPPORT


def _continued(cue: Token, act: Act, words: Wording) -> Act:
    """A participle after a refusal goes on with it ("rejected the charges, saying that ...")."""
    if act in (Act.ASSERT, Act.ACCUSE) and cue.dep == "advcl" and cue.tag == "VBG":
        main = words.verbs.get(cue.head.lemma)
        if main in (Act.REJECT, Act.DENY):
            return main
    return act
