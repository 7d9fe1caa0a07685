"""No way out for what is confidential, nor for a name without a yes: a sentinel tries every one.

The ways out are read from the code, so one that is added later fails here until it is tried, too.
"""

import ast
import copy
import importlib
import inspect
import pkgutil
import shlex
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from screens.conftest import Visitor
from sentinels import (
    CLEAN,
    CONFIDENTIAL,
    READERS,
    REFERRERS,
    SAYS,
    SECRET,
    UNPERMITTED,
    World,
    untold,
)

import olenb
from olenb import accessors, screens
from olenb.cli import COMMANDS, main
from olenb.core import exports
from olenb.core.errors import NotAllowed
from olenb.core.terms import Channel, DraftKind
from olenb.method.discretion import copies, messages, texts
from olenb.method.discretion.secrets import Secrets
from olenb.method.drafts.scaffold import CHANNELS
from olenb.method.permissions import Decision
from olenb.method.summary import USUAL
from olenb.room import folder
from olenb.room.documents import Document, Question, end_of_session
from olenb.screens import opportunities, outreach
from olenb.screens.conversation import interview, on_paper, rehearse
from olenb.screens.conversation.whom import whom
from olenb.screens.outreach.choice import choice
from olenb.views.export.leaving import ENDINGS, More, What
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook, open_workbook

