"""Whose minister a named minister is, and persons named like states."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Chad accused Sudan of an attack. Communications Minister Idris Kolla said nine had died.", "Kolla", "TCD"),
        ("BELGRADE, May 3 - Kosovo met Serbia. Interior Minister Ana Petrovic left early.", "Petrovic", "SRB"),
        ("Chad accused Sudan of an attack. Sudanese Minister Idris Kolla said nine had died.", "Kolla", "SDN"),
        ("Chad accused Sudan of an attack. Ambassador Idris Kolla was expelled.", "Kolla", None),
        ("Chad accused Sudan of an attack. Director Idris Kolla was sad.", "Kolla", None),
        ("Chad accused Sudan of an attack. Idris Kolla said nine had died.", "Kolla", None),
    ],
)
def test_a_named_minister_is_of_the_report_or_of_the_state_that_acted_last(resolved, text, word, country):
    assert resolved(text).country(word) == country


def test_we_said_by_such_a_minister_is_the_state(resolved):
    text = resolved('Chad accused Sudan of an attack. "We shall answer," Communications Minister Idris Kolla said.')
    assert text.id("We") == "state:TCD"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ms Jordan said that nine had died.", "Jordan"),
        ("Georgia Lime, a spokeswoman, said that nine had died.", "Lime"),
    ],
)
def test_a_person_named_like_a_state_is_a_person(resolved, text, word):
    entity = resolved(text).entity(word)
    assert entity is not None
    assert (entity.kind, entity.country) == ("person", None)


def test_both_sides_are_the_last_pair_wherever_it_stands(resolved):
    text = resolved(
        "Germany talked to Greece and Turkey.\nFrance came. Spain came. They ate.\nBoth sides claim the credit."
    )
    sides = next(token for token in text.parsed.tokens if token.text == "sides")
    assert text.resolution.members[sides.i] == ("state:GRC", "state:TUR")


def test_a_company_has_the_country_of_its_class_noun(resolved):
    text = resolved("A report by the Finnish security company Northgate Sensors named three groups.")
    assert (text.entity("company").name, text.country("company")) == ("Northgate Sensors", "FIN")


@pytest.mark.parametrize(
    ("text", "word", "nth", "party"),
    [
        ("In a note, Iran rejected it. The note said that nobody had asked.", "note", 1, "state:IRN"),
        ("Iran rejected it. France said so. The note said that nobody had asked.", "note", 0, "state:FRA"),
        ("Reuters published a report. Iran said no. The report said nothing.", "report", 1, "organisation:reuters"),
    ],
)
def test_a_document_speaks_for_whoever_issued_it(resolved, text, word, nth, party):
    assert resolved(text).id(word, nth) == party


def test_a_demonym_alone_is_the_person_of_that_country_spoken_of_last(resolved):
    text = resolved("Colombian envoy Ana Restrepo met her Peruvian counterpart. The Colombian said that it was over.")
    assert text.id("Colombian", 1) == "person:ana-restrepo"
    assert resolved("French envoy Ana Restrepo left. The French said that it was over.").id("French", 1) != (
        "person:ana-restrepo"
    )


def test_a_report_that_nobody_published_speaks_for_nobody(resolved):
    assert resolved("Iran said no. The report said that nobody knew.").id("report") is None
