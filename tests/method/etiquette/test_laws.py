"""Laws that hold for any text: it is looked over, in order, quickly, and nothing of it runs."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olenb.method import etiquette
from olenb.method.etiquette import Facts

FACTS = Facts(
    to="Rosa Delgado",
    organization="Tern Robotics",
    via="Ana Ruiz",
    coworker="",
    names={"ana ruiz": False, "bo": False, "{x}": False, "": False},
    confidential_names=("Victor Amsel", "", "$$", "<img onerror=x>"),
    confidential_notes=("The lab will close in May", "", "{0}", "…"),
    research=("Tern was founded in 2011", ""),
)
SNIPPETS = (
    *("Are you hiring", "half an hour", "3 pm", "Ana Ruiz suggested", "I've attached", "\n\n"),
    *("Dear Ms. Lee,", "?", ".", "…", "“", "”", ">", "On Monday X wrote:\n", "Subject: ", "\u200b"),
    *("\u202e", "é", "İ", "ß", "ﬁ", "{0}", "%s", "$$", "<img onerror=x>", "\x00", "20–30 minutes"),
    *(
        "If not, I understand",
        "not ",
        "you ",
        "your ",
        "at 3",
        "https://a.example/x",
        "a@b.example",
    ),
)
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(SNIPPETS)).map(" ".join))
patient = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(text=texts, kind=st.sampled_from(list(etiquette.Kind)), first=st.booleans())
def test_any_text_is_looked_over_and_every_place_is_inside_it(
    text: str, kind: etiquette.Kind, first: bool
) -> None:
    findings = etiquette.check(text, kind=kind, first=first, facts=FACTS)
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end].strip()
        assert finding.why
        assert finding.suggestion
    assert findings == etiquette.check(text, kind=kind, first=first, facts=FACTS)
    keys = [(not f.blocking, -f.weight, f.start) for f in findings]
    assert keys == sorted(keys)
    assert len(set(findings)) == len(findings)


@patient
@given(text=texts)
def test_what_advises_never_blocks(text: str) -> None:
    for finding in etiquette.check(text, first=True, facts=FACTS):
        assert finding.blocking is (finding.rule == "name-without-permission")


@patient
@given(text=texts)
def test_facts_only_add_findings_of_the_rules_that_need_them(text: str) -> None:
    knows = Facts(names=FACTS.names, via=FACTS.via, coworker="", confidential_notes=("The lab",))
    without = {(f.rule, f.start) for f in etiquette.check(text)}
    added = {(f.rule, f.start) for f in etiquette.check(text, facts=knows)} - without
    personal = {"name-without-permission", "coworker-unchecked", "confidential"}
    assert {rule for rule, _ in added} <= personal


@pytest.mark.parametrize("space", ["  ", "\n", "\u00a0", "\t"])
def test_blanks_change_nothing_inside_a_sentence(space: str) -> None:
    words = "Could you please put in a good word for me with the manager of your department?"
    rules = [f.rule for f in etiquette.check(words.replace(" ", space, 3))]
    assert rules == ["asks-for-job"]


@pytest.mark.parametrize(
    "piece",
    [
        *("a", " ", "\n", '"', ".", "1. ", "a@", "-", ">\n", "not attached ", "if not "),
        *("could you introduce me to people who hire ", "half an hour ", "at 3 pm or "),
        *('"you said so" ', "you your ", "\u200b", "a\u0301", "On x ", "((((", "Ana Ruiz "),
    ],
)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        started = time.process_time()
        etiquette.check(text, first=True, facts=FACTS)
        return time.process_time() - started

    seconds(200)
    # The quickest of three: a machine with other work on it makes one alone too slow by chance.
    assert min(seconds(20_000) for _ in range(3)) < 12 * min(seconds(5_000) for _ in range(3)) + 0.5


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a", "could you introduce me to people who hire ", "1. ", '"'])
def test_a_hundred_thousand_characters_are_no_trouble(piece: str) -> None:
    etiquette.check((piece * 100_000)[:100_000], first=True, facts=FACTS)
