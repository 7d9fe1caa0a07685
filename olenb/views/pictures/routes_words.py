"""The cards of the routes in words, for the tooltip and for screen readers."""

from olenb.core import rules
from olenb.views.pictures.model import Routes, Way
from olenb.views.pictures.text import clean, shown_name
from olenb.views.pictures.words import NO_ROUTE, how_sure, more_in_table

Words = tuple[str, tuple[str, ...]]


def introducer_words(shown: Routes, number: int) -> Words:
    """Return who could introduce the user, and where."""
    one = next(each for each in shown.introducers if each.id == number)
    places = [
        f"{shown_name(target.label)}, {_surest(shown, ways)}"
        for target in shown.targets
        if (ways := [way for way in target.ways if way.introducer == number])
    ]
    reach = f"could introduce you at {'; '.join(places)}" if places else ""
    return shown_name(one.name), tuple(line for line in (clean(one.what), reach) if line)


def target_words(shown: Routes, number: int) -> Words:
    """Return where the user wants to get, and through whom."""
    target = next(each for each in shown.targets if each.id == number)
    if not target.ways:
        return shown_name(target.label), (NO_ROUTE,)
    ways: dict[int, list[Way]] = {}
    for way in target.ways:
        ways.setdefault(way.introducer, []).append(way)
    surest = sorted(ways.values(), key=lambda own: -max(map(shown.band, own)))
    few = surest[: rules.PEOPLE_TO_ASK.value]
    people = [f"{shown_name(shown.introducer(own[0]).name)}, {_surest(shown, own)}" for own in few]
    more = more_in_table(len(ways) - len(few), 0)
    return shown_name(target.label), (f"through {'; '.join(filter(None, [*people, more]))}",)


def _surest(shown: Routes, ways: list[Way]) -> str:
    return how_sure(max(shown.band(way) for way in ways))
