"""The forms of “Volunteer and shadow”: one plan of four, one question at a time.

`choose` and `questions` come first; `further` shows what the chosen kind of plan needs next, and
the others stay out of sight.
"""

from olenb.screens.opportunities.brings import brings
from olenb.screens.opportunities.choose import choose
from olenb.screens.opportunities.days import days
from olenb.screens.opportunities.further import further
from olenb.screens.opportunities.look_back import look_back
from olenb.screens.opportunities.questions import questions

__all__ = ["brings", "choose", "days", "further", "look_back", "questions"]
