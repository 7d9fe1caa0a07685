"""The etiquette check: a linter for messages to people (N6).

    from olenb.method import etiquette

    etiquette.check("Are you hiring?", kind="email", first=True)

Each rule names its row and a fix. All advise, but one: a name without permission (R37) blocks.
"""

from olenb.method.etiquette.check import check
from olenb.method.etiquette.facts import Facts, facts_for
from olenb.method.etiquette.finding import Finding, most_important
from olenb.method.etiquette.kinds import Kind, kind_of
from olenb.method.etiquette.rules import RULES

__all__ = [
    "RULES",
    "Facts",
    "Finding",
    "Kind",
    "check",
    "facts_for",
    "kind_of",
    "most_important",
]
