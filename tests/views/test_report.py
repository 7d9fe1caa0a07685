"""The report: one file that needs nothing else, with nothing in it that must stay."""

import re
from datetime import datetime
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

import olenb
from olenb.cli import main
from olenb.contacts import people, you
from olenb.method import goals, hypotheses, notes, permissions
from olenb.method.discretion import Discretion
from olenb.method.opportunities import pitches, plans
from olenb.method.review import Part

NOW = datetime.fromisoformat("2026-11-25T10:00:00-06:00")
HOSTILE = "<img src=x onerror=alert(1)></title><script>1</script> {0.__class__} $$x$$ \u202eevil"
SENTINEL = "Zzyzx"


@pytest.fixture
def wb(home):
    wb = olenb.open_workbook(home)
    with wb.writing() as store:
        you.say(store, name="Robin Ellery")
    return wb


class Reader(HTMLParser):
    """What a browser would find: tags, attributes, text."""

    def __init__(self, content):
        super().__init__()
        self.tags, self.attributes, self.said = [], [], []
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        if self.tags[-1:] != ["style"]:
            self.said.append(data)

    @property
    def text(self):
        return " ".join(self.said)


def write_everything(wb, name, words):
    """Write `words` and a person called `name` wherever a user can write something."""
    with wb.writing() as store:
        person = people.add(store, name, organization=words, relation=words)
        target = goals.add_target(store, words, role=words)
        goals.say_curiosity(store, "how it began")
        with store.change("x") as change:
            number = change.insert(
                "conversation", person=person, target=target, helped=words, learned=words,
                next_action=words, ended_at="2026-11-20T16:00:00-06:00",
            )  # fmt: skip
        goals.say(store, "curiosity", words, number, words)
        goals.say(store, "curiosity", f"{words} and more")
        hunch = hypotheses.add(store, words)
        hypotheses.record_finding(store, hunch, number, "supports", words)
        hypotheses.close(store, hunch)
        for kind in ("learned", "advice", "quote"):
            notes.write(store, person, kind, f"{words} {kind}", conversation=number)
    o = wb.opportunities
    for kind in ("volunteer", "own internship", "article", "shadowing"):
        plan = o.begin(kind, None)
        for step in steps_of(wb, plan):
            answer_all(wb, plan, step, name, words)
        o.use_skill(plan, words, words, words)
        o.meet(plan, name)
        o.add_day(plan, words, "2026-12-01")
        o.look_back(plan, learned=words, surprised=words)
        o.decide(plan, "keep", because=words, curiosity=f"{words} {kind}")
        if kind in ("volunteer", "own internship"):
            o.say_fit(plan, skill_match="3")
    o.observe(plan, "9:00", words, people=words, tools=words, energy=1)
    return person


def steps_of(wb, plan):
    return plans.plan(wb.store, plan).steps


def answer_all(wb, plan, step, name, words):
    fixed = {"day": "2026-12-24", "number": "3", "person": name}
    wb.opportunities.answer(
        plan,
        step.name,
        **{a.name: a.choices[0][0] if a.choices else fixed.get(a.kind, words) for a in step.asks},
    )


def every_page(wb, with_names):
    """Return everything that leaves by the ways of these two notebooks."""
    yield wb.review.report(with_names=with_names, now=NOW)
    df = wb.opportunities.plans
    for row in df[df["kind"] != "article"].itertuples():
        if not row.confidential:
            yield wb.opportunities.page(row.id)
    for row in df[df["kind"] == "shadowing"].itertuples():
        day = wb.home / "day.svg"
        wb.opportunities.save_day(row.id, day)
        yield day.read_bytes()
    for row in df[df["kind"] == "article"].itertuples():
        one, to = plans.plan(wb.store, row.id), Discretion(wb.store, with_names=True)
        offer = pitches.words(one, "", to)
        yield f"<p>{offer.subject} {offer.body}".replace("<", "&lt;").encode()


def test_the_report_is_one_file_without_scripts_or_addresses(wb):
    write_everything(wb, "Ana Ruiz", "plain words")
    page = Reader(wb.review.report(with_names=True, now=NOW))
    assert "script" not in page.tags
    assert "link" not in page.tags
    sources = [value for name, value in page.attributes if name in ("src", "href")]
    assert sources
    assert all(value.startswith("data:image/svg+xml;base64,") for value in sources)
    assert ("lang", "en") in page.attributes
    policy = dict(page.attributes)["content"]
    assert "default-src 'none'" in policy


def test_every_picture_has_a_text_alternative_and_the_same_as_a_table(wb):
    write_everything(wb, "Ana Ruiz", "plain words")
    page = Reader(wb.review.report(now=NOW))
    alts = [value for name, value in page.attributes if name == "alt"]
    assert len(alts) == page.tags.count("img") == page.tags.count("table") == 3
    assert all(len(alt) > 60 for alt in alts)


def test_headings_come_in_order_and_none_is_skipped(wb):
    write_everything(wb, "Ana Ruiz", "plain words")
    tags = Reader(wb.review.report(now=NOW)).tags
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}


def test_it_begins_with_the_headline_and_has_each_part(wb):
    write_everything(wb, "Ana Ruiz", "plain words")
    page = Reader(wb.review.report(now=NOW))
    assert "1 conversation held" in page.text
    assert all(part.mine in page.text for part in Part)


