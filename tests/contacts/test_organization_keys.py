"""Organization names: equal keys link silently, so they must be careful."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from olenb.contacts.keys import visible
from olenb.contacts.organization_keys import loose_key, organization_key

FORMS = st.lists(
    st.sampled_from(["SE", "AB", "Inc.", "& Co. KG", "GmbH", "S.A.", "the", "(BCG)", "X", "&", "."])
).map(" ".join)


@given(st.one_of(st.text(), FORMS))
@example("SE AB")
@example("A & Co & Co")
def test_cleaning_twice_is_cleaning_once(name):
    assert organization_key(organization_key(name)) == organization_key(name)


@given(st.one_of(st.text(), FORMS))
def test_a_name_is_never_cleaned_away(name):
    if visible(name):
        assert organization_key(name)
        assert loose_key(name)


@pytest.mark.parametrize("name", ["SE", "AB", "AG", "Co", "Inc.", "株式会社", "!!!", "😀"])
def test_a_name_that_is_only_a_legal_form_stays(name):
    assert organization_key(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme, Inc.", "ACME"),
        ("Müller GmbH", "Muller"),
        ("St. Olaf College", "St Olaf College"),
        ("Macy's", "Macy’s"),
        ("Johnson & Johnson", "Johnson and Johnson"),
        ("I.B.M. Corp.", "IBM"),
        ("Bain & Company", "Bain"),
        ("Siemens Aktiengesellschaft AG", "siemens aktiengesellschaft"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert organization_key(one) == organization_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mayo Clinic", "Mayo"),
        ("Deutsche Bank", "Deutsche Bank Trust"),
        ("X", "X Capital"),
        ("University of Minnesota", "Minnesota State University"),
        ("Acme (Chicago)", "Acme (Boston)"),
        ("The Home Depot", "Home Depot"),
    ],
)
def test_different_or_doubtful_names_are_not_linked_silently(one, other):
    assert organization_key(one) != organization_key(other)
