"""What a plan needs next: only what its own kind needs."""

import pytest

from olenb.method.opportunities import log
from olenb.screens import opportunities
from olenb.views.widgets.screen import Screen
from olenb.views.widgets.table import EditableTable


@pytest.fixture
def look(wb, visit):
    """Look at what stands on the page for one kind of plan."""

    def look(kind=None):
        if kind:
            wb.opportunities.begin(kind)
        stack = opportunities.further(wb)
        return stack, *(visit(form) for form in stack.children if isinstance(form, Screen))

    return look


@pytest.mark.parametrize(
    ("kind", "shows", "hides"),
    [
        ("volunteer", "How well it fits", "Pay, visa, credit"),
        ("own internship", "Pay, visa, credit", "Your pitch"),
        ("article", "Your pitch", "How well it fits"),
        ("shadowing", "The day, moment by moment", "Your pitch"),
    ],
)
def test_each_kind_shows_its_own_and_only_a_day_has_a_table(look, kind, shows, hides):
    stack, before, after = look(kind)
    text = before.text + after.text
    assert shows in text
    assert hides not in text
    tables = [form for form in stack.children if isinstance(form, EditableTable)]
    assert len(tables) == (kind == "shadowing")


def test_a_plan_that_is_chosen_on_the_page_changes_what_stands_there(wb, look, visit):
    stack, _, _ = look("volunteer")
    assert len(stack.children) == 2
    choice = visit(opportunities.choose(wb))
    choice.press("browse")
    choice.press("begin", "shadowing")
    assert len(stack.children) == 3
    assert repr(stack) == "<olenb forms>"


def test_nothing_of_a_plan_is_in_a_trait_or_a_repr(wb, look):
    number = wb.opportunities.begin("shadowing")
    wb.opportunities.answer(number, "host", contact="Zzyzx Kane", place="Zzyzx Clinic")
    wb.opportunities.observe(number, "9:00", "Zzyzx words")
    stack, _, _ = look()
    assert "Zzyzx" not in repr(stack) + repr(stack.get_state()) + repr(stack.children)
    assert not any("Zzyzx" in repr(form.get_state()) for form in stack.children)


def test_a_fit_is_said_side_by_side_and_drawn_with_its_table(wb, look):
    _, page, _ = look("volunteer")
    assert not list(page.blocks("drawing"))
    page.press("fit", skill_match="3", visibility="", mission="")
    page.press("fit", skill_match="3", visibility="1", mission="")
    df = wb.opportunities.plans
    assert df.loc[0, ["skill_match", "visibility"]].tolist() == [3, 1]
    (drawing,) = page.blocks("drawing")
    assert "not added up" in drawing["alt"]
    assert "Who could see your work, if you showed it once?" in page.text
    assert "you'd work mostly by yourself" in page.text
    page.press("fit", skill_match="", visibility="1", mission="")
    assert "skill you want to build" not in page.text


def test_a_page_is_looked_at_first_and_what_is_unticked_is_not_on_it(wb, look):
    number = wb.opportunities.begin("own internship")
    wb.opportunities.answer(number, "gain", gain="Reruns sorted by cause.")
    wb.opportunities.answer(number, "why", why="My own reason.")
    _, _, page = look()
    assert "What you gain: Reruns sorted by cause." in page.text
    said = page.press("page", gain=True, why=False)
    assert "Open it in your browser to print it" in said
    (content,) = page.downloads.values()
    assert b"Reruns sorted by cause." in content
    assert b"My own reason." not in content


def test_a_plan_that_is_kept_private_has_no_page(wb, look):
    number = wb.opportunities.begin("own internship")
    wb.opportunities.answer(number, "gain", gain="Reruns sorted by cause.")
    wb.opportunities.keep_private(number)
    _, _, page = look()
    assert "it has no page" in page.text
    assert not page.buttons("page")


def test_a_pitch_is_put_together_and_a_second_open_one_is_refused_beside_its_field(wb, look):
    number = wb.opportunities.begin("article")
    wb.opportunities.answer(number, "title", title="One page a month")
    _, page, _ = look()
    assert "Pitch: One page a month" in page.text
    assert "Read their page for writers first" in page.text
    page.press("sent", outlet="The Ledger", editor="Ines Holm", sent_on="2026-11-20")
    assert "waiting to hear" in page.text
    said = page.press("sent", outlet="The Other", editor="", sent_on="")
    assert "with one publication already" in said
    assert page.trouble["field"] == "outlet"
    page.press("reply", "1 no")
    page.press("sent", outlet="The Other", editor="", sent_on="")
    assert wb.opportunities.pitches(number)["reply"].tolist() == ["", "no"]


def test_a_moment_is_noted_and_shows_in_the_table_and_the_picture(wb, look):
    stack, page, after = look("shadowing")
    assert page.press("observe", time="", task="reads").startswith("Please write a time")
    assert page.trouble["field"] == "time"
    assert "What is being done?" in page.press("observe", time="9", task="")
    said = {"people": "nurses", "tools": "phone", "energy": "-2", "confidential": True}
    page.press("observe", time="9", task="reads", **said)
    assert page.field("time")["value"] != "09:00" or page.field("time")["value"]
    (moment,) = log.moments(wb.store, 1)
    assert (moment.task, moment.people, moment.energy, moment.confidential) == (
        *("reads", "nurses", -2, True),
    )
    assert len(list(after.blocks("drawing"))) == 1
    table = stack.children[1]
    assert [row["cells"][:2] for row in table.first_document()["rows"]] == [["09:00", "reads"]]


def test_a_cell_of_the_log_is_edited_and_undone(wb, look, visit):
    stack, page, _ = look("shadowing")
    page.press("observe", time="9", task="reads")
    table = visit(stack.children[1])
    edit = {"type": "edit", "row": "1", "column": "task", "value": "counts"}
    table._tell(edit)
    assert log.moments(wb.store, 1)[0].task == "counts"
    table._tell({**edit, "column": "time", "value": "late"})
    assert log.moments(wb.store, 1)[0].at.hour == 9
    table._tell({"type": "undo"})
    assert log.moments(wb.store, 1)[0].task == "reads"


def test_the_invented_day_can_be_looked_at_and_not_changed(wb, look, visit):
    stack, _, after = look()
    assert len(list(after.blocks("drawing"))) == 1
    refused = []
    table = stack.children[1]
    table.send = lambda message, buffers=None: refused.append(message)
    table._receive(table, {"type": "ready"}, [])
    edit = {"type": "edit", "row": "1", "column": "task", "value": "x"}
    table._receive(table, edit, [])
    assert "This day is invented" in refused[-1]["text"]
    assert wb.is_example


def test_what_names_somebody_confidential_is_not_on_the_page_and_the_preview_says_so(wb, look):
    number = wb.opportunities.begin("own internship")
    wb.add("Zelda Kane")
    wb.opportunities.answer(number, "gain", gain="Ask Zelda Kane what she gained")
    with wb.writing() as store, store.change("Between us") as change:
        secret = store.one("SELECT id FROM person WHERE name = 'Zelda Kane'")["id"]
        change.update("person", secret, confidential=1)
    _, _, page = look()
    assert "One text of yours stays here, because of something that you marked" in page.text
    assert "Zelda" not in page.text
