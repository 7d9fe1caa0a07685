"""A participant's way through a workshop by the clock: `python benchmarks/rehearse.py [PACE]`.

One person on a fresh home, in a real JupyterLab and a real Chromium. Typing, reading and thinking
take as long as the rates below say, and the script really waits that long; what the computer
needs is measured beside it. PACE 1 is a person's; 20 is for trying the script. The rates are
assumptions about people, not measurements of them.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
import lab

LETTERS_A_MINUTE = 200  # about 40 words, on a keyboard that one knows
WORDS_A_MINUTE = 200  # on a screen, with care
A_NAME = 15  # seconds until one more person comes to mind
A_CHOICE = 8  # until one of a few answers is chosen
A_THOUGHT = 30  # until a sentence of one's own is there

PEOPLE = (
    ("Ana Ruiz", "cousin", "Mayo Clinic"),
    ("Bo", "friend", ""),
    ("Prof. Haddad", "professor", "Lakeview College"),
    ("Chidi Eze", "former coworker", "City Library"),
    ("Thu Dang", "my neighbor", ""),
)
MESSAGE = """\
Hi Ana,

It was good to see you in summer. I'd love to learn what it is like to work as a lab manager at \
Mayo Clinic. Do you know somebody who could tell me about it, or somebody who might? If you do: \
may I say that it was you who told me? A name is plenty, and if nobody comes to mind, that's fine.

