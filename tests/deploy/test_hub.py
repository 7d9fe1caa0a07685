"""A real hub with two participants and a counselor: each is a user of their own, and apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.lab import (
    CHROMIUM_ARGUMENTS,
    accessibility_faults,
    find_chromium,
    follow,
    wait_until_ready,
)
from olenb_hub import delete, hooks
from olenb_hub.trial import SHARES, Trial
from olenb_hub.visitor import Trouble, Visitor
from playwright.sync_api import sync_playwright

pytestmark = pytest.mark.slow
SECRET = "Zoe Unmistakable"
TRIES = """
import os, pathlib
def tried(path):
    try:
        path = pathlib.Path(path)
        print("READ", path.read_bytes()[:9] if path.is_file() else os.listdir(path))
    except PermissionError:
        print("DENIED")
for path in {paths}:
    tried(path)
"""
DROPS = f"""
{SHARES}
wb.add_target("Mayo Clinic")
print(put(wb.room.ask("TRIAL-1"), inbox / f"question-{{token}}.json"))
"""
GATHERS = f"""
{SHARES}
gathered = table.gather(sorted(inbox.glob("*.json")), "TRIAL-1", datetime.now(UTC))
put(gathered.questions, room / "questions.json")
print(len(gathered.questions.questions), len(gathered.left_out))
"""
ANSWERS = f"""
{SHARES}
questions = table.read_questions(room / "questions.json", datetime.now(UTC))
yes = wb.room.could_introduce(questions)
put(wb.room.answer(questions, list(yes["question"])), inbox / f"answers-{{token}}.json")
print(len(yes))
"""
EMPTIES = f"""
{SHARES}
for one in inbox.iterdir():
    one.unlink()
