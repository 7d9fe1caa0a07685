"""The check as a whole: order, places, numbers, words."""

import re
from pathlib import Path

import pytest

from olenb.core import rules
from olenb.core.errors import NotAllowed
from olenb.core.terms import Channel, DraftKind
from olenb.method import etiquette
from olenb.method.etiquette import Facts
from olenb.method.etiquette.check import CHECKS

THE_EIGHTEEN = {
    *("asks-for-job", "asks-for-contacts", "over-20-minutes", "says-networking", "no-purpose"),
    *("no-why-you", "site-answers", "too-long", "more-favors-than-questions", "negative"),
    *("attachment", "no-easy-out", "phone-no-good-time", "drop-in", "one-zone"),
    *("name-without-permission", "coworker-unchecked", "confidential"),
}


def test_there_are_eighteen_rules_and_each_is_looked_for() -> None:
    assert set(etiquette.RULES) == THE_EIGHTEEN == set(CHECKS)


def test_every_rule_has_a_row_a_source_and_a_weight_of_its_own() -> None:
    every = list(etiquette.RULES.values())
    assert all(rule.row[0] in "RN" and rule.row[1:].isdigit() and rule.source for rule in every)
    assert len({rule.weight for rule in every}) == len(every)


def test_the_page_about_the_rules_lists_them_in_their_order_with_their_rows() -> None:
    page = (Path(__file__).parents[3] / "docs" / "etiquette.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z0-9-]+)` \| (R\d+) \|", page, re.MULTILINE)
    by_weight = sorted(etiquette.RULES.values(), key=lambda rule: -rule.weight)
    assert listed == [(rule.name, rule.row) for rule in by_weight]


def test_what_blocks_comes_first_then_what_matters_more() -> None:
    words = "I'm networking. Are you hiring? Ana Ruiz told me to write to you."
    findings = etiquette.check(words, facts=Facts(names={"ana ruiz": False}))
    assert [f.rule for f in findings] == [
        "name-without-permission",
        "asks-for-job",
        "says-networking",
    ]


def test_a_finding_points_at_the_words_as_they_were_typed() -> None:
    text = "Dear Ms. Lee,\r\n\r\nI’ve\u00a0attached  my résumé… Could I have thirty\nminutes?"
    places = {f.rule: text[f.start : f.end] for f in etiquette.check(text)}
    assert places == {"attachment": "I’ve\u00a0attached", "over-20-minutes": "thirty\nminutes"}


def test_two_are_shown_first_one_of_each_rule() -> None:
    words = "Are you hiring? Do you have any openings? I'm networking. I hate my boss."
    shown = etiquette.most_important(etiquette.check(words))
    assert [f.rule for f in shown] == ["asks-for-job", "negative"]
    assert len(shown) == rules.FINDINGS_SHOWN.value


def test_an_unknown_kind_is_refused_with_the_choices() -> None:
    with pytest.raises(NotAllowed, match="email, letter, phone"):
        etiquette.check("Hello", kind="fax")


def test_nothing_is_found_in_nothing() -> None:
    assert all(etiquette.check(t, kind=k) == [] for t in ("", " \n\t", "…") for k in etiquette.Kind)


def test_a_school_may_ask_for_less_time(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Could we talk for 20 minutes?"
    assert etiquette.check(words) == []
    monkeypatch.setitem(rules._IN_FORCE, rules.MINUTES_ASKED.key, 15)
    (finding,) = etiquette.check(words)
    assert "15 minutes" in finding.why
    assert "15 minutes" in finding.suggestion


def test_braces_are_only_braces() -> None:
    words = "{minutes} {0} {words.__class__} %s ${x} Are you hiring, {name}?"
    (finding,) = etiquette.check(words)
    assert finding.rule == "asks-for-job"
    assert "{" not in finding.why + finding.suggestion


def test_findings_and_facts_show_nothing_of_the_message_or_the_workbook() -> None:
    facts = Facts(to="Zelda Zorn", names={"ana ruiz": False}, confidential_notes=("Zebra",))
    (finding,) = etiquette.check("Ana Ruiz told me to write.", facts=facts)
    shown = f"{finding!r} {finding.why} {finding.suggestion} {facts!r}"
    assert not any(word in shown for word in ("Ana", "Ruiz", "Zelda", "Zebra"))


@pytest.mark.parametrize("step", list(DraftKind))
@pytest.mark.parametrize("channel", list(Channel))
def test_every_draft_has_a_kind_and_only_the_first_message_is_the_first(
    step: DraftKind, channel: Channel
) -> None:
    kind, first = etiquette.kind_of(step, channel)
    assert kind in list(etiquette.Kind)
    assert first is (step is DraftKind.FIRST)
