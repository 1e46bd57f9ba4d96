"""Why a row is as it is: an event or a statement with the words, the rule and the entities that it rests on.

    from averment.explain import explain

    for event in report.events:
        print(explain(report, event.id).reason)

Nothing is worked out anew: an explanation holds what was kept when the article was read. A reason that is None was not
kept: a report that went through JSON has none, and which words decided an event's status is kept nowhere.
"""

from averment.explain.explaining import explain
from averment.explain.explanation import (
    EventExplanation,
    Explanation,
    Other,
    Source,
    StatementExplanation,
    When,
    Who,
    Words,
)

__all__ = [
    "EventExplanation",
    "Explanation",
    "Other",
    "Source",
    "StatementExplanation",
    "When",
    "Who",
    "Words",
    "explain",
]
