"""What the notebooks show: one small form for each step, over the facade.

Every form only calls what a notebook cell could call, and shows what it returns.
"""

from olenb.screens import (
    conversation,
    follow_up,
    goals,
    opportunities,
    outreach,
    review,
    room,
    workshop,
)
from olenb.screens.answer import introductions
from olenb.screens.asking import whom_to_ask
from olenb.screens.by_hand import five_people
from olenb.screens.checkpoint import checkpoint
from olenb.screens.circles import circles
from olenb.screens.computer import computer
from olenb.screens.example import example
from olenb.screens.files import files
from olenb.screens.forget import forget
from olenb.screens.goals import curiosity, purpose
from olenb.screens.leaving import leaving
from olenb.screens.lookup import look_up
from olenb.screens.paper_kit import paper_kit
from olenb.screens.pictures import people_map, ways
from olenb.screens.table import everybody
from olenb.screens.targets import targets
from olenb.screens.tidy import tidy
from olenb.screens.ties import ties
from olenb.screens.you import you

__all__ = [
    "checkpoint",
    "circles",
    "computer",
    "conversation",
    "curiosity",
    "everybody",
    "example",
    "files",
    "five_people",
    "follow_up",
    "forget",
    "goals",
    "introductions",
    "leaving",
    "look_up",
    "opportunities",
    "outreach",
    "paper_kit",
    "people_map",
    "purpose",
    "review",
    "room",
    "targets",
    "tidy",
    "ties",
    "ways",
    "whom_to_ask",
    "workshop",
    "you",
]