HERE = Path(olenb.__file__).parent
SESSION = "SPRING-7"
NOBODYS = "they ask for no file and no name"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(open_workbook(tmp_path_factory.mktemp("home") / "olenb"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def said(content: Any) -> str:
    """Return all that a file or a value says, in small letters."""
    if isinstance(content, Path):
        content = content.read_bytes()
    if isinstance(content, bytes) and content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            content = b"\n".join(map(archive.read, archive.namelist()))
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else str(content)
    return text.casefold()


# The methods of the workbook and of what it offers for one wing each.

Door = Callable[[World, Path], Iterator[Any]]
LEAVES = frozenset(
    {
        "bytes",
        "Path",
        "Scaffold",
        "Words",
        "Agenda",
        "Leaving",
        "Document",
        "Draft",
        "Sheet",
        "Summary",
    }
)
"""What a method returns that hands something over."""

THE_FILE_ITSELF = {"Workbook.move_to": "it moves the user's own file to another folder of theirs"}
ABOUT_PEOPLE = frozenset(
    {
        *("Workbook.save_map", "Workbook.save_routes", "FollowUp.calendar", "Leave.look"),
        *("FollowUp.save_calendar", "Leave.save", "Outreach.tracker_file"),
        "Outreach.save_tracker",
    }
)
"""Doors for the user's people: whoever isn't confidential stands there by name."""


def methods() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield every public method of the workbook and of its accessors."""
    classes = [Workbook]
    for module in pkgutil.iter_modules(accessors.__path__):
        path = f"{accessors.__name__}.{module.name}"
        found = vars(importlib.import_module(path))
        classes += [
            each for each in found.values()
            if inspect.isclass(each) and each.__module__ == path
            and not getattr(each, "_is_protocol", False)
        ]  # fmt: skip
    for each in classes:
        for name, method in vars(each).items():
            if inspect.isfunction(method) and not name.startswith("_"):
                yield f"{each.__name__}.{name}", method


def doors() -> set[str]:
    """Return the methods that save, or hand something over."""
    found = set()
    for name, method in methods():
        returned = inspect.signature(method).return_annotation
        word = str(getattr(returned, "__name__", returned)).strip("'\"").rpartition(".")[2]
        if name.rpartition(".")[2].startswith("save") or word in LEAVES:
            found.add(name)
    return found


def kept(call: Callable[[], Any]) -> Any:
    """Return what a door hands over, or what it says where it refuses."""
    try:
        return call()
    except NotAllowed as error:
        return str(error)


def _drafts(world: World, out: Path) -> Iterator[Any]:
    ways = cycle(CHANNELS)
    each = [(reader, kind, next(ways)) for reader in world.readers for kind in DraftKind]
    each += [(world.readers[-1], kind, way) for kind in DraftKind for way in CHANNELS]
    for reader, kind, way in each:
        others = {"about": world.secret} if kind == DraftKind.INTRODUCTION else {}
        made = world.wb.outreach.draft(reader, kind, way, **others)
        yield [made.subject, made.body, made.parts, made.left, made.refused, made.allowed]
    via = world.wb.outreach.draft(world.readers[0], "first message", via=world.secret)
    yield [via.subject, via.body, via.allowed]


def _keeping(world: World, out: Path) -> Iterator[Any]:
    for reader, text in zip(world.readers, SAYS, strict=True):
        what = (reader, "first message", "email", text)
        number = kept(lambda what=what: world.wb.outreach.save_draft(*what))
        yield number if isinstance(number, str) else text


def _pages(world: World, out: Path) -> Iterator[Any]:
    for number in world.wb.outreach.drafts()["id"]:
        yield kept(lambda number=number: world.wb.outreach.page(number))


def _saved_pages(world: World, out: Path) -> Iterator[Any]:
    for number in world.wb.outreach.drafts()["id"]:
        path = out / f"draft-{number}.html"
        yield kept(lambda: world.wb.outreach.save_page(number, path))  # noqa: B023 - called at once


def _words(world: World, out: Path) -> Iterator[Any]:
    df = world.wb.follow_up.due()
    for key in df.loc[df["person_id"].isin(world.readers), "key"].head(15):
        words = kept(lambda key=key: world.wb.follow_up.words(key))
        if isinstance(words, str) or words.held_back:  # shown to be changed, and not to be sent
            continue
        yield words


def _asked_aloud(world: World, out: Path) -> Iterator[Any]:
    for target in world.targets:
        asked = kept(lambda target=target: world.wb.room.ask(SESSION, target))
        yield asked if isinstance(asked, str) else asked.to_bytes()


def _answers(world: World, out: Path) -> Iterator[Any]:
    now = datetime.now().astimezone()
    ask = Question("ABCD", 1, "Mayo Clinic"), Question("ABCD", 2, f"{SECRET} Practice")
    asked = Document("questions", SESSION, "", end_of_session(now), ask)
    yes = world.wb.room.could_introduce(asked)
    assert SECRET not in set(yes["person"]) | set(yes["through"])
    yield world.wb.room.answer(asked, set(yes["question"])).to_bytes()


def _listed(world: World, out: Path) -> Iterator[Any]:
    asked = Question("ABCD", 1, "Mayo Clinic")
    now = datetime.now().astimezone()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(folder.VARIABLE, str(out / "room"))
        folder.make(out / "room")
        folder.publish(
            out / "room",
            Document("questions", SESSION, "", end_of_session(now), (asked,)).to_bytes(),
        )
        yield world.wb.room.questions().to_bytes()
        shutil.rmtree(out / "room")


def _summed_up(world: World, out: Path) -> Iterator[Any]:
    for occasion in ("after", "later"):
        made = world.wb.room.summary(SESSION, occasion)
        yield [made.to_bytes(), made.lines()]


def _looked_at(world: World, out: Path) -> Iterator[Any]:
    for what in What:
        leaving = world.wb.leaving.look(what, list(More))
        yield [leaving.sentence, leaving.table.to_csv(), leaving.to_json(), leaving.first_rows()]


def _taken_along(world: World, out: Path) -> Iterator[Any]:
    for what, endings in ENDINGS.items():
        leaving = world.wb.leaving.look(what, list(More))
        for ending in endings:
            yield world.wb.leaving.save(leaving, out / f"{what}{ending}")


def _summaries(world: World, out: Path) -> Iterator[Any]:
    every = {key for usual in USUAL.values() for key in usual} | {"interests", "theme", "futures"}
    every |= {"market"}
    for text in SAYS[1::2]:
        yield world.wb.goals.summary(parts=list(every), question=text, names=True)
    yield world.wb.goals.summary(parts=list(every))


def _picture(call: Callable[[Path], Any], out: Path, name: str) -> Iterator[Any]:
    path = out / f"{name}.svg"
    yield call(path)
    yield path


def _run_sheet(world: World) -> Any:
    return world.wb.conversations.sheet(world.readers[0])


METHODS: dict[str, Door] = {
    "Workbook.save_map": lambda w, out: _picture(w.wb.save_map, out, "map"),
    "Workbook.save_routes": lambda w, out: _picture(w.wb.save_routes, out, "routes"),
    "Conversations.sheet": lambda w, out: iter([_run_sheet(w), w.wb.conversations.run_sheet(
        w.readers[0]).to_csv()]),
    "Conversations.save_run_sheet": lambda w, out: iter(
        [w.wb.conversations.save_run_sheet(one, out / f"{one}.html") for one in w.readers[:2]]),
    "FollowUp.words": _words,
    "FollowUp.calendar": lambda w, out: iter([w.wb.follow_up.calendar()]),
    "FollowUp.save_calendar": lambda w, out: iter([w.wb.follow_up.save_calendar(out / "a.ics")]),
    "Goals.save_energy": lambda w, out: _picture(w.wb.goals.save_energy, out, "energy"),
    "Goals.save_timeline": lambda w, out: _picture(
        lambda path: w.wb.goals.save_timeline(path, names=True), out, "goals"),
    "Goals.summary": _summaries,
    "Leave.look": _looked_at,
    "Leave.save": _taken_along,
    "MarketFigures.save": lambda w, out: _picture(
        lambda path: w.wb.goals.market.save(path, "nurse"), out, "wages"),
    "Opportunities.page": lambda w, out: map(w.wb.opportunities.page, w.plans),
    "Opportunities.save_page": lambda w, out: iter(
        [w.wb.opportunities.save_page(w.plans[n], out / f"{n}.html") for n in (1, 2)]),
    "Opportunities.save_day": lambda w, out: _picture(
        lambda path: w.wb.opportunities.save_day(w.day, path), out, "day"),
    "Outreach.draft": _drafts,
    "Outreach.page": _pages,
    "Outreach.save_page": _saved_pages,
    "Outreach.save_draft": _keeping,
    "Outreach.tracker_file": lambda w, out: iter([w.wb.outreach.tracker_file()]),
    "Outreach.save_tracker": lambda w, out: iter([w.wb.outreach.save_tracker(out / "who.csv")]),
    "Review.draft": lambda w, out: iter([w.wb.review.draft(with_names=True)]),
    "Review.report": lambda w, out: iter([w.wb.review.report(), w.wb.review.report(
        with_names=True)]),
    "Review.save_report": lambda w, out: iter(
        [w.wb.review.save_report(out / "report.html", with_names=True)]),
    "Room.ask": _asked_aloud,
    "Room.answer": _answers,
    "Room.questions": _listed,
    "Room.summary": _summed_up,
    "Room.withdraw": lambda w, out: iter([w.wb.room.withdraw(SESSION).to_bytes()]),
}  # fmt: skip


def leaks(door: Door, world: World, out: Path, but: Sequence[str] = ()) -> set[str]:
    """Return which of the telling words come through a door."""
    text = "\n".join(said(one) for one in door(world, out))
    assert text.strip("[]() \n"), "nothing came out, so nothing was tried"
    return {word for word in (*CONFIDENTIAL, *UNPERMITTED) if word in text} - set(but)


def test_every_column_of_words_holds_a_trap(world: World) -> None:
    assert list(untold(world.wb)) == []


def test_every_method_that_hands_something_over_is_tried_here() -> None:
    assert doors() == METHODS.keys() | THE_FILE_ITSELF.keys()


@pytest.mark.parametrize("name", METHODS)
def test_no_method_lets_it_out(world: World, out: Path, name: str) -> None:
    free = UNPERMITTED if name in ABOUT_PEOPLE else ()
    assert leaks(METHODS[name], world, out, free) == set()
    assert files(out) <= {path for path, _, _ in exports.still_there(world.wb.store)}, (
        "all are noted"
    )


# The commands.

CARELESS = "name,organization\nGus Hill,Mayo Clinic\n"
COMMANDS_TRIED: dict[str, list[str]] = {
    "import": ["import {in}/people.csv"],
    "add": ["add 'Una Hall, Mayo Clinic'"],
    "target": ["target 'Birch House' --role nurse"],
    "introductions": ["introductions", "introductions --json", "introductions --everyone"],
    "map": ["map --out {out}/map.svg"],
    "routes": ["routes --out {out}/routes.svg"],
    "room ask": [f"room ask --session {SESSION} 'Mayo Clinic' --out {{out}}/ask.json"],
    "room gather": ["room gather {in}/ABCD.json {in}/WXYZ.json --out {out}/all.json"],
    "room answer": ["room answer {in}/all.json", "room answer {in}/all.json --json",
                    "room answer {in}/all.json --tick none --out {out}/answer.json"],
    "room withdraw": [f"room withdraw --session {SESSION} --out {{out}}/gone.json"],
    "room summary": [f"room summary --session {SESSION} --out {{out}}/sum.json"],
    "room cohort": [f"room cohort --session {SESSION} {{in}}/ABCD.json"],
    "room rounds": [f"room rounds --session {SESSION} {{in}}/ABCD.json {{in}}/WXYZ.json"],
    "kit": ["kit --people 2 --out {out}/kit"],
    "undo": ["undo"],
    "backup": ["backup"],
    "restore": ["restore --list", "restore --list --json"],
    "doctor": ["doctor"],
    "leave": ["leave"],
    "forget": [f"forget '{SECRET}'", f"forget '{SECRET}' --json", "forget --untouched"],
    "draft": [f"draft '{one}' --kind '{kind}'" for one, kind in zip(
        READERS, cycle(("thanks", "first message", "outcome")), strict=False)],
    "outreach": ["outreach", "outreach --json", "outreach --out {out}/asking.csv"],
    "due": ["due", "due --json"],
    "calendar": ["calendar --dry-run", "calendar --out {out}/mine.ics"],
    "school": ["school", "school --json"],
    "check": [f"check {{in}}/mail.txt --to '{READERS[0]}' --via '{REFERRERS[0]}'",
              f"check {{in}}/mail.txt --to '{READERS[0]}' --json"],
    "export": [f"export {what} --with-story --with-answers --out {{out}}/{what}{ending}"
               for what, endings in ENDINGS.items() for ending in endings]
              + ["export people --with-story --out {out}/x.csv --dry-run"],
    "check-share": ["check-share {in}/mail.txt", "check-share {in}/mail.txt --json"],
    "report": ["report --out {out}/report.html --with-names"],
}  # fmt: skip
COMMANDS_ABOUT_PEOPLE = frozenset(
    {"introductions", "map", "routes", "room answer", "outreach", "due", "calendar", "export"}
)


def leaves(group: Sequence[click.Command], before: str = "") -> Iterator[str]:
    """Yield every command that does something, by its words."""
    for each in group:
        if isinstance(each, click.Group):
            yield from leaves(list(each.commands.values()), f"{before}{each.name} ")
        else:
            yield f"{before}{each.name}"


def test_every_command_is_tried_here() -> None:
    assert set(leaves(COMMANDS)) == COMMANDS_TRIED.keys()


@pytest.fixture(scope="module")
def homes(world: World, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Return a copy of the workbook's folder, a folder of what is brought, and one for files."""
    home, brought, out = (tmp_path_factory.mktemp(name) for name in ("copy", "in", "out"))
    shutil.copytree(world.wb.home, home, dirs_exist_ok=True)
    (brought / "people.csv").write_text(CARELESS, "utf-8")
    (brought / "mail.txt").write_text("\n".join(SAYS), "utf-8")
    end = end_of_session(datetime.now().astimezone())
    asks = [Question(code, 1, "Mayo Clinic") for code in ("ABCD", "WXYZ")]
    for ask in asks:
        document = Document("question", SESSION, ask.code, end, (ask,))
        (brought / f"{ask.code}.json").write_bytes(document.to_bytes())
    every = Document("questions", SESSION, "", end, tuple(asks))
    (brought / "all.json").write_bytes(every.to_bytes())
    return home, brought, out


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", COMMANDS_TRIED)
def test_no_command_lets_it_out(homes: tuple[Path, Path, Path], command: str) -> None:
    home, brought, out = homes
    before, text = files(out), ""
    for line in COMMANDS_TRIED[command]:
        words = shlex.split(line.format(**{"in": brought, "out": out}))
        done = CliRunner().invoke(main, ["--home", str(home), *words])
        assert done.exit_code == 0 or command == "check-share", done.output
        text += done.output.replace(str(out), "")
    text += "\n".join(said(path) for path in files(out) - before)
    free = UNPERMITTED if command in COMMANDS_ABOUT_PEOPLE else ()
    found = {word for word in (*CONFIDENTIAL, *UNPERMITTED) if word in text.casefold()}
    assert found - set(free) == set()


def test_what_a_command_leaves_out_it_says_and_shows_on_request(
    homes: tuple[Path, Path, Path],
) -> None:
    for command in ("due", "outreach", "introductions"):
        home = ["--home", str(homes[0])]
        assert "1 person and" in CliRunner().invoke(main, [*home, command]).stderr
    assert SECRET.split()[0] in CliRunner().invoke(main, [*home, "outreach", "--mine"]).stdout


# What the pages save through the browser.


def downloads() -> set[str]:
    """Return where a file leaves through the browser: modules of `screens` and their functions."""
    found = set()
    for path in sorted((HERE / "screens").rglob("*.py")):
        module = ".".join(path.relative_to(HERE / "screens").with_suffix("").parts)
        text = path.read_text("utf-8")
        for function in ast.walk(ast.parse(text if ".download(" in text else "")):
            if isinstance(function, ast.FunctionDef) and any(
                isinstance(one, ast.Call)
                and isinstance(one.func, ast.Attribute)
                and one.func.attr == "download"
                for statement in function.body
                if not isinstance(statement, ast.FunctionDef)
                for one in ast.walk(statement)
            ):
                found.add(f"{module}.{function.name}")
    return found


def _pressed(form: Screen, action: str, **values: Any) -> Iterator[bytes]:
    visitor = Visitor(form)
    visitor.press(action, **values)
    assert visitor.downloads, visitor.trouble
    yield from visitor.downloads.values()


def _written(world: World) -> Iterator[Any]:
    mine = choice(world.wb)
    mine.choose(world.readers[0])
    for text in SAYS:
        mine.kind, mine.channel, mine.draft = DraftKind.FIRST, Channel.EMAIL, None
        visitor = Visitor(outreach.writing(world.wb))
        visitor.press("page", subject="Hello", body=f"A plain word. {text}")
        assert bool(visitor.downloads) == (text == CLEAN), text
        yield from visitor.downloads.values()


def _counseled(world: World) -> Iterator[Any]:
    page = Visitor(screens.goals.counselor(world.wb))
    ticks = {field["name"]: True for field in page.blocks("field") if field["kind"] == "checkbox"}
    for text in SAYS[1::2]:
        page.press("save", **ticks, question=text)
        yield from page.downloads.values()
        cards = [b for b in page.blocks("card") if b["id"].startswith("page ")]
        yield [[card["title"], card["lines"]] for card in cards]
    assert "Stays behind, because you marked it" in page.text
    assert "One text of yours stays here" in page.text


def _handed_over(world: World) -> Iterator[Any]:
    *_, after = opportunities.further(world.wb).children
    yield from _pressed(after, "page")


def _reported(world: World) -> Iterator[Any]:
    page = Visitor(screens.review.report(world.wb))
    page.press("names", names=True)
    page.press("save")
    yield page.text
    yield from page.downloads.values()


def _on_paper(world: World) -> Iterator[Any]:
    whom(world.wb).choose(world.readers[0])
    page = Visitor(on_paper(world.wb))
    page.press("save")
    assert "texts of yours stay here" in page.text
    yield page.text
    yield from page.downloads.values()


def _left(world: World) -> Iterator[Any]:
    for what in What:
        page = Visitor(screens.leaving(world.wb))
        page.press("look", what=what.value, ending=ENDINGS[what][0], story=True, answers=True)
        yield page.text
        page.press("save")
        yield from page.downloads.values()


def _handed_in(world: World) -> Iterator[Any]:
    asking = Visitor(screens.room.ask(world.wb))
    for target in world.targets:
        asking.press("look", session=SESSION, target=str(target))
        asking.press("save")
        if asking.buttons("back"):
            asking.press("back")
    for form in (screens.room.summary(world.wb), screens.room.withdraw(world.wb)):
        page = Visitor(form)
        if page.buttons("look"):
            page.press("look", session=SESSION, occasion="after", counts=True, answers=True)
            yield page.text
        page.press("save" if page.buttons("save") else "withdraw")
        yield from page.downloads.values()
    yield from asking.downloads.values()


def _gathered(world: World) -> Iterator[Any]:
    world.wb.workshop.begin(SESSION)
    world.wb.workshop.type_question("ABCD", organization="Mayo Clinic")
    yield from _pressed(screens.workshop.gather(world.wb), "send")
    world.wb.workshop.close(summaries=True)


DOWNLOADS: dict[str, Callable[[World], Iterator[Any]]] = {
    "conversation.clock.save": _on_paper,
    "conversation.rehearsing.friend": lambda w: _pressed(rehearse(w.wb), "friend"),
    "conversation.rehearsing.save": lambda w: _pressed(interview(w.wb), "save"),
    "follow_up.calendar.save": lambda w: _pressed(screens.follow_up.calendar(w.wb), "save"),
    "goals.counselor.save": _counseled,
    "goals.timeline.save": lambda w: _pressed(screens.goals.timeline(w.wb), "save", names=True),
    "leaving.save": _left,
    "opportunities.one_page.save": _handed_over,
    "outreach.board.save": lambda w: _pressed(outreach.board(w.wb), "save"),
    "outreach.editor.page": _written,
    "paper_kit.save": lambda w: _pressed(screens.paper_kit(w.wb), "save", people="2"),
    "review.report.save": _reported,
    "room.handing_in.hand_in": _handed_in,
    "workshop.figures._save": lambda w: _pressed(screens.workshop.figures(w.wb), "page"),
    "workshop.gather.send": _gathered,
}
DOWNLOADS_ABOUT_PEOPLE = frozenset(
    {"follow_up.calendar.save", "leaving.save", "outreach.board.save"}
)
THE_FILE = {"computer.take_along": "it is the workbook itself, to go on with elsewhere"}


def replaced(world: World) -> World:
    """Return the same world in a workbook on which no other page stands."""
    again = copy.copy(world)
    again.wb = open_workbook(world.wb.home)
    return again


def test_every_download_is_tried_here() -> None:
    assert downloads() == DOWNLOADS.keys() | THE_FILE.keys()


@pytest.mark.parametrize("name", DOWNLOADS)
def test_no_page_lets_it_out(world: World, name: str) -> None:
    world = replaced(world)
    noted = len(exports.downloaded(world.wb.store))
    free = UNPERMITTED if name in DOWNLOADS_ABOUT_PEOPLE else ()
    assert leaks(lambda w, _: DOWNLOADS[name](w), world, HERE, free) == set()
    assert len(exports.downloaded(world.wb.store)) > noted, "it is noted"


# Nothing else writes a file for others, and without the filter all this would be seen.


def calls(*names: str) -> set[str]:
    """Return the modules that call one of these: "export.write", or a bare "Screen"."""
    found = set()
    for path in sorted(HERE.rglob("*.py")):
        text = path.read_text("utf-8")
        tree = ast.parse(text if any(f"{name}(" in text for name in names) else "")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
                found.add(path.relative_to(HERE).as_posix())
    return found


def test_every_file_goes_through_the_two_functions_that_note_it() -> None:
    assert calls("export.write", "export.save") == {
        "accessors/book.py",
        "cli/kit.py",  # cards for a workshop, and the counselor's gathered list:
        "cli/room.py",  # neither comes from a workbook
    }
    assert calls("Screen") == {"screens/base.py"}


UNTOUCHED_BY_IT = frozenset(
    {"MarketFigures.save", "Room.answer", "Room.questions", "Room.summary", "Room.withdraw"}
)
SLOW = frozenset(
    {
        *("Goals.summary", "Outreach.draft", "FollowUp.words", "Leave.save", "Review.report"),
        *("Review.save_report", "Outreach.save_page", "Workbook.save_map", "Workbook.save_routes"),
    }
)
"""Doors that are left shut here, for they go the same way as another one."""


def test_without_the_filter_it_would_come_through_nearly_everywhere(
    world: World, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("named_in", "quoted_in", "wholly_named_in"):
        monkeypatch.setattr(Secrets, name, lambda *_: False)
    monkeypatch.setattr(copies, "_marked", lambda _: {})
    quiet = {
        name
        for name in METHODS.keys() - UNTOUCHED_BY_IT - SLOW
        if not leaks(METHODS[name], world, out) & set(CONFIDENTIAL)
    }
    assert quiet == set()


def test_without_the_permissions_the_names_would_come_through(
    world: World, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (texts, messages):
        monkeypatch.setattr(module, "may_name", lambda *_: Decision(True, "Yes."))
    for name in ("Review.draft", "Opportunities.page", "Conversations.sheet"):
        assert leaks(METHODS[name], world, out) & set(UNPERMITTED), name
