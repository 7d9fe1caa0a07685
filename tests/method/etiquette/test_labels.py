"""The labelled messages: what they hold, and that the check does well on them."""

from collections import Counter

import pytest

from olenb.method import etiquette
from tests.method.etiquette.labels import MESSAGES, SENTENCES, benchmark

PRECISION, RECALL = 0.95, 0.9
COUNTS = benchmark.count(MESSAGES)
SPOKEN_ABOUT = sorted({sentence["rule"] for sentence in SENTENCES})


def test_there_are_enough_messages_half_of_them_clean_and_many_unseen() -> None:
    clean = sum(not message["rules"] for message in MESSAGES)
    assert len(MESSAGES) >= 160
    assert 0.45 <= clean / len(MESSAGES) <= 0.6
    assert sum(not message["seen"] for message in MESSAGES) >= 40


def test_no_two_messages_have_one_name_and_every_label_is_a_rule_or_a_kind() -> None:
    assert len({message["id"] for message in MESSAGES}) == len(MESSAGES)
    assert {rule for message in MESSAGES for rule in message["rules"]} == set(etiquette.RULES)
    assert {message["kind"] for message in MESSAGES} == set(etiquette.Kind)


def test_every_rule_has_several_messages() -> None:
    counts = Counter(rule for message in MESSAGES for rule in message["rules"])
    assert min(counts.values()) >= 5


@pytest.mark.parametrize("rule", list(etiquette.RULES))
def test_a_rule_is_right_about_the_labelled_messages(rule: str) -> None:
    counts = COUNTS[rule]
    assert benchmark.precision(counts) >= PRECISION
    assert benchmark.recall(counts) >= RECALL


@pytest.mark.parametrize("rule", SPOKEN_ABOUT)
def test_a_rule_is_right_about_single_sentences(rule: str) -> None:
    counts: Counter[str] = Counter()
    for sentence in (one for one in SENTENCES if one["rule"] == rule):
        found = etiquette.check(sentence["text"], kind=sentence["kind"], first=sentence["first"])
        hit = rule in {finding.rule for finding in found}
        counts["right" if hit and sentence["meant"] else "wrong" if hit else "quiet"] += 1
        counts["missed"] += sentence["meant"] and not hit
    assert benchmark.precision(counts) >= PRECISION
    assert benchmark.recall(counts) >= RECALL
