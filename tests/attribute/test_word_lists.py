"""The other data files: wording, roles and confidence."""

import pytest

from averment.attribute.confidence import confidence, read_confidence
from averment.attribute.roles import roles
from averment.attribute.wording import read_wording, wording
from averment.errors import LexiconError
from averment.records import Act


def test_verbs_of_the_wording_name_acts():
    assert wording().verbs["condemn"] is Act.CONDEMN
    assert next(iter(wording().verbs.values())) is Act.CONDEMN


@pytest.mark.parametrize("text", ["untrue = 3", 'untrue = ["x"]\n[verbs]\nsing = ["hum"]', "= 1"])
def test_a_bad_wording_names_its_file(text):
    with pytest.raises(LexiconError, match=r"w\.toml"):
        read_wording(text, "w.toml")


def test_roles_are_lower_case_words():
    assert "minister" in roles()
    assert not any(role.startswith("#") or role != role.lower() for role in roles())


def test_a_share_is_between_nought_and_one():
    assert 0 < confidence("complement") < 1
    with pytest.raises(LexiconError, match=r"c\.toml.*'x'"):
        read_confidence("[right]\nx = 3.0", "c.toml")
