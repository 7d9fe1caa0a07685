"""One typed line about a person."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.contacts import lines
from olenb.contacts.lines import Line
from olenb.core.errors import NotAllowed


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ana Ruiz", Line("Ana Ruiz")),
        ("Ana Ruiz, cousin", Line("Ana Ruiz", relation="cousin")),
        ("Ana Ruiz, my former boss", Line("Ana Ruiz", relation="my former boss")),
        ("Ana Ruiz, dad's coworker", Line("Ana Ruiz", relation="dad's coworker")),
        ("Ana Ruiz, Mayo Clinic", Line("Ana Ruiz", "Mayo Clinic")),
        ("Ana Ruiz, IBM", Line("Ana Ruiz", "IBM")),
        ("Ana Ruiz, First Baptist Church", Line("Ana Ruiz", "First Baptist Church")),
        ("Ana Ruiz, Team Rubicon, met at camp", Line("Ana Ruiz", "Team Rubicon", "met at camp")),
        ("Ana Ruiz, cousin, Mayo Clinic", Line("Ana Ruiz", "Mayo Clinic", "cousin")),
        ("Lee Barlow, CPA", Line("Lee Barlow, CPA")),
        ("Lee Barlow, Ph.D., R.N., Mayo Clinic", Line("Lee Barlow, Ph.D., R.N.", "Mayo Clinic")),
        ("Bo, Acme, Inc.", Line("Bo", "Acme, Inc.")),
        ("Bo, Acme, Inc., friend", Line("Bo", "Acme, Inc.", "friend")),
        ("Bo;Acme;friend", Line("Bo", "Acme", "friend")),
        (" Bo , , friend, ", Line("Bo", "", "friend")),
        ("Bo, , met on a train", Line("Bo", "", "met on a train")),
    ],
)
def test_a_line_is_understood(line, said):
    assert lines.read(line) == said


@pytest.mark.parametrize("line", ["", "  ", ", Mayo Clinic", "\u200b, Mayo Clinic"])
def test_a_line_without_a_name_is_refused_with_an_example(line):
    with pytest.raises(NotAllowed, match=r"begin with a name.*Nothing was added"):
        lines.read(line)


@given(st.text())
def test_every_line_is_read_or_refused_in_words(line):
    with contextlib.suppress(NotAllowed):
        assert lines.read(line).name
