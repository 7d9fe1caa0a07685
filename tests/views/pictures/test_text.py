import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import HOSTILE

from olenb.views.pictures.text import ELLIPSIS, NO_NAME, clean, fit, shown_name, width, wrap

texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60))
rooms = st.floats(30, 400)


@given(texts)
def test_cleaned_text_can_stand_in_any_picture(text):
    found = clean(text)
    assert clean(found) == found
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in found)
    assert not set(found) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\ufffe\uffff")
    found.encode("utf-8")


@given(texts, rooms, st.booleans())
def test_fitted_text_fits_and_says_when_it_was_cut(text, room, bold):
    found = fit(text, room, 14, bold=bold)
    assert found == text or found.endswith(ELLIPSIS)
    assert width(found, 14, bold=bold) <= room


@given(texts, rooms)
def test_wrapped_text_is_on_two_lines_at_most_and_each_fits(text, room):
    lines = wrap(clean(text), room, 14)
    assert 1 <= len(lines) <= 2
    assert all(width(line, 14) <= room for line in lines)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"), ("🇫🇷🇩🇪🇮🇹", "🇫🇷"), ("é" * 3, "é")],
)
def test_what_reads_as_one_letter_is_never_cut_in_two(text, parts):
    text = unicodedata.normalize("NFD", text)
    parts = unicodedata.normalize("NFD", parts)
    for room in range(10, 90, 3):
        kept = fit(text, room, 14).removesuffix(ELLIPSIS)
        assert len(kept) % len(parts) == 0


def test_a_blank_name_has_a_stand_in():
    assert shown_name(" \u200e ") == NO_NAME


def test_names_keep_their_own_signs():
    for name in ("$$x_1$$", "_under", "<b>", "=1+1", "{braces}", "عبد الله", "田中", "نرم‌افزار"):
        assert clean(name) == name


def test_a_heap_of_accents_is_thinned():
    heap = "Z" + "\u0337" * 30
    assert len(clean(heap)) < 8
