"""Speech acts: what a speaker does by a statement, from its cue and, for neutral cues, from its wording."""

from averment.attribute.finding import Finding
from averment.attribute.lexicon import lexicon
from averment.attribute.voice import speaks_for
from averment.attribute.wording import Wording, wording
from averment.parse.tree import Token
from averment.records import Act

SPINE = 8  # verbs read along the main line of a content
_SELF = frozenset({"i", "we", "it", "he", "she", "they"})
_OBLIGING = frozenset({"must", "should", "ought"})
_PARTY_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_COMMENTING = frozenset(
    {"say", "comment", "respond", "reply", "answer", "confirm", "specify", "elaborate", "disclose", "discuss"}
)
_JUDGING = frozenset({"consider", "regard", "deem", "view", "describe", "call", "see", "find"})


def classify(finding: Finding, content: list[Token]) -> Act:
    """The act of a statement: its cue's own act, or for a neutral cue what the content's first tokens word."""
    words = wording()
    if _negated(finding.cue_head):
        return Act.DECLINE if finding.cue_head.lemma in _COMMENTING else Act.ASSERT
    lemmas = _lemmas(content)
    if finding.rule == "verbal" and finding.act is Act.REJECT and _comments(finding.content_head):
        return Act.DECLINE
    if finding.act in (Act.REJECT, Act.DENY):
        return _refusal(finding, lemmas, words)
    if finding.act is Act.THREATEN and finding.cue_head.lemma == "warn":
        return Act.THREATEN if finding.addressee is not None or lemmas & words.harsh else Act.ASSERT
    if finding.act is not Act.ASSERT:
        return finding.act
    act = _spoken(finding, lemmas, words)
    return _continued(finding, act)


def _comments(verb: Token | None) -> bool:
    return verb is not None and verb.lemma in _COMMENTING


def _negated(verb: Token) -> bool:
    return any(child.dep == "neg" for child in verb.children)


def _lemmas(content: list[Token]) -> set[str]:
    """The lemmas of the content's words, and its hyphened words as wholes."""
    found = {token.lemma for token in content} | {token.lower for token in content}
    for before, hyphen, after in zip(content, content[1:], content[2:], strict=False):
        if hyphen.text == "-":
            found.add(f"{before.lower}-{after.lower}")
    return found


def _refusal(finding: Finding, lemmas: set[str], words: Wording) -> Act:
    """To reject claims, or what one calls untrue, is to deny; to reject an accusation or a demand is to reject."""
    thing = finding.content_head
    about_truth = thing is not None and (
        thing.lemma in words.claims or any(child.lemma in words.untrue for child in thing.children)
    )
    if finding.act is Act.REJECT and finding.rule in ("object", "predicate") and about_truth:
        return Act.DENY
    if finding.act is Act.REJECT and finding.rule == "predicate" and lemmas & words.untrue:
        return Act.DENY
    return finding.act


def _continued(finding: Finding, act: Act) -> Act:
    """A participle after a refusal goes on with it ("rejected the charges, saying that ...")."""
    cue = finding.cue_head
    if act in (Act.ASSERT, Act.ACCUSE) and cue.dep == "advcl" and cue.tag == "VBG":
        main = wording().verbs.get(cue.head.lemma)
        if main in (Act.REJECT, Act.DENY):
            return main
    return act


def _spoken(finding: Finding, lemmas: set[str], words: Wording) -> Act:
    """The act that the content performs or implies."""
    head = finding.content_head
    if head is not None and _reports(head) and not speaks_for(finding.source, head):
        return Act.ASSERT
    spine = _spine(head) if head is not None else []
    found = {act for verb in spine[:4] if (act := _performed(verb, words)) and _own(act, finding, verb, words)}
    for act in dict.fromkeys(words.verbs.values()):
        if act in found:
            return act
    if _denies(spine, lemmas, words):
        return Act.DENY
    for verb in spine:
        if (act := _supporting(verb, words)) is not None:
            return act
    return _blame(finding, spine, lemmas, words)


def _reports(verb: Token) -> bool:
    """Whether a verb reports in its turn what somebody says ("the minister called it a crime")."""
    entry = next((e for e in lexicon().verbs.get(verb.lemma, ()) if len(e.words) == 1), None)
    if entry is None:
        return False
    clause = "clause" in entry and entry.act("clause") is Act.ASSERT and verb.child("ccomp") is not None
    return clause or ("as" in entry and verb.child("oprd") is not None)


def _own(act: Act, finding: Finding, verb: Token, words: Wording) -> bool:
    """Whether an act found in a verb is the speaker's: one that the verb itself names must be done by her side."""
    return words.verbs.get(verb.lemma) is not act or speaks_for(finding.source, verb)


def _spine(head: Token) -> list[Token]:
    """The content's main verb and the verbs that carry it on: coordinated, infinitive, gerund; no modifiers."""
    found = [head]
    for token in found:
        if len(found) >= SPINE:
            break
        found += [c for c in token.children if c.i > token.i and _carries_on(c)]
    return found


