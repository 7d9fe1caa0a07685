"""A name in a text is found by what it is, and a word that only looks like one is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.method.mentions import mention

ANA = "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Ana Ruiz told me about your lab.", ANA, "Ana Ruiz"),
        ("My cousin Ana told me about your lab.", ANA, "Ana"),
        ("my cousin ana told me", ANA, "ana"),
        ("Ana's note about your lab", ANA, "Ana"),
        ("Ana   Ruiz\nwrote", ANA, "Ana   Ruiz"),
        ("I spoke with ANA RUIZ.", ANA, "ANA RUIZ"),
        ("Dr. Ruiz said I might write.", ANA, "Dr. Ruiz"),
        ("Professor Haddad thought of you.", "Prof. Haddad", "Professor Haddad"),
        ("José told me", "Jose Marín", "José"),
        ("Jose told me", "José Marín", "Jose"),
        ("May suggested that I write.", "May Chen", "May"),
        ("Will and I know each other.", "Will Ford", "Will"),
        ("May Chen would know.", "May Chen", "May Chen"),
        ("从田中さくらさんに聞きました", "田中さくら", "田中さくら"),
        ("I know $$x_1$$ from class.", "$$x_1$$", "$$x_1$$"),
        ("Thanks, {braces}!", "{braces}", "{braces}"),
        ("O’Neil Brown wrote", "O'Neil Brown", "O’Neil Brown"),
    ],
)
def test_a_name_is_found_where_it_stands(text: str, name: str, found: str) -> None:
    span = mention(text, name)
    assert span
    assert text[slice(*span)] == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("May I ask you about your path? Will you have time in May?", "May Chen"),
        ("Will you have ten minutes?", "Will Ford"),
        ("I am an analyst and a banana lover.", ANA),
        ("I learned about analysis.", "Ana Lysis"),
        ("My cousin told me about your work.", "My Tran"),
        ("The street is called Ruiz.", ANA),
        ("", ANA),
        ("Anything", ""),
        ("Anything", "\u202e\u200b "),
    ],
)
def test_a_word_that_only_looks_like_a_name_is_none(text: str, name: str) -> None:
    assert mention(text, name) is None


def test_a_first_name_that_the_reader_has_too_names_nobody_else() -> None:
    assert mention("Dear Ana Holm, thank you, Ana!", ANA, ["Ana Holm"]) is None
    assert mention("Dear Ana Holm, Ana Ruiz told me", ANA, ["Ana Holm"]) == (15, 23)


@given(st.text(), st.text(), st.lists(st.text(), max_size=2))
def test_any_text_and_any_name_are_fine(text: str, name: str, besides: list[str]) -> None:
    span = mention(text, name, besides)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(st.text(), st.sampled_from([ANA, "Đặng Thu", "=1+1", "a\\b", "[x](y)", "W" * 300]))
def test_a_whole_name_between_blanks_is_always_found(text: str, name: str) -> None:
    assert mention(f"{text} {name} {text}", name)
