"""What is between the two of them reaches no page to print, no draft and no file (R38)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from olenb.core.terms import Channel, DraftKind, NoteKind
from olenb.method import notes
from olenb.method.discretion import for_others
from olenb.method.drafts.scaffold import scaffold
from olenb.screens.conversation import interview, on_paper, rehearse, research
from olenb.workbook import Workbook

SENTINEL = "Zzyzx-between-us"


@pytest.fixture
def told(wb: Workbook, maya: int, talk: int) -> int:
    """A conversation in which everything that can be confidential is."""
    for kind in NoteKind:
        if kind != NoteKind.INTRODUCTION:
            wb.conversations.note(talk, kind, f"{SENTINEL} {kind}", confidential=True)
    with wb.writing() as store:
        notes.write(store, maya, NoteKind.RESEARCH, f"{SENTINEL} page", confidential=True)
        advice = notes.write(
            store, maya, NoteKind.ADVICE, SENTINEL, conversation=talk, confidential=True
        )
        notes.did(store, advice, f"{SENTINEL} done")
    wb.conversations.ask(maya, "What about nights?")
    wb.conversations.introduce("I sold bread.")
    wb.conversations.refer(talk, "Lena Vang", "yes")
    return talk


def printed(wb: Workbook, visit: Callable, tmp_path: Path, person: int) -> str:
    """Return everything that leaves by this page's buttons and functions, as text."""
    pages = []
    for form, button in (
        (rehearse(wb), "friend"), (interview(wb), "save"), (on_paper(wb), "save"),
    ):  # fmt: skip
        visitor = visit(form)
        visitor.press(button)
        pages += [content.decode() for content in visitor.downloads.values()]
    path = wb.conversations.save_run_sheet(person, tmp_path / "sheet.html")
    pages += [path.read_text("utf-8"), wb.conversations.run_sheet(person).to_csv()]
    assert len(pages) == 5
    return "\n".join(pages)


def test_a_confidential_note_is_on_no_page(
    wb: Workbook, told: int, maya: int, visit: Callable, tmp_path: Path
) -> None:
    text = printed(wb, visit, tmp_path, maya)
    assert SENTINEL not in text
    assert "What about nights?" in text


def test_a_confidential_note_is_the_beginning_of_no_draft(
    wb: Workbook, told: int, maya: int
) -> None:
    assert SENTINEL not in notes.notes(for_others(wb.store)[0]).to_csv()
    lena = int(wb.conversations.referrals["referred_id"].iloc[0])
    for kind in DraftKind:
        for channel in (Channel.EMAIL, Channel.LETTER, Channel.PHONE, Channel.TEXT):
            draft = scaffold(wb.store, maya, kind, channel, about=lena, via=lena)
            assert SENTINEL not in repr(draft), (kind, channel)


def test_a_confidential_person_is_named_on_no_page_and_their_notes_stay(
    wb: Workbook, told: int, maya: int, visit: Callable, tmp_path: Path
) -> None:
    with wb.writing() as store:
        notes.write(store, maya, NoteKind.RESEARCH, "an open note of hers")
        with store.change("test") as change:
            change.update("person", maya, confidential=1)
    text = printed(wb, visit, tmp_path, maya)
    assert "Maya" not in text
    assert "Okafor" not in text
    assert "Tamarind" not in text
    assert "an open note of hers" not in text


def test_the_users_own_screen_shows_what_the_user_wrote(
    wb: Workbook, told: int, visit: Callable
) -> None:
    assert SENTINEL in visit(research(wb)).text
    assert SENTINEL in wb.conversations.notes.to_csv()


def test_no_error_repeats_a_note(wb: Workbook, told: int) -> None:
    with pytest.raises(Exception, match="isn't advice") as error:
        notes.did(wb.own(), 1, SENTINEL)
    assert SENTINEL not in str(error.value)
