"""The forms of “The room”: ask, answer, withdraw; how sure one feels; a summary without names."""

from olenb.screens.room.answer import answer
from olenb.screens.room.ask import ask
from olenb.screens.room.measure import measure
from olenb.screens.room.summary import summary
from olenb.screens.room.withdraw import withdraw

__all__ = ["answer", "ask", "measure", "summary", "withdraw"]
