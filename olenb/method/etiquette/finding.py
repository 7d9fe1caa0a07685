"""A finding: which rule, why, what would help, and where in the text."""

from dataclasses import dataclass


@dataclass(frozen=True, repr=False)
class Finding:
    """One thing that a careful reader would point at.

    Parameters
    ----------
    rule, row
        The rule's name, such as "over-20-minutes", and its row, such as "R13".
    why, suggestion
        A sentence each; neither repeats anything of the message or the workbook.
    start, end
        Offsets into the text as it was given; `text[start:end]` is never empty.
    weight
        How much it matters; higher comes first.
    blocking
        Whether a draft is refused with it (R37); all else only advises.

    """

    rule: str
    row: str
    why: str
    suggestion: str
    start: int
    end: int
    weight: int
    blocking: bool = False

    def __repr__(self) -> str:
        return f"<{self.rule} at {self.start}–{self.end}>"

    def to_json(self) -> dict[str, str | int]:
        """Return it as `olenb check --json` prints it.

        >>> found = Finding("drop-in", "R14", "Why.", "What.", 3, 9, weight=40)
        >>> list(found.to_json())
        ['rule', 'row', 'why', 'suggestion', 'start', 'end']
        """
        names = ("rule", "row", "why", "suggestion", "start", "end")
        return {name: getattr(self, name) for name in names}


def most_important(findings: list[Finding], count: int = 2) -> list[Finding]:
    """Return the findings that are shown first: one of each rule, the weightiest first.

    Parameters
    ----------
    findings
        As `check` returns them.
    count
        How many; two are shown beside a draft.

    >>> far, near = (Finding("drop-in", "R14", "", "", n, n + 1, weight=40) for n in (9, 3))
    >>> much = Finding("asks-for-job", "R2", "", "", 5, 6, weight=90)
    >>> most_important([far, near, much])
    [<asks-for-job at 5–6>, <drop-in at 3–4>]
    """
    first: dict[str, Finding] = {}
    for finding in sorted(findings, key=order):
        first.setdefault(finding.rule, finding)
    return list(first.values())[:count]


def order(finding: Finding) -> tuple[bool, int, int, int, str]:
    """Return the key by which findings are ordered: what blocks, then weight, then place."""
    return (
        not finding.blocking,
        -finding.weight,
        finding.start,
        finding.end,
        finding.rule,
    )
