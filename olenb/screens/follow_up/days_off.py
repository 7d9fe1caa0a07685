"""Which days are no business days: the holidays of the user's country (R36)."""

from collections.abc import Sequence

from olenb.method import business_days
from olenb.method.where import SAID
from olenb.screens.base import screen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Row, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

REGION_HELP = "Only where it has holidays of its own, as a short code such as MN."


def days_off(wb: Workbook) -> Screen:
    """Say which days are left out when business days are counted, and let the user change it.

    Parameters
    ----------
    wb
        The workbook.

    """
    undoing = Undoing(wb)

    def render() -> Sequence[Block]:
        holds = wb.follow_up.country
        said = holds.source == SAID and not wb.is_example
        names = [(code, name) for code, name in business_days.countries().items()]
        fields = [
            Field("country", "Your country", "select", holds.code if said else "", names),
            Field("region", "State or province", value=holds.region, help=REGION_HELP),
        ]
        form = Form("days-off", [Row(fields), Button("save", "Save", kind="primary")])
        return [Text(holds.sentence), Details("Change it", [form], id="change"), *undoing.line()]

    def save(event: Event) -> str:
        wb.follow_up.say_country(event.text("country"), event.text("region"))
        return wb.follow_up.country.sentence

    return screen(wb, render, undoing.actions({"save": save}), says_example=False)
