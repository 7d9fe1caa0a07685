"""One page for the people whom a plan is with: previewed, and nothing on it that must stay."""

import re

import pytest

import olenb
from olenb.contacts import people, you
from olenb.core.errors import NotAllowed
from olenb.method import permissions
from olenb.views import plan_page

HOSTILE = '<img src=x onerror=alert(1)> {0.__class__} $$x$$ \u202eevil & "co"'


@pytest.fixture
def wb(home):
    wb = olenb.open_workbook(home)
    with wb.writing() as store:
        you.say(store, name="Robin Ellery")
    return wb


@pytest.fixture
def interning(wb):
    number = wb.opportunities.begin("own internship")
    wb.opportunities.answer(number, "place", place="Kestrel Diagnostics")
    wb.opportunities.answer(number, "gain", gain="Reruns sorted by cause.")
    wb.opportunities.answer(number, "goal_1", goal_1="Read a report", tasks_1="Sort reruns")
    wb.opportunities.answer(number, "when", hours="20", starts_on="2027-06-07")
    wb.opportunities.answer(number, "pay", pay="hourly", pay_words="as in the city's labs")
    return number


def text(content):
    return re.sub(r"<[^>]*>", "\n", content.decode("utf-8"))


def test_the_page_begins_with_what_they_gain_and_ends_with_lines_to_sign(wb, interning):
    said = text(plan_page.page(wb.store, interning))
    order = [
        *("Proposal for an internship", "Robin Ellery", "What you gain", "Afterwards I can"),
        *("20 hours a week, June 7, 2027", "paid by the hour, as in the city's labs"),
        *("Robin Ellery, date", "Supervisor, date"),
    ]
    places = [said.replace("&#x27;", "'").index(words) for words in order]
    assert places == sorted(places)
    assert "School, date" not in said


def test_where_credit_is_asked_for_the_school_signs_too(wb, interning):
    wb.opportunities.answer(interning, "credit", credit="asking")
    assert "School, date" in text(plan_page.page(wb.store, interning))
    wb.opportunities.answer(interning, "credit", credit="no")
    assert "School, date" not in text(plan_page.page(wb.store, interning))


def test_the_preview_is_all_that_the_page_holds_and_each_thing_can_be_left_out(wb, interning):
    shown = plan_page.entries(wb.store, interning)
    said = text(plan_page.page(wb.store, interning))
    assert [entry.key for entry in shown] == ["place", "gain", "goal_1", "when", "pay"]
    assert all(entry.words.splitlines()[0] in said.replace("&#x27;", "'") for entry in shown)
    for entry in shown:
        left = text(plan_page.page(wb.store, interning, {entry.key}))
        assert entry.words.splitlines()[0] not in left.replace("&#x27;", "'")


@pytest.mark.parametrize("kind", ["volunteer", "shadowing"])
def test_other_plans_have_a_page_too_without_what_is_for_me_alone(wb, kind):
    number = wb.opportunities.begin(kind)
    wb.opportunities.answer(number, "aim", aim="to see the day")
    if kind == "shadowing":
        wb.opportunities.answer(number, "asking", asking="Zzyzx words")
    said = text(plan_page.page(wb.store, number))
    assert "to see the day" in said
    assert "Zzyzx" not in said


def test_an_article_and_a_private_plan_have_no_page(wb, interning):
    with pytest.raises(NotAllowed, match="its pitch stands above"):
        plan_page.page(wb.store, wb.opportunities.begin("article"))
    wb.opportunities.keep_private(interning)
    for act in (plan_page.page, plan_page.entries):
        with pytest.raises(NotAllowed, match="You keep this plan in your workbook"):
            act(wb.store, interning)


def test_a_confidential_supervisor_is_named_nowhere_on_it(wb, interning):
    wb.opportunities.answer(interning, "supervisor", contact="Zzyzx Vasquez")
    wb.opportunities.answer(interning, "why", why="Zzyzx told me about the lab.")
    assert "Zzyzx" in text(plan_page.page(wb.store, interning))
    with wb.writing() as store, store.change("x") as change:
        change.update("person", people.find(store, "Zzyzx Vasquez"), confidential=1)
    assert "Zzyzx" not in text(plan_page.page(wb.store, interning))
    assert not any("Zzyzx" in entry.words for entry in plan_page.entries(wb.store, interning))


def test_somebody_who_gave_no_yes_is_not_named_to_the_organization(wb, interning):
    with wb.writing() as store:
        ana = people.add(store, "Zzyzx Ruiz")
        permissions.record(store, ana, "not asked")
    wb.opportunities.answer(interning, "why", why="Zzyzx Ruiz praised the lab.")
    assert "somebody praised the lab." in text(plan_page.page(wb.store, interning))


def test_what_looks_like_code_is_text_on_the_page(wb):
    number = wb.opportunities.begin("own internship")
    wb.opportunities.answer(number, "place", place=HOSTILE)
    wb.opportunities.answer(number, "goal_1", goal_1=HOSTILE, tasks_1=HOSTILE)
    wb.opportunities.answer(number, "supervisor", contact=HOSTILE)
    written = plan_page.page(wb.store, number).decode("utf-8")
    assert "<img" not in written
    assert "onerror=alert(1)&gt;" in written
    assert "http" not in written.replace("http-equiv", "")
