"""Facts that a user may write."""

import pytest

from olenb.contacts import facts
from olenb.core.errors import NotAllowed

SENTINEL = "Zzw Sentinel"


@pytest.mark.parametrize(
    ("table", "column", "value", "kept"),
    [
        ("person", "circle", "Family", "family"),
        ("person", "circle", "Former coworkers", "former coworker"),
        ("person", "class_year", "2027", 2027),
        ("person", "class_year", 2027.0, 2027),
        ("person", "can_hire", "yes", "yes"),
        ("person", "email", "Ana <ana@example.org>", "Ana <ana@example.org>"),
        ("person", "url", "www.example.org/ana", "https://www.example.org/ana"),
        ("person", "phone", "+1 (555) 0100", "+1 (555) 0100"),
        ("tie", "willingness", "I'd rather not ask", "rather not ask"),
        ("tie", "closeness", "3", 3),
        ("tie", "last_exchange", "2024-05", "2024-05"),
        ("person", "city", "  ", None),
        ("person", "city", None, None),
        ("person", "city", "\u200b", None),
        ("person", "shared", "=1+1", "=1+1"),
    ],
)
def test_a_value_is_kept_as_the_workbook_writes_it(table, column, value, kept):
    assert facts.checked(table, column, value) == kept


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("person", "circle", "one of: family, friend"),
        ("person", "class_year", "from 1900 to 2100"),
        ("person", "email", "email address"),
        ("person", "url", "https://"),
        ("person", "found_on", "2027-05-31"),
        ("person", "can_hire", "yes, no, unknown"),
        ("tie", "willingness", "sure, likely, unsure"),
        ("tie", "closeness", "from 1 to 5"),
    ],
)
def test_a_refusal_says_what_is_possible_and_never_repeats_the_value(table, column, words):
    with pytest.raises(NotAllowed, match=words) as caught:
        facts.checked(table, column, SENTINEL)
    assert SENTINEL not in str(caught.value)
    assert "Nothing was changed" in str(caught.value)


@pytest.mark.parametrize("value", ["²⁰²⁷", "1899", "2101", "-5", "20.5"])
def test_a_year_is_four_plain_digits_in_range(value):
    with pytest.raises(NotAllowed):
        facts.checked("person", "class_year", value)