Thank you,
Ines"""


class Person:
    """Somebody at the keyboard: how long they read, type and think, and how long they wait."""

    def __init__(self, page: Page, pace: float) -> None:
        self.page = page
        self.pace = pace
        self.seconds: dict[str, dict[str, float]] = {}
        self.step = ""

    @contextmanager
    def at(self, step: str) -> Iterator[None]:
        """Take everything inside as one step of the agenda; what isn't a person's is waiting."""
        self.step, began = step, time.monotonic()
        spent = self.seconds.setdefault(step, {"reads": 0, "types": 0, "thinks": 0, "waits": 0})
        before = spent["reads"] + spent["types"] + spent["thinks"]
        yield
        own = (spent["reads"] + spent["types"] + spent["thinks"] - before) / self.pace
        spent["waits"] += time.monotonic() - began - own

    def thinks(self, seconds: float) -> None:
        self._takes("thinks", seconds)

    def reads(self, seen: Locator) -> None:
        words = sum(len(one.inner_text().split()) for one in seen.all() if one.is_visible())
        self._takes("reads", words * 60 / WORDS_A_MINUTE)

    def types(self, field: Locator, words: str) -> None:
        field.fill(words)
        self._takes("types", len(words) * 60 / LETTERS_A_MINUTE)

    def _takes(self, what: str, seconds: float) -> None:
        self.seconds[self.step][what] += seconds
        time.sleep(seconds / self.pace)


def main() -> None:
    """Walk the way and print how long each step took."""
    pace = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder) / "olenb"
        began = time.monotonic()
        server = lab.start(home, Path(folder) / "jupyter")
        started = time.monotonic() - began
        browser = playwright.chromium.launch(
            executable_path=lab.find_chromium(), args=lab.CHROMIUM_ARGUMENTS
        )
        try:
            person = Person(browser.new_page(viewport={"width": 1280, "height": 900}), pace)
            walk(person, server)
        finally:
            browser.close()
            server.stop()
    rows = {step: {k: round(v) for k, v in took.items()} for step, took in person.seconds.items()}
    total = sum(sum(took.values()) for took in person.seconds.values())
    print(json.dumps({"start": round(started), "steps": rows, "minutes": round(total / 60, 1)}))


def walk(person: Person, server: lab.Lab) -> None:
    """From the first page to the last, as the agenda of 75 minutes has it."""
    with person.at("example"):
        _example(person, server)
    with person.at("goal card"):
        _goals(person)
    with person.at("five people"):
        _people(person)
    with person.at("whom to ask"):
        _whom(person)
    with person.at("draft"):
        _draft(person)
    with person.at("save"):
        _save(person, server)


def _example(person: Person, server: lab.Lab) -> None:
    page = person.page
    lab.open_notebook(page, server, "00_start_here")
    lab.wait_until_ready(page)
    person.reads(page.locator(".jp-RenderedMarkdown"))
    page.get_by_role("button", name="Yes, it's mine").click()
    person.thinks(A_CHOICE)
    person.reads(page.locator(".olenb-screen"))
    you = form(page, "Your name")
    person.types(you.get_by_label("Your name"), "Ines")
    you.get_by_role("button", name="Save").click()
    expect(you.get_by_text("This is your own workbook now", exact=False).first).to_be_visible()


def _goals(person: Person) -> None:
    page = person.page
    lab.follow(page, "Next: Goals")
    person.reads(page.locator(".jp-RenderedMarkdown").locator("nth=0"))
    person.thinks(3 * A_THOUGHT)
    person.types(page.get_by_label("What are you curious about right now?"), "what a lab is like")
    page.keyboard.press("Enter")
    person.thinks(A_CHOICE)
    page.get_by_label("learn what a certain job is really like").check()
    person.thinks(2 * A_THOUGHT)
    person.types(page.get_by_label("A place or kind of work"), "Mayo Clinic")
    page.get_by_role("button", name="Put it on my list").first.click()
    expect(page.get_by_text("On your list: 1 now.").first).to_be_visible()


def _people(person: Person) -> None:
    page = person.page
    lab.follow(page, "Next: People")
    person.reads(page.locator(".jp-RenderedMarkdown").locator("nth=0"))
    people = form(page, "Who comes to mind?")
    for name, relation, place in PEOPLE:
        person.thinks(A_NAME)
        person.types(people.get_by_label("Who comes to mind?"), name)
        person.types(people.get_by_label("How do you know them?"), relation)
        person.types(people.get_by_label("Where do they work?"), place)
        people.get_by_role("button", name="Add").first.click()
        expect(people.get_by_text(f"{name} is in.").first).to_be_visible()


def _whom(person: Person) -> None:
    page = person.page
    lab.follow(page, "Next: Introductions")
    person.reads(page.locator(".jp-RenderedMarkdown").locator("nth=0"))
    person.reads(page.locator(".olenb-screen").first)
    person.thinks(A_THOUGHT)


def _draft(person: Person) -> None:
    page = person.page
    lab.follow(page, "Next: Outreach")
    person.reads(page.locator(".jp-RenderedMarkdown").locator("nth=0"))
    page.get_by_label("Whom?").select_option(label="Ana Ruiz, Mayo Clinic")
    person.thinks(A_CHOICE)
    page.get_by_role("button", name="Ask whether they know somebody").click()
    person.thinks(A_CHOICE)
    page.get_by_role("button", name="By email").click()
    words = page.get_by_label("Your words")
    expect(words).to_be_visible()
    person.reads(form(page, "Your words"))
    person.thinks(2 * A_THOUGHT)
    person.types(words, MESSAGE)
    page.get_by_role("button", name="Save and look").click()
    expect(page.get_by_role("button", name="Undo “Saved a draft”")).to_be_visible()
    person.reads(form(page, "Your words"))
    person.thinks(len(MESSAGE.split()) * 60 / 140)  # a partner reads it aloud


def _save(person: Person, server: lab.Lab) -> None:
    page = person.page
    lab.open_notebook(page, server, "00_start_here")
    lab.wait_until_ready(page)
    page.get_by_text("Another computer, or not mine after all").click()
    person.thinks(A_CHOICE)
    with page.expect_download():
        page.get_by_role("button", name="Take my workbook along").click()


def form(page: Page, label: str) -> Locator:
    """Return the form that asks for `label`."""
    return page.locator(".olenb-screen").filter(has=page.get_by_label(label, exact=True)).first


if __name__ == "__main__":
    main()
