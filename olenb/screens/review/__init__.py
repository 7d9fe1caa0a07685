"""The forms of “Looking back”: what changed, how the goals moved, what is next, a report."""

from olenb.screens.review.next_steps import next_steps
from olenb.screens.review.report import report
from olenb.screens.review.so_far import so_far
from olenb.screens.review.timeline import timeline

__all__ = ["next_steps", "report", "so_far", "timeline"]
