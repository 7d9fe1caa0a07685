"""Names that are out to break a file, and any text at all."""

from hypothesis import strategies as st
from invented import HOSTILE

from olenb.contacts.importers.values import tidy

NAMES = [
    *filter(str.strip, HOSTILE),
    *("NA", "None", "nan", "null", "007", "1e5", "TRUE", "2026-01-01", "12-Mar", "-", "'", "''"),
    *("=1+1", "+1 507 555 0142", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "'=1", "''=1", "＝1"),
    *('=HYPERLINK("http://example.org/"&A1,"x")', "=cmd|' /C calc'!A0", "'t Hooft", '"quoted"'),
    *("Ann, Bob <a@example.org>", "a;b\\,c", "Ana\r\nBCC: spy@example.org", "Ana\rRuiz"),
    *("Ana\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Second", "Ana\nEND:VEVENT\nBEGIN:VEVENT", "a\u2028b"),
    *("_x0041_", "_x000D_", "_X0041_", "__x0041_", "</t></is></c><c><f>1+1</f>", "&#x41;&amp;"),
    *("../../etc/passwd", "CON", "{0.__class__}", "{braces}", "%s %(x)s", "$$x$$", "a_b $x_$"),
    *("<script>alert(1)</script>", "</title><script>", "javascript:alert(1)", "]]><!--", "?bcc=x"),
    *("Zoë", "Zoe\u0308", "O’Brien", "李小龙", "עברית", "👨‍👩‍👧‍👦", "é" * 300, " Ana  Ruiz "),
]

anything = st.one_of(st.sampled_from(NAMES), st.text(max_size=60))
"""Any text, the hostile ones often."""


def as_it_comes_back(text: str) -> str:
    """Return a name as our import keeps it: composed, without controls, on one line."""
    return " ".join(tidy(text).split())
