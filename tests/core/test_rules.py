"""Every number once, with its row and its source."""

import re

import pytest

from olenb.core import rules


@pytest.mark.parametrize("name", rules.ALL)
def test_a_rule_names_its_row_and_its_source(name: str) -> None:
    rule = rules.ALL[name]
    assert re.fullmatch(r"[RN]\d+", rule.row)
    assert rule.source.strip()


@pytest.mark.parametrize("rule", rules.BY_KEY.values(), ids=lambda rule: rule.key)
def test_what_a_school_may_set_is_lower_case_and_allows_the_default(rule: rules.Rule) -> None:
    assert re.fullmatch(r"[a-z_]+", rule.key)
    if isinstance(rule.allowed, tuple):
        low, high = rule.allowed
        assert low <= rule.default <= high


def test_no_two_rules_have_one_key() -> None:
    replaceable = [rule for rule in rules.ALL.values() if rule.key]
    assert len(replaceable) == len(rules.BY_KEY)


def test_the_defaults_fit_together() -> None:
    assert all(less.default <= more.default for less, more in rules.ORDERED)


def test_the_methods_numbers_are_those_of_the_method() -> None:
    said = {
        "MINUTES_ASKED": 20, "CLOSING_MINUTES": 5, "THANK_YOU_HOURS": 48, "THANK_YOU_REMINDER": 24,
        "REFERRAL_DAYS": 1, "NUDGE_DAYS": 7, "MESSAGES": 2, "CONFIRM_EARLIEST": 48,
        "CONFIRM_LATEST": 24, "OUTCOME_DAYS": 14, "WORDS_SHORT": 60, "WORDS_LONG": 100,
        "WORDS_WARN": 125, "QUESTIONS": 5, "MUST_ASKS": 3, "OPEN_ASKS": 2, "NOT_BEFORE": 8,
        "NOT_AFTER": 19, "ACTIVE_TARGETS": 5,
    }  # fmt: skip
    assert {name: rules.ALL[name].value for name in said} == said
    assert rules.question_minutes() == 15


def test_a_value_is_read_when_it_is_asked_for() -> None:
    try:
        rules.put_in_force({"minutes_asked": 15})
        assert rules.MINUTES_ASKED.value == 15
        assert rules.question_minutes() == 10
    finally:
        rules.put_in_force({})
    assert rules.MINUTES_ASKED.value == 20
