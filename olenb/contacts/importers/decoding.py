"""Bytes to text: marks first, then UTF-8, then the likeliest old code page, which is said."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = (
    ("cp1252", "Windows (Western Europe)"),
    ("cp1250", "Windows (Central Europe)"),
    ("mac_roman", "Mac (Western Europe)"),
)
_LIKELY = frozenset("äöüßéèêëàâáãåæçñíîïóôõøúùûÄÖÜÉÀÁÅÆÇÑÓØąćęłńśźżŁŚŻčďěňřšťůžČŘŠŽőűý’“”–…€•")
_SAMPLE = 200_000


def decoded(content: bytes) -> tuple[str, list[str]]:
    """Return a file's text, and a note where its encoding had to be guessed.

    >>> decoded("José".encode("utf-16"))
    ('José', [])
    >>> decoded("José".encode("cp1252"))[1][0].startswith("The file doesn't say")
    True
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), []
    if wide := _wide(content):
        return content.decode(wide, errors="replace"), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    text, name = _guess(content)
    return text, [
        f"The file doesn't say how its letters are stored; it was read as {name}. "
        "If names with accents look wrong, please save it as UTF-8 and try again."
    ]


def _wide(content: bytes) -> str:
    """Return UTF-16 where every other byte is nearly always NUL and no mark says so."""
    head = content[:2000]
    half = max(len(head) // 2, 1)
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    if even > 0.4 and odd < 0.1:
        return "utf-16-be"
    return ""


def _guess(content: bytes) -> tuple[str, str]:
    """Return the text in the code page that gives the most letters that people write."""
    high = bytes(b for b in content[:_SAMPLE] if b > 127)

    def likely(encoding: str) -> int:
        return sum(c in _LIKELY for c in high.decode(encoding, errors="replace"))

    encoding, name = max(_OLD, key=lambda page: likely(page[0]))
    return content.decode(encoding, errors="replace"), name
