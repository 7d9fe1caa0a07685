"""The forms of the page about the conversation: before, during and after it."""

from olenb.screens.conversation.advice import advice
from olenb.screens.conversation.asking import choose_questions
from olenb.screens.conversation.clock import clock, on_paper
from olenb.screens.conversation.debrief import debrief
from olenb.screens.conversation.preparing import introduce, research
from olenb.screens.conversation.rehearsing import interview, rehearse
from olenb.screens.conversation.whom import with_whom

__all__ = [
    "advice",
    "choose_questions",
    "clock",
    "debrief",
    "interview",
    "introduce",
    "on_paper",
    "rehearse",
    "research",
    "with_whom",
]
