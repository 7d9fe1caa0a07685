"""A cohort's figures as one page for the college's own records, and as a table for programs."""

from olenb.core.spoken import spoken
from olenb.room.cohort import Figures
from olenb.room.cohort_words import Told, tables
from olenb.views import export, on_demand
from olenb.views.export import csv, html
from olenb.views.export.markup import Block

TITLE = "A cohort in figures"
COLUMNS = ("Part", "Row", "What", "Value")
FOOT = (
    "No count is under five people, and none is everybody or nobody; outcomes need ten. What is "
    "kept together can't be worked out from the rest. No name and nobody's words are in it."
)


def cohort_page(figures: Figures, session: str, on: str) -> bytes:
    """Return the figures as one HTML file that prints well, with picture and table.

    Parameters
    ----------
    figures
        What may be seen.
    session
        The session's code.
    on
        The day, ISO 8601.

    """
    about = f"{session} · {figures.occasion.label} · {spoken(on)}"
    blocks: list[Block] = [html.paragraph(about, quiet=True)]
    for told in tables(figures):
        blocks += _part(told, figures)
    return html.page(TITLE, *blocks, html.paragraph(FOOT, quiet=True))


def cohort_csv(figures: Figures) -> bytes:
    """Return the same as a table for any program: Part, Row, What, Value.

    Parameters
    ----------
    figures
        What may be seen.

    """
    rows: list[tuple[str, str, str, str]] = []
    for told in tables(figures):
        if not told.rows:
            rows.append((told.title, "", "", told.sentence))
        for first, *others in told.rows:
            named = zip(told.columns[1:], others, strict=True)
            rows += [(told.title, first, what, _plain(value)) for what, value in named]
    return csv.table(COLUMNS, rows)


def _plain(value: str) -> str:
    """Return a number without the plus that a page has for people and a spreadsheet would run."""
    return value.removeprefix("+")


def _part(told: Told, figures: Figures) -> list[Block]:
    blocks: list[Block] = [html.heading(told.title), html.paragraph(told.sentence)]
    if not told.rows:
        return blocks
    table = html.table(told.title, told.columns, told.rows)
    if told.columns[0] != "Question":
        return [*blocks, table]
    picture = on_demand.change_figure(figures.changes, told, grey=True)
    said = f"{picture.description.alt} {told.sentence}"
    return [html.together(*blocks, html.picture(export.svg(picture), said)), table]