def test_what_is_not_ticked_is_not_on_the_page(wb):
    write_everything(wb, "Ana Ruiz", "plain words")
    draft = wb.review.draft(now=NOW)
    keys = {line.key for line in draft.lines} | {shown.key for shown in draft.pictures}
    empty = Reader(wb.review.report(left_out=keys, now=NOW))
    assert "plain words" not in empty.text
    assert "img" not in empty.tags
    for part in Part:
        assert part.mine not in Reader(wb.review.report(left_out={part}, now=NOW)).text


def test_an_empty_workbook_gives_an_honest_page_that_counts_nothing(wb):
    page = Reader(wb.review.report(now=NOW))
    assert "What I found out so far" in page.text
    assert not re.search(r"\b0\b|\bno conversations?\b", page.text)


@pytest.mark.parametrize("with_names", [False, True])
def test_hostile_words_are_letters_on_every_page(wb, with_names):
    write_everything(wb, f"Ana {HOSTILE}", HOSTILE)
    for content in every_page(wb, with_names):
        page = Reader(content)
        assert "script" not in page.tags
        assert not any(name.startswith("on") for name, _ in page.attributes)
        assert all(v.startswith("data:") for n, v in page.attributes if n == "src")
    assert "{0.__class__} $$x$$" in Reader(wb.review.report(with_names=True, now=NOW)).text


def test_names_of_contacts_are_there_only_when_they_are_wanted(wb):
    write_everything(wb, f"{SENTINEL} Ruiz", f"as {SENTINEL} Ruiz said")
    assert SENTINEL not in wb.review.report(now=NOW).decode("utf-8")
    assert SENTINEL in wb.review.report(with_names=True, now=NOW).decode("utf-8")


@pytest.mark.parametrize("with_names", [False, True])
def test_of_a_confidential_person_nothing_leaves_by_any_way(wb, with_names):
    person = write_everything(wb, f"{SENTINEL} Kane", f"as {SENTINEL} said, openly")
    with wb.writing() as store, store.change("x") as change:
        change.update("person", person, confidential=1)
    for content in every_page(wb, with_names):
        assert SENTINEL.encode() not in content
        assert "openly" not in Reader(content).text


@pytest.mark.parametrize("with_names", [False, True])
def test_of_confidential_notes_moments_and_private_plans_nothing_leaves(wb, with_names):
    o = wb.opportunities
    with wb.writing() as store:
        ana = people.add(store, "Ana Ruiz")
        notes.write(store, ana, "learned", f"{SENTINEL} is for sale", confidential=True)
        notes.write(store, ana, "learned", f"she said: {SENTINEL} is for sale!")
    secret = o.begin("volunteer")
    for step in steps_of(wb, secret):
        answer_all(wb, secret, step, f"{SENTINEL} Kane", f"{SENTINEL} words of mine")
    o.look_back(secret, learned=f"{SENTINEL} lesson")
    o.decide(secret, "keep", because=f"{SENTINEL} reason", curiosity=f"{SENTINEL} wish")
    o.say_fit(secret, mission="3")
    o.use_skill(secret, f"{SENTINEL} skill")
    o.add_day(secret, f"{SENTINEL} day", "2026-12-01")
    o.keep_private(secret)
    day = o.begin("shadowing")
    o.observe(day, "9:00", f"{SENTINEL} quarrel", confidential=True)
    o.observe(day, "9:30", "they count", people="one")
    for content in every_page(wb, with_names):
        assert SENTINEL.encode() not in content
    assert "they count" in Reader(wb.review.report(with_names=with_names, now=NOW)).text


@pytest.mark.parametrize("permission", ["no", "not asked"])
def test_a_referrer_without_a_yes_is_named_by_no_page(wb, permission):
    person = write_everything(wb, f"{SENTINEL} Ruiz", f"{SENTINEL} told me so")
    with wb.writing() as store:
        rosa = people.add(store, "Rosa Vik")
        if permission == "no":
            permissions.record(store, person, "no")
        else:
            with store.change("x") as change:
                change.insert(
                    "referral", conversation=1, person=person, referred=rosa,
                    permission="not asked",
                )  # fmt: skip
    assert SENTINEL not in wb.review.report(with_names=True, now=NOW).decode("utf-8")


def test_the_command_writes_the_page_for_its_owner_alone_and_says_who_is_on_it(wb, tmp_path):
    write_everything(wb, f"{SENTINEL} Ruiz", "plain words")
    out = tmp_path / "report.html"
    run = ["--home", str(wb.home), "report", "--out", str(out)]
    result = CliRunner().invoke(main, run)
    assert result.exit_code == 0
    assert "1 conversation held" in result.output
    assert "Names of people are left out" in result.output
    assert SENTINEL not in out.read_text("utf-8")
    assert out.stat().st_mode & 0o777 == 0o600
    named = CliRunner().invoke(main, [*run, "--with-names"])
    assert SENTINEL in out.read_text("utf-8")
    assert SENTINEL not in named.output


def test_the_command_says_plainly_that_it_could_not_write(wb, tmp_path):
    wb.add_target("Mayo Clinic")
    out = tmp_path / "nowhere" / "report.html"
    result = CliRunner().invoke(main, ["--home", str(wb.home), "report", "--out", str(out)])
    assert result.exit_code == 2
    assert "could not be written" in result.stderr
    strange = CliRunner().invoke(main, ["--home", str(wb.home), "report", "--out", "r.docx"])
    assert strange.exit_code == 2
    assert "ends in .html" in strange.stderr
