"""The forms of the page about asking: one person, the words, a time for both, how far it is."""

from olenb.screens.outreach.board import board, small_doses
from olenb.screens.outreach.happened import what_happened
from olenb.screens.outreach.person import one_person
from olenb.screens.outreach.times import a_time
from olenb.screens.outreach.writing import writing

__all__ = ["a_time", "board", "one_person", "small_doses", "what_happened", "writing"]
