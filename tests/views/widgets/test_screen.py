import stat

import pytest

from olenb.core.errors import OlenbError, WrongFile
from olenb.views.widgets.base import SORRY
from olenb.views.widgets.blocks import Button, Field, Form, Text
from olenb.views.widgets.screen import FieldError, Screen


def form(*texts):
    return [
        *[Text(each) for each in texts],
        Form("add", [Field("name", "Who?"), Button("add", "Add", kind="primary")]),
    ]


def press(page, screen, action, **values):
    page.says(screen, "action", action=action, scope="form add", seq="v-1", values=values)


def test_a_screen_is_rendered_only_when_somebody_looks(page):
    rendered = []
    screen = Screen(lambda: rendered.append(1) or form())
    screen.refresh()
    assert rendered == []
    page.looks(screen)
    assert rendered == [1]


def test_a_view_shows_the_blocks_as_they_are_when_it_opens(page):
    names = ["Ana"]
    screen = Screen(lambda: form(*names))
    page.looks(screen)
    names.append("Bo")
    page.looks(screen)
    texts = [[b["text"] for b in one["document"]["blocks"][:-1]] for one in page.heard]
    assert texts == [["Ana"], ["Ana", "Bo"]]


def test_an_action_gets_the_values_trimmed_and_composed(page):
    events = []
    screen = Screen(form, {"add": events.append})
    page.looks(screen)
    press(page, screen, "add", name="  Zoe\u0308 ", sure=True)
    (event,) = events
    assert event.values == {"name": "Zoë", "sure": True}
    assert (event.text("name"), event.text("missing"), event.text("sure")) == ("Zoë", "", "")
    assert (event.checked("sure"), event.checked("name")) == (True, False)
    assert (event.action, event.item, event.upload) == ("add", "", None)


def test_after_an_action_the_screen_is_rendered_again_and_says_what_was_done(page):
    names = []

    def add(event):
        names.append(event.text("name"))
        return "Saved"

    screen = Screen(lambda: form(*names), {"add": add})
    page.looks(screen)
    press(page, screen, "add", name="Ana")
    assert [one["type"] for one in page.heard] == ["show", "show", "done", "status"]
    assert page.last("show")["document"]["blocks"][0] == {"type": "text", "text": "Ana"}
    assert page.last("done") == {"type": "done", "scope": "form add", "seq": "v-1"}
    assert page.last("status")["text"] == "Saved"


def test_a_field_error_goes_to_its_field_and_nothing_is_done(page):
    def add(event):
        raise FieldError("name", "Write a name first. Nothing was lost.")

    screen = Screen(form, {"add": add})
    page.looks(screen)
    press(page, screen, "add")
    trouble = page.last("trouble")
    assert (trouble["field"], trouble["seq"]) == ("name", "v-1")
    assert trouble["text"] == "Write a name first. Nothing was lost."
    assert "done" not in [one["type"] for one in page.heard]


def test_an_action_that_failed_halfway_still_shows_what_is_true_now(page):
    names = []

    def add(event):
        names.append("half")
        raise OlenbError("The disk is full.")

    screen = Screen(lambda: form(*names), {"add": add})
    page.looks(screen)
    press(page, screen, "add")
    assert page.last("show")["document"]["blocks"][0]["text"] == "half"
    assert page.last("trouble")["text"] == "The disk is full."


def test_an_action_that_nobody_wrote_is_a_sentence_too(page):
    screen = Screen(form)
    page.looks(screen)
    press(page, screen, "nonsense")
    assert page.last("trouble")["text"] == SORRY


def test_progress_reaches_the_page_while_the_action_runs(page):
    heard_meanwhile = []

    def add(event):
        screen.progress(0.5, "half of them read")
        heard_meanwhile.append(page.last("progress"))

    screen = Screen(form, {"add": add})
    page.looks(screen)
    press(page, screen, "add")
    assert heard_meanwhile == [{"type": "progress", "fraction": 0.5, "text": "half of them read"}]


def bring(page, screen, content, *, name="Connections.csv", size=None, piece=4):
    """Send a file as the page does, and return the types of the answers."""
    before = len(page.heard)
    about = {"upload": "u-1"}
    size = len(content) if size is None else size
    page.says(screen, "upload", step="begin", name=name, size=size, **about)
    for at in range(0, len(content), piece):
        page.says(screen, "upload", content[at : at + piece], step="piece", **about)
    page.says(screen, "upload", step="end", action="file", item="x", seq="v-9", **about)
    return [one["type"] for one in page.heard[before:]]


def test_a_file_arrives_whole_private_and_is_gone_afterwards(page):
    seen = []

    def take(event):
        upload = event.upload
        mode = stat.S_IMODE(upload.path.stat().st_mode)
        seen.append((upload.path, upload.path.read_bytes(), mode, upload.size, event.item))
        return "Taken in"

    screen = Screen(form, {"file": take})
    page.looks(screen)
    answers = bring(page, screen, b"First Name,Last Name")
    (path, content, mode, size, item) = seen[0]
    assert (content, mode, size, item) == (b"First Name,Last Name", 0o600, 20, "x")
    assert path.name == "Connections.csv"
    assert not path.exists()
    assert answers == ["more"] * 6 + ["show", "done", "status", "taken"]


def test_a_file_that_the_action_keeps_stays_until_it_is_discarded(page):
    kept = []
    screen = Screen(form, {"file": lambda event: kept.append(event.upload) or event.upload.keep()})
    page.looks(screen)
    bring(page, screen, b"abc")
    assert kept[0].path.read_bytes() == b"abc"
    kept[0].discard()
    assert not kept[0].path.exists()


def test_a_file_is_deleted_when_the_action_fails(page):
    seen = []

    def take(event):
        seen.append(event.upload.path)
        raise WrongFile("This isn't a list of people. Nothing was lost.")

    screen = Screen(form, {"file": take})
    page.looks(screen)
    assert bring(page, screen, b"abc")[-3:] == ["more", "show", "trouble"]
    assert not seen[0].exists()
    assert page.last("trouble")["upload"] == "u-1"


@pytest.mark.parametrize(
    ("content", "size"), [(b"too little", 99), (b"too much", 3)], ids=["short", "long"]
)
def test_a_file_that_did_not_arrive_whole_never_reaches_the_action(page, content, size):
    events = []
    screen = Screen(form, {"file": events.append})
    page.looks(screen)
    bring(page, screen, content, size=size)
    assert events == []
    assert "didn't arrive whole" in page.last("trouble")["text"]
