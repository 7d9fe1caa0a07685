"""A guess at the field, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.contacts.sectors import field_of


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Mayo Clinic", "health"),
        ("First National Bank", "finance"),
        ("UNIVERSITY of Somewhere", "education"),
        ("Hôpital Sainte-Anne", "health"),
        ("Acme", None),
        ("Boston Medical School", None),
        ("", None),
    ],
)
def test_a_word_in_the_name_tells_the_field_or_nothing_does(name, field):
    assert field_of(name) == field


@given(st.text())
def test_no_name_breaks_the_guess(name):
    field_of(name)
