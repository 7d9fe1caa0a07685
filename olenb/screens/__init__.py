"""What the notebooks show: one small form for each step, over the facade.

Every form only calls what a notebook cell could call, and shows what it returns.
"""

from olenb.screens.checkpoint import checkpoint
from olenb.screens.computer import computer
from olenb.screens.goals import curiosity, purpose
from olenb.screens.targets import targets
from olenb.screens.you import you

__all__ = ["checkpoint", "computer", "curiosity", "purpose", "targets", "you"]
