"""The goals: the first pass, the exercises below it, how it all changed, a page for a counselor."""

from olenb.screens.goals.chooser import exercises
from olenb.screens.goals.counselor import counselor
from olenb.screens.goals.first_pass import curiosity, purpose
from olenb.screens.goals.timeline import timeline

__all__ = ["counselor", "curiosity", "exercises", "purpose", "timeline"]
