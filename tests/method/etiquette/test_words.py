"""Plain words and sentences, each with the way back to what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.method.etiquette.lexicon import table
from olenb.method.etiquette.message import read
from olenb.method.etiquette.patterns import compiled, forms
from olenb.method.etiquette.words import words


def plain(text: str) -> str:
    return " ".join(word.norm for word in words(text))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("I’d can't won't", "i would can not will not"),
        ("RÉSUMÉ résumé resumé", "resume resume resume"),
        ("net\u200bwork\u00ading", "networking"),
        ("can u lmk, im free tmrw", "can you lmk , i am free tomorrow"),
        ("organisation, apologise, advise, favour", "organization , apologize , advise , favor"),
        ("20–30 mins, 30-minute, 30m, 1h", "20 - 30 minutes , 30 minute , 30 minutes , 1 hours"),
        ("thirty-five minutes", "35 minutes"),
        ("half-hour, follow-up", "half hour , follow up"),
        ("3 p.m., 3pm, 10:30 A.M.", "3 pm , 3 pm , 10:30 am"),
        ("Dr. Lee's talk; it's late", "dr lee 's talk ; it is late"),
        ("see https://a.example/x?y=1 or a.b@c.example", "see @link or @link"),
        ("well — yes (really) & no", "well , yes [ really ] and no"),
    ],
)
def test_what_is_typed_becomes_plain_words(typed: str, meant: str) -> None:
    assert plain(typed) == meant


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) and word.norm for word in found)
    assert [word.start for word in found] == sorted(word.start for word in found)


def parts(text: str) -> list[tuple[str, str]]:
    return [(s.part, text[s.start : s.end]) for s in read(text).sentences]


def test_a_letter_is_taken_apart() -> None:
    text = (
        "Subject: One question\n\nDear Dr. Lee,\n\nI read e.g. your book. Is 3 p.m. CT fine?\n"
        "- first\n- second\n\nBest wishes,\nBo Lind"
    )
    assert parts(text) == [
        ("subject", "Subject: One question"),
        ("greeting", "Dear Dr. Lee,"),
        ("body", "I read e.g. your book."),
        ("body", "Is 3 p.m. CT fine?"),
        ("body", "- first"),
        ("body", "- second"),
        ("sign-off", "Best wishes,"),
        ("sign-off", "Bo Lind"),
    ]


def test_wrapped_lines_are_one_sentence_and_short_lines_are_several() -> None:
    wrapped = "This sentence was wrapped by the mail program in the\nmiddle, and it goes on."
    assert len(parts(wrapped)) == 1
    assert len(parts("hey!\nim bo\ncan we talk?")) == 3


def test_quoted_mail_is_nobodys_own() -> None:
    text = "Thank you!\n\nOn Mon, 3 Nov 2026, Ana wrote:\n> Are you hiring?\nAre you?"
    assert parts(text) == [("body", "Thank you!")]
    assert parts("Fine.\n> Really?\nYes.") == [("body", "Fine."), ("body", "Yes.")]


def test_a_quotation_is_spoken_by_somebody_else_and_a_script_is_not() -> None:
    said = read('She said, "are you hiring anybody at all here?"')
    assert [s.spoken for s in said.sentences] == [True]
    script = read('"Hello, this is Bo. Is this a good time to talk?"')
    assert not any(s.spoken for s in script.sentences)


def test_words_are_counted_below_the_subject() -> None:
    assert read("Subject: not these\n\nDear Ms. Lee,\n\nFollow-up at 3pm — yes!").length == 7


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("a (b c|d)? e", " a b c e ", True),
        ("a (b c|d)? e", " a e ", True),
        ("a (b c|d)? e", " a b e ", False),
        ("a ...2 b", " a x y b ", True),
        ("a ...2 b", " a x y z b ", False),
        ("a ...2 b", " a . b ", False),
        ("a * b", " a b b ", True),
        ("a !(b|c)", " a b ", False),
        ("a !(b|c)", " a d ", True),
        ("^ a", " a b ", True),
        ("^ b", " a b ", False),
        ("b $", " a b ? ", True),
        ("a $", " a b ? ", False),
        ("refer~ me", " referring me ", True),
        ("[ a ]", " [ a ] ", True),
    ],
)
def test_a_phrase_matches_as_its_table_says(phrase: str, text: str, stands: bool) -> None:
    (line,) = compiled(phrase)
    assert bool(line.pattern.search(text)) is stands
    assert line.may_stand_in(frozenset(text.split())) or not stands


@pytest.mark.parametrize(
    "file",
    [
        *("asks", "hiring", "contacts", "favors", "minutes", "wording", "negative", "parts"),
        *("sending", "site", "zones", "referral"),
    ],
)
def test_every_phrase_that_ships_can_be_searched_for(file: str) -> None:
    for line in (line for text in table(file).values() for line in compiled(text)):
        found = line.pattern.search(" nothing of the kind ")
        assert found is None or line.may_stand_in(frozenset(found.group().split()))


def test_a_verb_has_its_forms() -> None:
    assert forms("stop") == ("stop", "stops", "stopped", "stopping")
    assert forms("watch") == ("watch", "watches", "watched", "watching")
