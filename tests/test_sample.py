"""The invented people are the same ones every time, and every kind of row has one to show."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from olenb.core.store import Store
from olenb.network import asking, routes

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sample", DATA / "make_sample.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.example(json.loads((DATA / "sample.json").read_text(encoding="utf-8")))


def test_the_script_writes_the_same_bytes_again(script: ModuleType, tmp_path: Path) -> None:
    script.write(tmp_path / "sample.json")
    assert (tmp_path / "sample.json").read_bytes() == (DATA / "sample.json").read_bytes()


def test_the_sample_is_small_and_changes_row_by_row() -> None:
    text = (DATA / "sample.json").read_bytes()
    assert len(text) < 400_000
    assert max(map(len, text.splitlines())) < 800  # a letter is a long row


def test_the_sample_has_the_people_and_places_that_the_notebooks_speak_of(store: Store) -> None:
    def count(sql: str) -> int:
        return int(store.rows(sql)[0][0])

    known = "FROM tie JOIN person AS p ON p.id = tie.b WHERE tie.a = 1"
    assert 140 <= count(f"SELECT count(*) {known}") <= 150
    assert count(f"SELECT count(DISTINCT p.circle) {known}") == 9
    assert count("SELECT count(*) FROM organization") == 45
    assert count("SELECT count(*) FROM person WHERE source = 'table'") == 400
    assert count("SELECT count(*) FROM target") == 12
    assert count("SELECT count(*) FROM target WHERE active = 1") == 5
    assert count("SELECT count(DISTINCT name) - count(*) FROM person") == 0


def test_every_kind_of_row_has_one_to_show(store: Store) -> None:
    df = routes.introductions(store)
    assert set(df["kind"]) == {"direct", "introduction", "alumni", "question"}
    assert set(df["band"].dropna()) == {1, 2, 3}
    assert df["also_through"].map(len).max() >= 1
    assert df["open_asks"].max() == 2
    evidence = {row["evidence"] for row in store.rows("SELECT evidence FROM tie")}
    assert evidence == {"told", "seen", "guess"}
    assert df["reasons"].str.contains("from the years").any()


def test_one_active_target_has_no_route_and_people_to_ask(store: Store) -> None:
    df = routes.answer(store)
    active = [row["id"] for row in store.rows("SELECT id FROM target WHERE active = 1")]
    without = set(active) - set(df["target_id"][df["kind"].isin(["introduction", "direct"])])
    assert len(without) == 1
    assert len(asking.people_to_ask(store, without.pop())) == 9


def test_nobody_in_the_sample_can_get_mail(store: Store) -> None:
    rows = store.rows("SELECT email, url, phone FROM person WHERE is_ego = 0")
    assert all(row["email"].endswith("@people.example") for row in rows)
    assert not any(row["url"] or row["phone"] for row in rows)
