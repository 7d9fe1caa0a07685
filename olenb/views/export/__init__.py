"""The only door through which something is written for others: whole, private, described.

A file appears whole or not at all, readable by its owner only; whoever wants to share it
does that knowingly. Each format has a module and an escaper of its own, and in every one of
them a name stays text: none becomes a formula, a link, markup, mathematics or a second line.
"""

from olenb.views.export.files import write
from olenb.views.export.pictures import save

__all__ = ["save", "write"]
