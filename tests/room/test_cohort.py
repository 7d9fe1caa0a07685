"""A cohort's figures: bad files stop nothing, small counts stay hidden, taken together too."""

import itertools
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

import pytest

from olenb.core.measure_terms import Far, Item, Occasion
from olenb.method.tally import Tally
from olenb.room import cohort, summary
from olenb.room.cohort import STEPS, WITH, WITHOUT
from olenb.room.cohort_words import TOO_FEW, tables
from olenb.room.documents import Answer
from olenb.room.release import release
from olenb.room.summary import Summary
from olenb.room.synthetic import cohort as invented
from olenb.room.synthetic_summaries import summaries as invented_summaries
from olenb.room.table import Room
from room.conftest import NOW, SESSION
from room.test_cells import tables as all_tables

ENDS = summary.end_of_summary(NOW)


def person(number: int, **fields) -> Summary:
    code = "".join("ABCDEFGHJK"[int(digit)] for digit in f"{number:04}")
    return Summary(SESSION, code, Occasion.AFTER, ENDS, **fields)


def seen(people, record=None, room=None):
    return cohort.figures(people, room, Occasion.AFTER, record or {})


def test_a_bad_file_stops_nothing_and_the_newest_of_a_person_counts(tmp_path):
    older = person(1, sector="law")
    newer = replace(older, expires=ENDS + timedelta(minutes=5), sector="health")
    contents = (newer.to_bytes(), b"\xff", b"{}", older.to_bytes())
    for name, content in zip("abcd", contents, strict=True):
        (tmp_path / f"{name}.json").write_bytes(content)
    found, left_out = cohort.read_all(sorted(tmp_path.glob("*")), SESSION, NOW)
    assert found == [newer]
    assert [one.file for one in left_out] == ["b.json", "c.json"]


def test_fields_and_steps_are_counted_and_small_ones_kept_together():
    fields = ["health"] * 14 + ["law"] * 10 + ["food", "energy", "arts"]
    people = [person(n, sector=one, tally=Tally(asked=n % 5)) for n, one in enumerate(fields)]
    figures, _ = seen(people)
    assert figures.sectors.cells == {"health": 14}
    assert figures.far.total == 27
    told = {one.title: one for one in tables(figures)}
    assert told["What people are curious about, by field"].rows == (
        ("health", "14"),
        ("all others, kept together", "13"),
    )
    few, _ = seen(people[:4])
    assert all(one.sentence == TOO_FEW for one in tables(few))


def test_who_has_a_bridge_in_the_room_is_counted_over_those_who_asked():
    codes = [person(n).code for n in range(20)]
    offers = {codes[0]: tuple(Answer(f"{code}-1", 2) for code in codes[1:13])}
    figures, _ = seen([person(1)], room=Room(tuple(codes), offers, (), tuple(codes)))
    assert figures.bridges.cells == {WITH: 12, WITHOUT: 8}
    early, _ = seen([person(1)], room=Room(tuple(codes), {}, (), tuple(codes)))
    assert early.bridges.total is None  # nobody has answered: too early to tell


def test_totals_stop_at_five_for_each_and_never_come_near_everybody():
    far = ([Tally()] * 12, [Tally(asked=1)] * 12, [Tally(asked=9, held=9, changed=2)] * 14)
    people = [person(n, tally=tally) for n, tally in enumerate(itertools.chain(*far))]
    figures, _ = seen(people)
    assert figures.far.cells[Far.TALKED.label] == 14
    assert figures.held == 55  # four each at most, on average
    assert figures.changed == 25
    assert seen(people[:14])[0].held is None
    few, _ = seen(people[:34])
    assert Far.TALKED.label not in few.far.cells or few.held


def test_nobody_joins_alone_and_whoever_is_in_stays():
    said = [{Occasion.BEFORE: {Item.ASK: n}, Occasion.AFTER: {Item.ASK: 2 * n}} for n in range(24)]
    people = [
        person(n, sector=("health", "law")[n % 2], tally=Tally(held=1 + n % 3), answers=said[n])
        for n in range(24)
    ]
    first, record = seen(people)
    late = [person(90 + n, sector="law", tally=Tally(held=5)) for n in range(4)]
    again, record_again = seen([*people, *late], record)
    assert again == first
    changed = [replace(one, sector="food", tally=Tally()) for one in people]
    assert seen(changed, record_again)[0] == first
    assert seen([], record)[0] == first


@pytest.mark.parametrize("total", [14, 15, 16, 19, 23])
def test_steps_and_conversations_taken_together_tell_no_hidden_count(total):
    """The attack: all ways to be in three steps and to have held one to five talks each."""
    alike = defaultdict(set)
    for counts in all_tables(3, total):
        where = {f"{n:02}": step for n, step in enumerate(_spread(STEPS, counts))}
        far = release(STEPS, where, least=10).shown
        talked = counts[2]
        for held in {*range(talked, 5 * talked, 5), 5 * talked}:
            each = [held // talked + (n < held % talked) for n in range(talked)] if talked else []
            said = cohort.held_at_least(far, each)
            alike[repr((far, said)), far.hidden].add(counts)
    for (_, hidden), possible in alike.items():
        for step in hidden:
            assert len({counts[STEPS.index(step)] for counts in possible}) >= 3, possible


def _spread(names, counts):
    return [name for name, count in zip(names, counts, strict=True) for _ in range(count)]


def test_an_invented_cohort_is_the_same_each_time_and_has_something_to_show():
    room = invented(36, seed=7)
    made = [
        invented_summaries(room, SESSION, when, NOW) for when in (Occasion.AFTER, Occasion.LATER)
    ]
    assert made[0] == invented_summaries(room, SESSION, Occasion.AFTER, NOW)
    for early, late in zip(*made, strict=True):
        assert early.answers[Occasion.BEFORE] == late.answers[Occasion.BEFORE]
    for when, people in zip((Occasion.AFTER, Occasion.LATER), made, strict=True):
        figures, _ = cohort.figures(people, None, when, {})
        assert len(figures.changes) == len(Item)
        assert all(isinstance(one.sentence, str) for one in tables(figures))
