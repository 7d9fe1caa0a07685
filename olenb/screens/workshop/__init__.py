"""The forms of a counselor's three pages: prepare, the room, the cohort."""

from olenb.screens.workshop.checks import checks
from olenb.screens.workshop.close import close
from olenb.screens.workshop.figures import figures
from olenb.screens.workshop.gather import gather
from olenb.screens.workshop.names import names
from olenb.screens.workshop.paper import paper
from olenb.screens.workshop.rehearse import rehearse
from olenb.screens.workshop.session import session
from olenb.screens.workshop.wall import wall

__all__ = [
    "checks",
    "close",
    "figures",
    "gather",
    "names",
    "paper",
    "rehearse",
    "session",
    "wall",
]
