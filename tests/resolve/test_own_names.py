"""Names that the caller knows beyond the lists."""

import pytest

from averment.attribute.rules import RuleAttributor
from averment.parse.spacy_parser import SpacyParser
from averment.records import Article, EntityKind, Span
from averment.resolve.gazetteer import Gazetteer, Listing, Sort
from averment.resolve.rules import RuleResolver

pytestmark = pytest.mark.model


def own(name, sort, kind, country):
    return name, Listing(sort, f"own:{name.lower()}", name, kind, country, ("GOV",), "named by the caller")


def resolve(text, *names):
    article = Article("a", "test", text, body=(Span(0, len(text)),))
    parsed = next(SpacyParser().parse([article]))
    resolution = RuleResolver(Gazetteer(names)).resolve(article, parsed, RuleAttributor().attribute(parsed))
    return {mention.span.of(text): resolution.entities[mention.entity] for mention in resolution.heads.values()}


def test_a_state_that_no_list_knows_is_a_party():
    text = "Syldavia condemned Borduria."
    found = resolve(text, own("Syldavia", Sort.STATE, EntityKind.STATE, "SYL"))
    assert (found["Syldavia"].id, found["Syldavia"].country) == ("own:syldavia", "SYL")


def test_the_callers_name_goes_before_the_lists():
    text = "Georgia condemned Iran."
    found = resolve(text, own("Georgia", Sort.PARTY, EntityKind.COMPANY, "USA"))
    assert found["Georgia"].id == "own:georgia"
    assert found["Iran"].id == "state:IRN"


def test_a_listed_name_that_overlaps_the_callers_is_not_used():
    text = "The Bank of Georgia condemned the raid."
    found = resolve(text, own("Bank of Georgia", Sort.PARTY, EntityKind.COMPANY, "GEO"))
    assert {entity.id for entity in found.values()} >= {"own:bank of georgia"}
    assert "state:GEO" not in {entity.id for entity in found.values()}


def test_a_party_for_each_of_several_such_states_is_told_by_their_codes():
    text = "The ambassadors of Syldavia and Borduria condemned the raid."
    names = [own(name, Sort.STATE, EntityKind.STATE, code) for name, code in (("Syldavia", "SYL"), ("Borduria", "BOR"))]
    found = resolve(text, *names)
    assert found["The ambassadors of Syldavia and Borduria"].reason == "one party for each of SYL, BOR"
