"""Choosing: the best first, one for a cue, no two with the same content."""

from averment.attribute.choosing import Chosen, choose
from averment.attribute.fragments import Run
from averment.attribute.proposals import Offer
from averment.parse.tree import Token


def offer(begin: int, end: int) -> Offer:
    head = Token(begin, 0, "said", "say", "VERB", "VBD", "ROOT", "")
    return Offer(Run(begin, end), head, (None,), (), None, None, True, 0, False)


def one(of: Offer, content: Run, score: float) -> Chosen:
    return Chosen(of, None, (content,), score, score)


def test_one_attribution_for_a_cue() -> None:
    said = offer(5, 6)
    best, other = one(said, Run(6, 12), 0.9), one(said, Run(20, 30), 0.8)
    assert choose([other, best], 0.2) == [best]


def test_of_two_contents_that_clash_the_likelier_is_kept() -> None:
    best, other = one(offer(5, 6), Run(6, 12), 0.9), one(offer(14, 15), Run(8, 13), 0.8)
    assert choose([best, other], 0.2) == [best]


def test_the_others_stand_in_text_order_and_the_unlikely_are_dropped() -> None:
    late, early, never = (
        one(offer(15, 16), Run(16, 20), 0.9),
        one(offer(5, 6), Run(6, 12), 0.4),
        one(offer(30, 31), Run(31, 33), 0.1),
    )
    assert choose([never, late, early], 0.2) == [early, late]
