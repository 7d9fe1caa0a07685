"""A time is proposed, agreed on, confirmed or called off, on both people's clocks."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from olenb.contacts import people, you
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store, today
from olenb.method import zones
from olenb.method.drafts import saved, sent
from olenb.method.outreach import meetings
from olenb.method.outreach.proposals import proposals

START = "2999-11-05T16:00:00-05:00"


@pytest.fixture
def maya(store: Store) -> int:
    maya = people.add(store, "Maya Okafor")
    zones.confirm(store, maya, "America/New_York")
    return maya


def test_proposals_leave_out_weekends_and_holidays(store: Store, maya: int) -> None:
    wednesday = date(2026, 11, 25)  # before Thanksgiving
    days = [slot.start.date().isoformat() for slot in proposals(store, maya, wednesday)]
    assert days == ["2026-11-25", "2026-11-27", "2026-11-30"]


def test_without_both_zones_nothing_is_proposed_and_the_sentence_says_whose(
    store: Store, ana: int, maya: int
) -> None:
    with pytest.raises(NotAllowed, match="which time zone they are in"):
        proposals(store, ana)
    you.say(store, time_zone="")
    with pytest.raises(NotAllowed, match="which time zone you're in"):
        proposals(store, maya)
    assert proposals(store, maya, my_zone="Europe/Oslo")


def test_a_time_is_kept_with_my_offset_and_said_on_both_clocks(store: Store, maya: int) -> None:
    meetings.schedule(store, maya, START, channel="phone", place="507-555-0100", target=1)
    (row,) = meetings.meetings(store).itertuples()
    assert row.starts_at == "2999-11-05T15:00:00-06:00"
    assert row.words == "Tue 5 Nov, 3:00 pm your time (Chicago) · 4:00 pm theirs (New York)"
    assert (row.minutes, row.channel, row.agreed_on, row.cancelled) == (20, "phone", today(), False)


def test_agreeing_on_a_time_answers_the_request(
    store: Store, maya: int, touch: Callable[..., int]
) -> None:
    touch(maya, "asked for a conversation", "2026-11-01")
    meetings.schedule(store, maya, datetime.fromisoformat(START))
    row = store.one("SELECT reply, replied_on FROM touch")
    assert tuple(row) == ("yes", today())
    assert store.undo() == "Agreed on a time"
    assert store.one("SELECT reply FROM touch")["reply"] is None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"starts_at": "2026-11-05T15:00:00"}, "with its time zone"),
        ({"starts_at": "soon"}, "with its time zone"),
        ({"channel": "linkedin"}, "by phone, by video or in person"),
        ({"minutes": 0}, "from 1 to 240"),
        ({"my_zone": "Mars"}, "choose a time zone"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    store: Store, maya: int, more: dict[str, object], said: str
) -> None:
    with pytest.raises(NotAllowed, match=said):
        meetings.schedule(store, maya, **{"starts_at": START, **more})
    assert len(meetings.meetings(store)) == 0


def test_a_time_is_confirmed_or_called_off(store: Store, maya: int) -> None:
    meeting = meetings.schedule(store, maya, START)
    meetings.confirm(store, meeting)
    assert meetings.meetings(store, maya)["confirmed_on"].tolist() == [today()]
    meetings.cancel(store, meeting)
    assert meetings.meetings(store, maya)["cancelled"].tolist() == [True]
    with pytest.raises(NotFound, match="no longer in your workbook"):
        meetings.confirm(store, 99)


def test_sending_the_confirmation_confirms_the_next_time(store: Store, maya: int) -> None:
    meetings.schedule(store, maya, START)
    sent.mark_sent(store, saved.save(store, maya, "confirmation", "email", "See you soon"))
    assert meetings.meetings(store)["confirmed_on"].tolist() == [today()]