def _carries_on(child: Token) -> bool:
    if child.dep in ("conj", "xcomp", "pcomp"):
        return child.pos in ("VERB", "AUX")
    return child.dep == "advcl" and any(c.dep == "aux" and c.lower == "to" for c in child.children)


def _performed(verb: Token, words: Wording) -> Act | None:
    """The act of one main verb: demanded by "must", promised or threatened by "will", or named by the verb."""
    if verb.pos not in ("VERB", "AUX"):
        return None
    auxiliaries = {child.lower for child in verb.children if child.dep == "aux"}
    negated = _negated(verb)
    if auxiliaries & _OBLIGING or (verb.lemma in ("need", "have") and not negated and verb.child("xcomp")):
        return Act.DEMAND
    if auxiliaries & {"will", "'ll", "shall", "would", "'d"}:
        return _future(verb, words, negated, certain="would" not in auxiliaries)
    act = words.verbs.get(verb.lemma)
    if act is None or negated or verb.child("nsubjpass") or not _fits(verb, act) or "to" in auxiliaries:
        return None
    return act


def _future(verb: Token, words: Wording, negated: bool, certain: bool) -> Act | None:
    """Threatened, promised or neither: what will be done in answer, and how; what the speaker will do."""
    if verb.lemma in words.answers and (verb.lemma in words.harsh or _near(verb) & words.harsh):
        return Act.THREATEN
    subject = verb.child("nsubj")
    ours = subject is not None and subject.lower in _SELF
    return Act.PROMISE if certain and ours and not negated and verb.pos == "VERB" else None


def _near(verb: Token) -> set[str]:
    """Lemmas of a verb's dependents and theirs."""
    return {t.lemma for c in verb.children for t in (c, *c.children, *(x for y in c.children for x in y.children))}


def _fits(verb: Token, act: Act) -> bool:
    """Whether a verb of several senses is used in that of the act."""
    prepositions = {child.lower for child in verb.children if child.dep == "prep"}
    if verb.lemma == "call":
        return bool(prepositions & {"on", "for", "upon"})
    if verb.lemma == "stand":
        return bool(prepositions & {"with", "by", "behind"})
    if verb.lemma in ("want", "expect"):
        return verb.child("ccomp") is not None or (verb.child("dobj") is not None and verb.child("xcomp") is not None)
    return act is not Act.DEMAND or verb.child("dobj", "ccomp", "prep", "xcomp") is not None


def _supporting(verb: Token, words: Wording) -> Act | None:
    """Support that is the aim of what is done ("is working to support")."""
    return Act.SUPPORT if verb.dep == "advcl" and words.verbs.get(verb.lemma) is Act.SUPPORT else None


def _denies(spine: list[Token], lemmas: set[str], words: Wording) -> bool:
    """Whether the content says that something is not so: claims untrue, no part in a deed, a deed not done."""
    if not spine:
        return False
    head = spine[0]
    subject = head.child("nsubj", "nsubjpass")
    about_claims = subject is not None and subject.lemma in words.claims | {
        "accusation",
        "charge",
        "it",
        "this",
        "that",
    }
    if about_claims and lemmas & words.untrue and head.lemma == "be":
        return True
    if _negated(head):
        return head.lemma in words.misdeeds or bool(
            _near(head) & {"true", "correct", "accurate", "behind", "responsible", "involve"}
        )
    return (
        head.lemma in ("have", "be", "play")
        and any(c.lemma in words.parts and any(d.lower == "no" for d in c.children) for c in head.children)
    ) or (head.lemma == "have" and "nothing" in lemmas)


def _blame(finding: Finding, spine: list[Token], lemmas: set[str], words: Wording) -> Act:
    """Blame in the content: of a party it accuses, of a thing it condemns."""
    if lemmas & words.grave or _lacks_merit(lemmas, words):
        return Act.ACCUSE
    by_party = not spine or _is_party(spine[0].child("nsubj", "nsubjpass"), words)
    if any(verb.lemma in words.misdeeds and not _negated(verb) for verb in spine) and by_party:
        return Act.ACCUSE
    if by_party and spine and spine[0].lemma == "be" and _near(spine[0]) & {"behind", "responsible", "guilty"}:
        return Act.ACCUSE
    if lemmas & words.evaluative:
        judged = finding.cue_head.lemma in _JUDGING or any(verb.lemma in _JUDGING for verb in spine)
        return Act.CONDEMN if judged or not by_party else Act.ACCUSE
    return Act.ASSERT


def _lacks_merit(lemmas: set[str], words: Wording) -> bool:
    """Whether somebody is said to lack what speaks for a party ("no legitimacy", "lacks the credibility")."""
    return bool(lemmas & words.merits) and bool(lemmas & {"no", "lack", "without"})


def _is_party(subject: Token | None, words: Wording) -> bool:
    """Whether a subject is a party other than the speaker: a name, or a noun for those who act in the news."""
    return subject is not None and (subject.ent in _PARTY_NAMES or subject.lemma in words.parties)
