"""Forms may be answered in another thread than the one in which the cells ran."""

import threading

import olenb
from olenb.core.store import Store


def in_another_thread(work):
    results = []
    thread = threading.Thread(target=lambda: results.append(work()))
    thread.start()
    thread.join()
    return results[0]


def test_a_workbook_is_read_and_written_in_another_thread(home):
    wb = olenb.open_workbook(home)
    in_another_thread(lambda: wb.add_target("Mayo Clinic"))
    assert in_another_thread(lambda: len(wb.targets)) == 1


def test_two_threads_make_two_changes(tmp_path):
    store = Store.create(tmp_path)

    def add():
        for _ in range(20):
            with store.change("Added a place") as change:
                change.insert("goal", kind="curiosity", value="wind", said_on="2026-01-01")
                change.insert("goal", kind="curiosity", value="water", said_on="2026-01-01")

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = store.rows("SELECT count(*) AS n FROM history GROUP BY change")
    assert [row["n"] for row in rows] == [2] * 80


def test_a_change_inside_a_change_still_belongs_to_it(tmp_path):
    store = Store.create(tmp_path)
    with store.change("Outer") as outer, store.change("Inner") as inner:
        assert outer is inner
