"""The coder that is used where none is named: encoder and lexicon together if they can run, or the lexicon alone."""

from averment.code.draft import Coder
from averment.code.lexical import LexicalCoder
from averment.config import reader


def default_coder() -> Coder:
    """The joint coder, or rules alone where ``AVERMENT_READER`` asks for them or the encoder cannot run.

    The default attributor, which needs the same, says so with a ``RulesOnlyWarning``.
    """
    if reader() == "rules":
        return LexicalCoder()
    from averment.code.joint import JointCoder

    coder = JointCoder()
    return coder if coder.lacking is None else LexicalCoder()
