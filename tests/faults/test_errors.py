"""Case 26: an error says what happened, what was kept and what to do; and nothing of anybody."""

import ast
import logging
import random
import sqlite3
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

import olenb
from olenb.cli import main
from olenb.contacts import namesakes, organizations, people, rows, ties, you
from olenb.contacts.importers import KINDS, parse
from olenb.core import carry, errors, restoring
from olenb.core.errors import OlenbError
from olenb.core.folders import FILE
from olenb.core.troubles import translated
from olenb.views import export, figures
from olenb.workbook import Workbook

PACKAGE = Path(olenb.__file__).parent
S = "Zzyzxia"
PERSON = f"{S} Quill"


@pytest.fixture(scope="module")
def wb(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """Two people of one name, with addresses and everything about them telling.

    What fails changes nothing, so all these tests fail on one workbook.
    """
    wb = olenb.open_workbook(tmp_path_factory.mktemp("home") / "olenb", sample=False)
    one, other = wb.add_people([f"{PERSON}, {S} Energy, {S} cousin", f"{PERSON}, {S} Labs"])
    people.edit(wb.store, one, "email", f"{S}@x.example")
    people.edit(wb.store, other, "url", f"https://www.linkedin.com/in/{S}")
    wb.add_target(f"{S} Energy", role=f"{S} analyst")
    return wb


FAILS: dict[str, Callable[[Workbook], object]] = {
    "a name twice": lambda wb: wb.add_tie(PERSON, "nobody"),
    "a name that isn't there": lambda wb: wb.add_tie(f"{S} Nobody", 1),
    "a tie with oneself": lambda wb: wb.add_tie(2, 2),
    "an unknown evidence": lambda wb: wb.add_tie(2, 3, S),
    "a date that is none": lambda wb: wb.add_tie(2, 3, "told", as_of=S),
    "an unknown detail": lambda wb: ties.answer(wb.store, 2, willingness=S),
    "a closeness that is none": lambda wb: ties.answer(wb.store, 2, closeness=S),
    "a last exchange that is none": lambda wb: ties.answer(wb.store, 2, last_exchange=S),
    "no name": lambda wb: wb.add(f" , {S} Energy"),
    "an unknown circle": lambda wb: people.edit(wb.store, 2, "circle", S),
    "a class that is none": lambda wb: people.edit(wb.store, 2, "class_year", S),
    "an unknown fact": lambda wb: people.edit(wb.store, 2, S, S),
    "an address that is taken": lambda wb: people.edit(wb.store, 3, "email", f"{S}@x.example"),
    "a page that is taken": lambda wb: people.edit(
        wb.store, 2, "url", f"https://www.linkedin.com/in/{S}"
    ),
    "an empty name": lambda wb: people.edit(wb.store, 2, "name", " "),
    "a person who is gone": lambda wb: rows.person(wb.store, 999),
    "a merge with oneself": lambda wb: namesakes.merge(wb.store, 1, 2),
    "a place that is gone": lambda wb: organizations.same(wb.store, 1, 999),
    "one's own class": lambda wb: you.say(wb.store, class_year=S),
    "one's own zone": lambda wb: you.say(wb.store, time_zone=S),
    "one's own past": lambda wb: you.add_past(wb.store, f"{S} Energy", S, S, S),
    "an empty target": lambda wb: wb.add_target(" ", role=" "),
    "an unknown target": lambda wb: wb.introductions([f"{S} Nowhere"]),
    "an unknown target to ask about": lambda wb: wb.people_to_ask(f"{S} Nowhere"),
    "an answer of nobody": lambda wb: wb.record_answer(f"{S} Nobody", f"{S} Energy", "yes"),
    "an answer that is none": lambda wb: wb.record_answer(2, f"{S} Energy", S),
    "an unknown kind of file": lambda wb: wb.import_file(wb.home / "x", kind=S),
    "a file that isn't there": lambda wb: wb.import_file(wb.home / f"{S}.csv"),
    "a backup that isn't there": lambda wb: wb.care.restore(wb.home / f"{S}.olenb"),
    "a folder that isn't there": lambda wb: wb.move_to(wb.home / S),
    "a picture of no kind": lambda wb: wb.save_map(wb.home / f"{S}.exe"),
    "a picture nowhere": lambda wb: wb.save_map(wb.home / S / "map.svg"),
    "forgetting oneself": lambda wb: wb.care.look([1]),
    "forgetting nobody": lambda wb: wb.care.look([999]),
    "a value of the wrong kind": lambda wb: _write(wb, class_year=S),
    "a reference to nobody": lambda wb: _write(wb, source=S, table="identifier"),
}


def _write(wb: Workbook, table: str = "person", **values: object) -> None:
    with wb.store.change("A step") as change:
        if table == "person":
            change.insert("person", name=PERSON, is_ego=0, **values)
        else:
            change.insert("identifier", person=999, kind="email", key=S)


def told(error: BaseException) -> str:
    """Return everything that an error shows anywhere: also what it was raised from."""
    return "".join(traceback.format_exception(error)).replace(str(Path(__file__)), "")


@pytest.mark.parametrize("what", FAILS)
def test_an_error_holds_nothing_of_anybody_not_even_below_its_surface(
    wb: Workbook, what: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(OlenbError) as caught:
        FAILS[what](wb)
    shown = "\n".join(line for line in told(caught.value).splitlines() if "lambda wb" not in line)
    for text in (str(caught.value), shown, caplog.text, *capfd.readouterr()):
        assert S not in text.replace(str(wb.home / S), "")
    assert str(caught.value).endswith((".", "”"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_broken_file_shows_nothing_of_what_is_in_it(
    tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    rng, path = random.Random(kind), tmp_path / "file"
    texts = (
        f"First Name,Last Name,URL,Email Address,Company,Connected On\n{S},{S},,,{S},{S}\n",
        f"Name,Class,Email\n{S},{S},{S}\n{S},{S},{S},{S},{S}\n",
        f"BEGIN:VCARD\nFN:{S}\nBDAY:{S}\nEMAIL;ENCODING=b:{S}\nEND:VCARD\n",
        f"<?xml version='1.0'?><graphml><graph><node id='{S}'/><edge source='{S}' target='{S}'/>",
        f"person,knows,as of\n{S},{S},{S}\n{S},,\n",
    )
    for _ in range(60):
        content = bytearray(rng.choice(texts).encode())
        at = rng.randrange(len(content))
        content[at : at + rng.randrange(9)] = rng.choice((b"", b'"', b"\0", b"<", b",,,", b"\xff"))
        path.write_bytes(content)
        said = ""
        try:
            said = " ".join(skip.reason for skip in parse(path, kind).skipped)
        except OlenbError as error:
            said = told(error)
        assert S not in said
    assert S not in caplog.text


def test_on_the_command_line_an_error_names_nobody_and_has_no_traceback(wb: Workbook) -> None:
    for command in (
        ["import", str(wb.home / FILE)],
        ["introductions", "Nowhere"],
        ["forget", "Somebody"],
        ["restore", "nothing.olenb"],
        ["target"],
    ):
        result = CliRunner().invoke(main, ["--home", str(wb.home), *command])
        assert result.exit_code == 2, command
        assert S not in result.output
        assert "Traceback" not in result.output


def test_what_sqlite_cannot_read_as_text_is_not_repeated(wb: Workbook) -> None:
    db = sqlite3.connect(":memory:")
    with pytest.raises(OlenbError) as caught, translated(wb.store.path):
        db.execute(f"SELECT CAST(x'{S.encode().hex()}ff' AS TEXT)").fetchall()
    assert S not in told(caught.value)


def test_a_file_that_was_taken_along_and_is_none_is_not_repeated(
    wb: Workbook, tmp_path: Path
) -> None:
    (tmp_path / "letter.olenb").write_text(f"Dear {S}" * 99)
    for step in (
        lambda: carry.unpack(tmp_path / "letter.olenb", wb.home),
        lambda: restoring.restore(wb.home, tmp_path / "letter.olenb"),
    ):
        with pytest.raises(OlenbError) as caught:
            step()
        assert S not in told(caught.value)


def test_a_picture_that_cannot_be_written_is_no_loss(wb: Workbook) -> None:
    figure = figures.map_figure(wb.map())
    (wb.home / "map.svg").write_text("old")
    with suppress(OlenbError):
        export.save(figure, wb.home / "map.svg" / "below.svg")
    assert (wb.home / "map.svg").read_text() == "old"


# Every sentence that the package raises, by its source.

NEXT = (
    *("please", "choose", "check", "try ", "put ", "make ", "open ", "write ", "undo ", "give "),
    *("restore", "run ", "close ", "install", "begin", "add ", "say ", "copy ", "wipe", "keep"),
    *("find", "tell", "ask ", "move ", "look ", "use ", "if ", "needs", "may help"),
    "can't be forgotten",
)  # fmt: skip
KEPT = ("nothing", "not ", "no longer", "isn't", "as it", "n't", "already", "stays")


def _sentences() -> list[tuple[str, str]]:
    """Return the text of every error raised with one, with placeholders for what is filled in."""
    ours = {name for name in dir(errors) if name[0].isupper()}
    found = []
    for module in sorted(PACKAGE.rglob("*.py")):
        if module.stem == "__main__":  # to import it is to run it
            continue
        tree = ast.parse(module.read_text("utf-8"))
        names = {k: v for k, v in vars(_imported(module)).items() if isinstance(v, str)}
        for node in ast.walk(tree):
            is_ours = isinstance(node, ast.Call) and getattr(node.func, "id", "") in ours
            if is_ours and node.args and (text := _text(node.args[0], names)):
                where = f"{module.relative_to(PACKAGE).as_posix()}:{node.lineno}"
                found.append((where, text))
    return found


def _imported(module: Path) -> ModuleType:
    parts = module.relative_to(PACKAGE.parent).with_suffix("").parts
    return import_module(".".join(parts).removesuffix(".__init__"))


def _text(node: ast.AST, names: dict[str, object]) -> str:
    """Return a text as it stands in the source, with the module's own constants filled in."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, names) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return str(names.get(getattr(node.value, "id", ""), "…"))
    return ""


@pytest.mark.parametrize(("where", "text"), _sentences(), ids=lambda value: str(value)[:40])
def test_every_sentence_says_what_was_kept_or_what_to_do(where: str, text: str) -> None:
    low = text.lower()
    if where.startswith("core/migrations") and "isn't" in text:
        return  # read by those who write a step, and put into words for the user above it
    assert any(word in low for word in (*NEXT, *KEPT)), (where, text)
    assert "error" not in low
    assert "exception" not in low
    assert text[0].isupper() or text.startswith(("…", "olenb")), (where, text)
