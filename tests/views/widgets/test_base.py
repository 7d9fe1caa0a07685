import json
from typing import Any

import pytest

from olenb.core.errors import OlenbError
from olenb.views.widgets.base import SORRY, QuietWidget

NAME = "Zzprobe Sentinel"


class Echo(QuietWidget):
    """Answers with what it got, or fails as it is told."""

    _esm = "export default { render() {} }"

    def handle(self, message: Any, buffers: Any) -> None:
        if message["type"] == "fail":
            raise message["error"]
        self.tell("echo", text=message["text"], bytes=sum(each.nbytes for each in buffers))


def test_nothing_leaves_python_before_a_page_looks(page):
    widget = Echo()
    widget.show({"name": NAME})
    widget.say(NAME)
    widget.progress(0.5, NAME)
    assert page.heard == []


def test_a_page_that_looks_is_shown_the_newest_document(page):
    widget = Echo()
    widget.show({"name": "old"})
    widget.show({"name": "new"})
    page.looks(widget)
    assert page.heard == [{"type": "show", "document": {"name": "new"}}]


def test_every_view_that_comes_later_is_shown_it_again(page):
    widget = Echo()
    widget.show({"name": NAME})
    page.looks(widget)
    page.looks(widget)
    assert [one["document"] for one in page.heard] == [{"name": NAME}] * 2


def test_the_browsers_time_zone_is_known_once_somebody_looks(page):
    widget = Echo()
    assert widget.time_zone == ""
    page.looks(widget)
    assert widget.time_zone == "America/Chicago"


def test_no_name_is_in_the_state_the_repr_or_the_mimebundle(page):
    widget = Echo()
    page.looks(widget)
    widget.show({"name": NAME})
    bundle = widget._repr_mimebundle_()
    assert repr(widget) == "<olenb form>"
    assert bundle[0]["text/plain"] == "<olenb form>"
    assert NAME in json.dumps(page.heard)
    states = [one.get("state") for one in page.published]
    assert NAME not in f"{bundle}{widget.get_state()}{states}"


def test_an_answer_carries_what_the_page_sent(page):
    widget = Echo()
    page.looks(widget)
    page.says(widget, "hello", b"12345", text="hi")
    assert page.last("echo") == {"type": "echo", "text": "hi", "bytes": 5}


def test_our_own_errors_speak_for_themselves(page):
    widget = Echo()
    page.looks(widget)
    error = OlenbError("The file is busy. Nothing was lost. Try again.")
    page.says(widget, "fail", error=error, seq="v-1", scope="form add")
    assert page.last("trouble") == {
        "type": "trouble",
        "text": "The file is busy. Nothing was lost. Try again.",
        "upload": "",
        "field": "",
        "scope": "form add",
        "seq": "v-1",
    }


@pytest.mark.parametrize("error", [KeyError(NAME), ValueError(NAME), RuntimeError()])
def test_any_other_error_is_one_plain_sentence_without_a_name(page, error, capfd):
    widget = Echo()
    page.looks(widget)
    page.says(widget, "fail", error=error)
    assert page.last("trouble")["text"] == SORRY
    assert "Nothing was lost" in SORRY
    assert NAME not in json.dumps(page.heard) + "".join(capfd.readouterr())


def test_half_characters_do_not_stop_a_message(page):
    widget = Echo()
    page.looks(widget)
    widget.show({"rows": [["a\ud800b", ("c",)]]})
    assert page.last("show")["document"] == {"rows": [["a?b", ["c"]]]}


def test_what_is_not_a_message_is_ignored(page):
    widget = Echo()
    widget._handle_msg({"content": {"data": {"method": "custom", "content": "x"}}, "buffers": []})
    assert page.heard == []
