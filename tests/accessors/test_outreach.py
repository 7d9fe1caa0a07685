"""`wb.outreach`: one object for asking; pages that leave hold nothing that must stay."""

from pathlib import Path

import pytest

import olenb
from olenb.core.errors import NotAllowed, NotFound
from olenb.method import notes
from olenb.workbook import Workbook

WORDS = "Dear Rosa, I read your page. Could we talk for 20 minutes? If not, that's fine."


@pytest.fixture
def wb(home: Path) -> Workbook:
    wb = olenb.open_workbook(home)
    wb.add_people(["Ana Ruiz, , cousin"])
    wb.add_target("Halden Energy", role="analyst")
    wb.record_answer("Ana Ruiz", "Halden Energy", "yes", "Rosa Vik")
    return wb


def mark_confidential(wb: Workbook, name: str) -> None:
    with wb.writing() as store, store.change("Marked somebody") as change:
        row = store.one("SELECT id FROM person WHERE name = ?", (name,))
        change.update("person", row["id"], confidential=1)


def test_people_are_given_by_name(wb: Workbook) -> None:
    begun = wb.outreach.draft("Rosa Vik", "first message", "email", via="Ana Ruiz")
    assert begun.facts.to.name == "Rosa Vik"
    assert begun.refused
    wb.outreach.permission("Ana Ruiz", "yes", towards="Rosa Vik")
    assert wb.outreach.may_name("Ana Ruiz", "Rosa Vik").allowed
    assert "Ana Ruiz told me" in wb.outreach.draft("Rosa Vik", "first message").body
    draft = wb.outreach.save_draft("Rosa Vik", "first message", "email", WORDS, subject="A page")
    touch = wb.outreach.mark_sent(draft)
    wb.outreach.answer(touch, "yes")
    wb.outreach.confirm_zone("Rosa Vik", "America/New_York")
    assert len(wb.outreach.propose_times("Rosa Vik", my_zone="America/Chicago")) == 3
    meeting = wb.outreach.schedule(
        "Rosa Vik", "2999-11-05T15:00:00-06:00", my_zone="America/Chicago"
    )
    wb.outreach.confirm(meeting)
    assert wb.outreach.tracker().set_index("person").loc["Rosa Vik", "stage"] == "scheduled"
    with pytest.raises(NotFound):
        wb.outreach.draft("Zed", "hello")


def test_its_repr_names_nobody(wb: Workbook) -> None:
    assert repr(wb.outreach) == "<the asking in your olenb workbook>"


def test_parking_and_stopping_hold(wb: Workbook) -> None:
    wb.outreach.note("Ana Ruiz", "asked around")
    wb.outreach.park("Ana Ruiz")
    assert wb.outreach.tracker()["stage"].tolist() == ["parked"]
    wb.outreach.stop("Ana Ruiz")
    assert wb.outreach.tracker()["next"].tolist() == [""]


def test_a_page_holds_the_words_and_one_recipient(wb: Workbook, tmp_path: Path) -> None:
    with wb.writing() as store, store.change("Wrote an address") as change:
        row = store.one("SELECT id FROM person WHERE name = 'Rosa Vik'")
        change.update("person", row["id"], email="rosa@example.org?bcc=eve@example.org")
    draft = wb.outreach.save_draft("Rosa Vik", "first message", "email", WORDS, subject="A & B")
    with pytest.raises(NotAllowed, match="isn't one email address"):
        wb.outreach.page(draft)
    with wb.writing() as store, store.change("Wrote an address") as change:
        change.update("person", row["id"], email="rosa@example.org")
    path = wb.outreach.save_page(draft, tmp_path / "page.html")
    text = path.read_text("utf-8")
    assert 'href="mailto:rosa@example.org?subject=A%20%26%20B&amp;body=Dear%20Rosa' in text
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("kind", "channel", "has"),
    [
        ("first message", "letter", "Your letter"),
        ("thanks", "letter", "Your card, to copy by hand"),
        ("first message", "phone", "Your call"),
        ("nudge", "text message", "Your message, to copy"),
        ("hello", "email", "Your email, to copy"),
    ],
)
def test_each_way_has_its_page(wb: Workbook, kind: str, channel: str, has: str) -> None:
    body = wb.outreach.draft("Rosa Vik", kind, channel).body
    page = wb.outreach.page(wb.outreach.save_draft("Rosa Vik", kind, channel, body)).decode()
    assert f'<h1 dir="auto">{has}</h1>' in page
    assert "<script" not in page


def test_nothing_about_somebody_confidential_leaves(wb: Workbook) -> None:
    draft = wb.outreach.save_draft("Rosa Vik", "hello", "email", "Hello Zzyzx")
    mark_confidential(wb, "Rosa Vik")
    with pytest.raises(NotAllowed, match="nothing about them leaves this file") as refused:
        wb.outreach.page(draft)
    assert "Rosa" not in str(refused.value)


def test_a_name_that_is_not_free_any_more_keeps_a_page_here(wb: Workbook) -> None:
    wb.outreach.permission("Ana Ruiz", "yes", given_on="2026-01-05")
    draft = wb.outreach.save_draft(
        "Rosa Vik", "first message", "email", f"Ana told me about you. {WORDS}"
    )
    assert wb.outreach.page(draft)
    wb.outreach.permission("Ana Ruiz", "no")
    with pytest.raises(NotAllowed, match=r"They said no.*Nothing was written"):
        wb.outreach.page(draft)


def test_a_confidential_note_keeps_a_page_here(wb: Workbook) -> None:
    draft = wb.outreach.save_draft(
        "Rosa Vik", "hello", "email", "The budget is cut in half, I hear."
    )
    with wb.writing() as store:
        notes.write(store, 2, "quote", "the budget is cut in half", confidential=True)
    with pytest.raises(NotAllowed, match="marked as confidential"):
        wb.outreach.page(draft)


def test_the_coworker_check_and_the_counts_are_there(wb: Workbook) -> None:
    wb.outreach.coworker_check("Ana Ruiz", "not now", "We share a manager")
    wb.outreach.note("Ana Ruiz", "asked around")
    assert wb.outreach.open_asks()["open_asks"].tolist() == [1]
    assert wb.outreach.balance()["favors"].sum() == 2
    assert wb.outreach.reply_rate() is None
    assert wb.outreach.board().size == 1


def test_a_touch_can_be_corrected_and_taken_away(wb: Workbook) -> None:
    touch = wb.outreach.note("Ana Ruiz", "said hello")
    wb.outreach.edit(touch, "channel", "phone")
    wb.outreach.remove(touch)
    assert len(wb.outreach.touches()) == 1


def test_a_table_for_others_holds_nobody_confidential_and_no_formula(
    wb: Workbook, tmp_path: Path
) -> None:
    for name in ("=1+1", "Zzyzx Quill"):
        wb.add(name)
        wb.outreach.note(name, "asked around", when="2026-11-02")
    with wb.writing() as store, store.change("Referred") as change:
        quill = store.one("SELECT id FROM person WHERE name = 'Zzyzx Quill'")["id"]
        change.insert("referral", person=quill, referred=2, permission="yes", given_on="2026-11-02")
        change.update("person", quill, confidential=1)
    text = wb.outreach.save_tracker(tmp_path / "asking.csv").read_text("utf-8-sig")
    assert "Zzyzx" not in text
    assert '"\'=1+1"' in text
    assert text.startswith('"Who","How far"')
