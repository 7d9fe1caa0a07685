"""The six themes: sorted by oneself, or a code from a test; what was said before stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.errors import NotAllowed
from olenb.core.goal_terms import Interest
from olenb.method.exercises import interests


def test_a_sort_is_kept_with_a_sentence_each_and_the_older_one_stays(store):
    interests.sort(store, ["S", "I"], ["I explain things to my sister", "  "])
    interests.sort(store, [theme.value for theme in interests.code("i/s/a")], source="typed")
    df = interests.interests(store)
    assert df["code"].tolist() == ["SI", "ISA"]
    assert df.loc[0, ["first", "first_words", "second_words", "third"]].tolist() == [
        "Helping",
        "I explain things to my sister",
        "",
        "",
    ]
    assert df["source"].tolist() == ["sorted", "typed"]


@pytest.mark.parametrize("themes", [[], [""], ["S", "S"], ["X"], ["S", "", "S"]])
def test_one_to_three_different_themes_are_needed(store, themes):
    with pytest.raises(NotAllowed, match="one, two or three different themes"):
        interests.sort(store, themes)
    assert store.last_change() is None


@pytest.mark.parametrize(
    "text", ["SIA", "sia", "S I A", "s-i-a", "Social, Investigative, Artistic"]
)
def test_a_code_is_read_as_people_type_it(text):
    assert "".join(interests.code(text)) == "SIA"


@pytest.mark.parametrize("text", ["", "SIAR", "SS", "XYZ", "hello", "123", "🎉"])
def test_what_is_no_code_is_refused_and_says_what_one_is(text):
    with pytest.raises(NotAllowed, match="R, I, A, S, E, C"):
        interests.code(text)


@given(st.lists(st.sampled_from(list(Interest)), min_size=1, max_size=3, unique=True))
def test_every_code_of_different_letters_is_read_back(themes):
    assert list(interests.code("".join(themes))) == themes
