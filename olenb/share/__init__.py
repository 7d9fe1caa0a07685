"""Before a file goes to anybody: whether it holds any of the user's own people.

`sought` knows whom to look for, `opening` finds the text in a file of any kind, `layers` finds
the text in a text (markup, escapes, packed data), and `checking` puts them together.
"""

from olenb.share.checking import check
from olenb.share.findings import Findings
from olenb.share.sought import Sought

__all__ = ["Findings", "Sought", "check"]
