"""The whole way of one article: read -> parse -> attribute -> resolve -> code -> report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import tee

from averment.assemble import assemble
from averment.attribute import Attributor
from averment.attribute.default import default_attributor
from averment.code import Coder
from averment.code.default import default_coder
from averment.parse import Parser
from averment.parse.spacy_parser import SpacyParser
from averment.records import Article, Report
from averment.resolve import Resolver
from averment.resolve.rules import RuleResolver


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Four stages, each behind its protocol; replace one by passing another object that keeps it."""

    parser: Parser = field(default_factory=SpacyParser)
    attributor: Attributor = field(default_factory=default_attributor)
    resolver: Resolver = field(default_factory=RuleResolver)
    coder: Coder = field(default_factory=default_coder)

    def reports(self, articles: Iterable[Article]) -> Iterator[Report]:
        """Yield one report for each article, in order; articles are parsed in batches, never all at once."""
        articles, ahead = tee(articles)
        for article, parsed in zip(articles, self.parser.parse(ahead), strict=True):
            attributions = self.attributor.attribute(parsed)
            resolution = self.resolver.resolve(article, parsed, attributions)
            drafts = self.coder.code(parsed, resolution, attributions)
            yield assemble(article, resolution, attributions, drafts)