print(list(inbox.iterdir()))
"""


@pytest.fixture(scope="module")
def trial(installed: Path) -> Iterator[Trial]:
    with Trial(installed) as running:
        yield running


@pytest.fixture(scope="module")
def people(trial: Trial) -> Iterator[dict[str, Visitor]]:
    """Let two participants and a counselor sign in, open the first page and run it."""
    found = {}
    for name in ("ana", "ben", "kim"):
        account = trial.add(name, counselor=name == "kim")
        visitor = Visitor(trial.hub.address, account, trial.passwords[account], patience=90)
        visitor.sign_in()
        visitor.open()
        cells = visitor.notebook()
        visitor.start_kernel()
        for code in cells:
            visitor.run(code)
        found[name] = visitor
    found["ana"].run(f'wb.add("{SECRET}, Mayo Clinic, cousin")')
    yield found
    for visitor in found.values():
        visitor.leave()


def _tries(visitor: Visitor, *paths: str) -> list[str]:
    return visitor.run(TRIES.format(paths=list(paths))).splitlines()


def test_everybody_is_a_user_of_their_own_whose_new_files_are_private(
    people: dict[str, Visitor],
) -> None:
    code = "import getpass, os; m = os.umask(0o077); print(getpass.getuser(), oct(m))"
    said = {visitor.run(code).strip() for visitor in people.values()}
    assert said == {f"{visitor.name} 0o77" for visitor in people.values()}


def test_each_finds_their_own_folder_with_the_pages_in_it(people: dict[str, Visitor]) -> None:
    ana = people["ana"]
    said = ana.run("import os; print(os.environ['OLENB_HOME'], os.path.exists('02_people.ipynb'))")
    assert said.split() == [f"/home/{ana.name}/olenb", "True"]


def test_a_participants_kernel_cannot_read_anothers_workbook(people: dict[str, Visitor]) -> None:
    home = f"/home/{people['ana'].name}"
    paths = [f"{home}/olenb/workbook.olenb", f"{home}/olenb", home, f"{home}/.local/share/jupyter"]
    assert _tries(people["ana"], paths[0])[0].startswith("READ")
    for other in ("ben", "kim"):  # a counselor sees no more of it than anybody
        assert _tries(people[other], *paths) == ["DENIED"] * 4


def test_a_participants_kernel_cannot_be_spoken_to_by_another(people: dict[str, Visitor]) -> None:
    ana, ben = people["ana"], people["ben"]
    assert ben.request(f"{ana.name}/api/contents/workbook.olenb") in (403, 404)
    assert ben.request(f"{ana.name}/api/kernels") == 403
    # Its sockets are files of ana's own, and no port is open.
    listed = ana.run(
        "import ipykernel.connect as c, json; i = json.loads(c.get_connection_info());"
        "print(i['transport'], i['ip'])"
    ).split()
    assert listed[0] == "ipc"
    assert _tries(ben, f"{listed[1]}-1") == ["DENIED"]


def test_in_the_room_nobody_but_a_counselor_sees_what_others_drop(
    trial: Trial, people: dict[str, Visitor]
) -> None:
    ana, ben, kim = (people[name] for name in ("ana", "ben", "kim"))
    dropped = Path(ana.run(DROPS).strip())
    assert _tries(ben, str(dropped.parent)) == ["DENIED"]
    assert dropped.name in _tries(kim, str(dropped.parent))[0]
    with pytest.raises(Trouble, match="PermissionError"):
        ben.run(f"open({str(trial.hub.room / 'questions.json')!r}, 'w')")


def test_a_room_round_goes_through_the_shared_folder(people: dict[str, Visitor]) -> None:
    ana, ben, kim = (people[name] for name in ("ana", "ben", "kim"))
    kim.run(EMPTIES)
    ana.run(DROPS)
    assert kim.run(GATHERS).split() == ["1", "0"]
    ben.run('wb.add("Cleo Marsh, Mayo Clinic, friend")')
    assert ben.run(ANSWERS).strip() == "1"
    assert kim.run(EMPTIES).strip() == "[]"


def test_the_pre_flight_finds_no_trouble_for_a_participant(people: dict[str, Visitor]) -> None:
    said = people["ben"].run("!olenb doctor --room")
    assert "All is well." in said
    assert "What others drop: you can't see it" in said
    assert "people are typed in" in said


def test_files_of_people_stay_at_home(people: dict[str, Visitor]) -> None:
    with pytest.raises(Trouble, match="leave files of people on your own one"):
        people["ben"].run(
            "try:\n    wb.import_file('a.csv')\nexcept Exception as e:\n    raise Exception(str(e))"
        )


def test_in_a_browser_the_first_page_runs_by_itself_without_a_complaint(trial: Trial) -> None:
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("there is no Chromium here")
    name, complaints = trial.add("eva"), []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        page = browser.new_page()
        page.set_default_timeout(90_000)
        page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
        page.on("response", lambda one: complaints.append(one.url) if one.status >= 400 else None)
        page.goto(trial.hub.address)
        assert "Whoever runs this machine can read it." in page.inner_text("body")
        page.fill("#username_input", name)
        page.fill("#password_input", trial.passwords[name])
        page.click("#login_submit")
        page.get_by_text("You are working on your school's computer.").first.wait_for()
        wait_until_ready(page)
        assert page.url.endswith(f"/user/{name}/doc/tree/00_start_here.ipynb")
        assert accessibility_faults(page) == []
        follow(page, "Next")
        assert page.url.endswith(f"/user/{name}/doc/tree/01_goals.ipynb")
        browser.close()
    assert complaints == []


def test_no_name_is_in_the_log_of_the_hub(trial: Trial, people: dict[str, Visitor]) -> None:
    assert people
    assert SECRET.split()[1] not in trial.said()


def test_a_stranger_of_the_machine_does_not_come_in(trial: Trial) -> None:
    with pytest.raises(Trouble, match="not signed in"):
        Visitor(trial.hub.address, "root", "root", patience=30).sign_in()


def test_who_shares_a_system_user_gets_no_server(trial: Trial) -> None:
    with pytest.raises(hooks.Refused, match="isn't one person's alone"):
        hooks.check_user("root", trial.hub)
    with pytest.raises(hooks.Refused, match="no account on this machine"):
        hooks.check_user("nobody-of-that-name", trial.hub)


def test_deleting_somebody_leaves_nothing_of_theirs(trial: Trial) -> None:
    name = trial.add("dora")
    assert Path("/home", name).is_dir()
    assert delete.is_ours(name)
    delete.delete(trial.hub, name)
    del trial.passwords[name]
    assert not Path("/home", name).exists()
    assert name not in hooks.members(trial.hub.participants)
