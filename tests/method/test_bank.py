"""The question bank: nine topics, our words; a school's own is checked with clear errors."""

import re
from collections import Counter
from pathlib import Path

import pytest

from olenb.contacts import people
from olenb.core import rules
from olenb.core.errors import SchoolFault
from olenb.core.store import Store
from olenb.core.terms import Audience, Part, Topic
from olenb.method import bank, bank_file, question_advice

SOURCE = (
    "are there any industries, sectors or roles that you think would best match my skill set",
    "what are the necessary skills and abilities for someone in this field",
    "what do you enjoy/find challenging about your company",
    "are there particular companies or employers that might be a good fit for me",
    "are you familiar with people in any of those companies to whom i might speak",
)


def test_there_are_at_least_ninety_and_ten_of_each_topic() -> None:
    counts = Counter(one.topic for one in bank.ours())
    assert len(bank.ours()) >= 90
    assert set(counts) == set(Topic)
    assert min(counts.values()) >= 10


def test_no_two_are_alike_and_each_is_one_short_question() -> None:
    words = [one.words for one in bank.ours()]
    assert len(set(words)) == len(words)
    assert all(text.endswith("?") and len(text) <= 120 for text in words)
    assert not [text for text in words if re.search(r"network|\bjob opening|hire me", text, re.I)]


def test_they_are_in_our_own_words() -> None:
    for one in bank.ours():
        plain = one.words.casefold()
        assert not any(plain.rstrip("?") in theirs or theirs in plain for theirs in SOURCE)


@pytest.mark.parametrize("audience", Audience)
def test_everybody_has_something_to_be_asked_in_every_topic(audience: Audience) -> None:
    found = {one.topic for one in bank.ours() if bank.suits(one, audience)}
    assert found == set(Topic)


@pytest.mark.parametrize("audience", [a for a in Audience if a != Audience.ANYONE])
def test_each_kind_of_person_has_questions_of_their_own(audience: Audience) -> None:
    own = [one for one in bank.ours() if audience in one.audience]
    assert len(own) >= 8
    assert any(one.part == Part.OPENING for one in own if one.topic == Topic.PATH)
    assert any(one.part == Part.CLOSING for one in own)


def test_asking_whom_else_to_talk_to_is_only_for_the_end() -> None:
    for one in bank.ours():
        if bank.asks_for_people(one.words):
            assert one.part == Part.CLOSING, one.words
    assert sum(one.part == Part.CLOSING for one in bank.ours()) >= 5
    assert all(one.topic == Topic.NEXT for one in bank.ours() if one.part == Part.CLOSING)


@pytest.mark.parametrize("one", bank.ours(), ids=lambda one: one.id)
def test_a_careful_reader_has_nothing_to_point_at(one: bank_file.Question) -> None:
    assert question_advice.advice(one.words) is None


def test_openings_are_about_their_path() -> None:
    assert {one.topic for one in bank.ours() if one.part == Part.OPENING} == {Topic.PATH}


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Who else should I talk to?", True),
        ("Could you introduce me to the lab manager?", True),
        ("Do you know anybody at the press?", True),
        ("Would you put me in touch with them?", True),
        ("Who trained you?", False),
        ("How do you introduce a new person to the team?", False),
        ("What do you know about nights?", False),
    ],
)
def test_a_question_for_further_people_is_known_by_its_words(words: str, asks: bool) -> None:
    assert bank.asks_for_people(words) is asks


# A school's own.


