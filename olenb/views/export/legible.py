"""Text that a file can hold: nothing but what one can read."""

import re

# What XML 1.0, HTML and vCard have no place for: controls but tab and line ends, half characters
# and non-characters.
_CANNOT_BE_HELD = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def legible(text: str) -> str:
    r"""Return text without the controls and half characters that no file format can carry.

    Parameters
    ----------
    text
        Anything; what people can read in it comes out as it was, and so do tabs and line ends.

    >>> legible("Ana\x00 Ruiz\ud800")
    'Ana Ruiz'
    """
    return _CANNOT_BE_HELD.sub("", text)


def one_line(text: str) -> str:
    r"""Return text on one line, line ends and tabs as blanks.

    Parameters
    ----------
    text
        Anything; see `legible`.

    >>> one_line("Ana\r\nRuiz")
    'Ana Ruiz'
    """
    return legible(_LINE_ENDS.sub(" ", text).replace("\t", " "))
