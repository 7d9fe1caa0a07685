"""Names in a message: titles don't count, words that are names too need to look like one."""

import pytest

from olenb.method.etiquette.mentions import Mentions
from olenb.method.etiquette.message import read


def named(text: str, *names: str) -> list[str]:
    message = read(text)
    mentions = Mentions(message, names)
    return [
        text[s.words[a].start : s.words[b - 1].end]
        for s in message.sentences
        for a, b in mentions.find(s)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I met Ana Ruiz.", "ana ruiz"),
        ("I met ANA  RUÍZ's dog.", "ana ruiz"),
        ("ana ruiz told me", "ana ruiz"),
        ("Ellen Stark told me.", "dr. ellen stark"),
        ("Jean-Luc O’Neil told me.", "jean-luc o'neil"),
        ("ana told me", "ana"),
        ("I asked Will about it.", "will"),
        ("Thanks to May I know.", "may"),
        ("Will told me.", "will"),
    ],
)
def test_a_name_is_found(text: str, name: str) -> None:
    assert len(named(text, name)) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I met Ana Ruizen.", "ana ruiz"),
        ("I will write.", "will"),
        ("May I call you? Will you write?", "may"),
        ("Will you write?", "will"),
        ("My professor told me.", "professor"),
        ("Nothing of the kind.", ""),
        ("Nothing of the kind.", "…"),
    ],
)
def test_what_is_no_name_is_left_alone(text: str, name: str) -> None:
    assert named(text, name) == []


def test_the_longest_name_is_taken_and_each_word_once() -> None:
    assert named("I met Ana Ruiz Vega.", "ana ruiz", "ana ruiz vega", "ruiz vega") == [
        "Ana Ruiz Vega"
    ]