def write(tmp_path: Path, text: str, name: str = "questions.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_needs_only_topic_and_words(tmp_path: Path) -> None:
    path = write(tmp_path, 'topic,words\npath,"How, and why?"\nnext,Who else?\n')
    one, other = bank_file.read(path, "school:")
    assert (one.id, one.words, one.part) == ("school:1", "How, and why?", Part.MIDDLE)
    assert other.audience == (Audience.ANYONE,)


def test_a_toml_file_says_the_same(tmp_path: Path) -> None:
    text = (
        '[[question]]\nid = "a"\ntopic = "culture"\nwords = "What is Friday like?"\n'
        'for = ["alum", "recent hire"]\nresearch = true\nminutes = 2\npart = "middle"\n'
    )
    (one,) = bank_file.read(write(tmp_path, text, "q.toml"))
    assert (one.id, one.research, one.minutes) == ("a", True, 2)
    assert one.audience == (Audience.ALUM, Audience.RECENT_HIRE)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("words\nx\n", "the line of headings must name topic and words"),
        ("topic,words,color\npath,x,red\n", "and no others"),
        ("topic,words\nhobby,x\n", "line 2: topic must be one of: path, week, skills"),
        ("topic,words\npath,\n", "line 2 needs words, at most 300 letters"),
        (f"topic,words\npath,{'x' * 301}\n", "line 2 needs words"),
        ("topic,words,part\npath,x,late\n", "line 2: part must be one of: opening, middle"),
        ("topic,words,for\npath,x,boss\n", "line 2: for must be one of: anyone, alum"),
        ("topic,words,minutes\npath,x,0\n", "minutes must be a whole number from 1 to 15"),
        ("topic,words,research\npath,x,maybe\n", "research must be yes or no"),
        ("topic,words\npath,a, b\n", "more fields than headings"),
        ('topic,words\npath,"a\n', "a quotation mark doesn't close"),
        ("id,topic,words\na,path,x\na,path,y\n", "line 3 has an id that another question has"),
        ("", "the line of headings"),
    ],
)
def test_each_fault_of_a_csv_is_said_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(SchoolFault, match=re.escape(fault)) as error:
        bank_file.read(write(tmp_path, text))
    assert "questions.csv" in str(error.value)
    assert "nothing else is lost" in str(error.value)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("x = ", "it isn't TOML"),
        ("a = " + "[" * 5000, "it isn't TOML"),
        ("question = 3", "below a line [[question]]"),
        ("question = [3]", "question 1 must stand below"),
        ('[[question]]\nwords = "x"', "question 1 must name topic and words"),
        ('title = "x"\n[[question]]\ntopic="path"\nwords="x"', "below a line [[question]]"),
    ],
)
def test_each_fault_of_a_toml_is_said(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(SchoolFault, match=re.escape(fault)):
        bank_file.read(write(tmp_path, text, "q.toml"))


def test_a_file_that_is_missing_too_large_or_not_utf_8_is_said(tmp_path: Path) -> None:
    with pytest.raises(SchoolFault, match="can't be read"):
        bank_file.read(tmp_path / "none.csv")
    large = tmp_path / "large.csv"
    large.write_bytes(b"x" * 1_000_001)
    with pytest.raises(SchoolFault, match="larger than 1,000,000 bytes"):
        bank_file.read(large)
    odd = tmp_path / "odd.csv"
    odd.write_bytes("topic,words\npath,caf\xe9\n".encode("latin-1"))
    with pytest.raises(SchoolFault, match="UTF-8"):
        bank_file.read(odd)
    many = write(tmp_path, "topic,words\n" + "path,x\n" * 501)
    with pytest.raises(SchoolFault, match="more than 500"):
        bank_file.read(many)


def test_the_schools_questions_stand_beside_ours(tmp_path: Path) -> None:
    path = write(tmp_path, "topic,words\npath,Which bell rang first?\n")
    try:
        rules.put_in_force({"question_file": str(path)})
        every = bank.load()
        assert every.get("school:1").words == "Which bell rang first?"
        assert len(every.questions) == len(bank.ours()) + 1
        assert bank.table()["ours"].sum() == len(bank.ours())
        path.write_text("nonsense")
        assert bank.load().questions == bank.ours()
        assert "None of its questions is used" in bank.load().trouble
    finally:
        rules.put_in_force({})


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"circle": "professor"}, Audience.PROFESSOR),
        ({"can_hire": "yes", "circle": "alumni"}, Audience.HIRING_MANAGER),
        ({"circle": "alumni"}, Audience.ALUM),
        ({"school": "lakewood state"}, Audience.ALUM),
        ({}, Audience.ANYONE),
    ],
)
def test_what_kind_of_person_somebody_is_follows_from_what_was_said(
    store: Store, facts: dict[str, str], kind: Audience
) -> None:
    person = people.add(store, "Bo", **facts)
    assert bank.audience_of(store, person, "Lakewood State") == kind
    assert bank.audience_of(store, person, "") == (Audience.ANYONE if "school" in facts else kind)
