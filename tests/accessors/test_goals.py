"""`wb.goals`: everything that the forms show, as tables and calls."""

from pathlib import Path

import pandas as pd
import pytest

from olenb.core.errors import NotFound, WrongFile
from olenb.workbook import Workbook, open_workbook


@pytest.fixture
def wb(home: Path) -> Workbook:
    return open_workbook(home)


def test_the_example_has_something_to_show_in_every_table(wb: Workbook) -> None:
    shown = ("history", "hypotheses", "findings", "interests", "energy", "verbs", "stories")
    for name in (*shown, "futures", "grid", "plans", "chances"):
        df = getattr(wb.goals, name)
        assert isinstance(df, pd.DataFrame)
        assert not df.empty, name
    assert wb.goals.said("curiosity")
    assert wb.goals.sentence().startswith("Since ")
    assert wb.is_example


def test_writing_begins_the_own_workbook_and_the_tables_follow(wb: Workbook) -> None:
    wb.goals.say("curiosity", "labs")
    assert not wb.is_example
    hunch = wb.goals.add_hypothesis("It is quiet there", about="role")
    wb.goals.sort_interests(["I", "S"])
    wb.goals.note_energy("open day", "explaining", energy=2, engagement=3)
    wb.goals.tell_story("motto", "One thing at a time")
    wb.goals.sketch_future("unbound", "The lighthouse", gauges={"liking": 4})
    wb.goals.rate_target(wb.add_target("Harbor"), motivation=3)
    wb.goals.plan_if_then("ask", "it is late", "I write one line", by_day="2026-12-03")
    wb.goals.note_chance("sat beside a nurse", "asked")
    with wb.store.change("Held") as change:
        person = change.insert("person", name="Rosa Vik", is_ego=0)
        talk = change.insert("conversation", person=person, ended_at="2026-11-03T16:20:00-06:00")
    wb.goals.record_finding(hunch, talk, "contradicts", "They sing")
    assert wb.goals.findings["person"].tolist() == ["Rosa Vik"]
    assert wb.goals.hypotheses["status"].tolist() == ["contradicted"]
    assert wb.goals.verbs["lean"].tolist() == ["seek"]
    assert wb.goals.grid["motivation"].tolist() == [3]
    assert len(wb.goals.history) == 6


def test_what_people_earn_is_asked_in_ones_own_words(wb: Workbook, tmp_path: Path) -> None:
    df = wb.goals.market.wages("nurse", "MN", "usa")
    assert df["area"].tolist() == ["Minnesota", "United States"]
    assert wb.goals.market.sentence("nurse").startswith("Registered Nurses in the United States")
    wb.goals.market.save(tmp_path / "wages.svg", "nurse", "MN")
    assert "Registered Nurses" in (tmp_path / "wages.svg").read_text("utf-8")
    with pytest.raises(NotFound, match="another word"):
        wb.goals.market.wages("xyzzy")
    with pytest.raises(NotFound, match="larger city"):
        wb.goals.market.wages("nurse", "Xanadu")


def test_a_table_of_ones_own_is_asked_when_it_is_meant(wb: Workbook, tmp_path: Path) -> None:
    path = tmp_path / "norway.csv"
    path.write_text("Occupation,Area,Median\nNurse,Oslo,610000\n", "utf-8")
    assert wb.goals.market.bring(path, money="kr") == "1 rows read."
    assert wb.goals.market.source(own=True).source == "norway"
    assert wb.goals.market.wages("nurse", "Oslo", own=True)["median"].tolist() == [610_000]
    assert wb.goals.market.wages("nurse")["area"].tolist() == ["United States"]
    path.write_text("Name\nAna\n", "utf-8")
    with pytest.raises(WrongFile, match="Nothing was changed"):
        wb.goals.market.bring(path)


def test_pictures_and_the_page_are_saved_without_names(wb: Workbook, tmp_path: Path) -> None:
    wb.goals.say("curiosity", "labs")
    with wb.store.change("Held") as change:
        person = change.insert("person", name="Rosa Vik", is_ego=0)
        talk = change.insert("conversation", person=person, ended_at="2026-11-03T16:20:00-06:00")
    wb.goals.say("curiosity", "wards", talk, because="Rosa plans one")
    wb.goals.save_timeline(tmp_path / "goals.svg")
    assert "Rosa" not in (tmp_path / "goals.svg").read_text("utf-8")
    wb.goals.save_timeline(tmp_path / "named.svg", names=True)
    assert "Rosa Vik" in (tmp_path / "named.svg").read_text("utf-8")
    everything = ["curiosity", "changes", "conversations"]
    page = wb.goals.summary(parts=everything, question="What do you hear?").decode()
    assert "wards" in page
    assert "What do you hear?" in page
    assert "Rosa" not in page
    assert "Rosa" in wb.goals.summary(parts=everything, names=True).decode()
    assert "wards" not in wb.goals.summary("before the first send", parts=[]).decode()
