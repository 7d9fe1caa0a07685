"""The forms of “Keeping your word”: what is due, the next two weeks, a calendar of it."""

from olenb.screens.follow_up.calendar import calendar
from olenb.screens.follow_up.days_off import days_off
from olenb.screens.follow_up.due_list import due_list
from olenb.screens.follow_up.weeks import weeks

__all__ = ["calendar", "days_off", "due_list", "weeks"]
