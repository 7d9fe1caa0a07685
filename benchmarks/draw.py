"""Draw the pictures of `docs/performance.md` out of `results.json`: `python benchmarks/draw.py`."""

import json
import re
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

HERE = Path(__file__).parent
PICTURES = HERE.parent / "docs" / "pictures"
OURS, THEIRS, GREY = "#0069A3", "#A84A00", "#5A6068"


def measured(name: str) -> list[dict[str, str]]:
    """Return the lines of one benchmark."""
    return list(json.loads((HERE / "results.json").read_text("utf-8"))[name]["lines"])


def milliseconds(text: str) -> float:
    """Return the number of "12.3 ms" or "NetworkX: 1,234 ms"."""
    found = re.search(r"([\d.,]+) ms", text)
    return float(found[1].replace(",", "")) if found else 0.0


def tidy(ax: Axes) -> None:
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis="both", which="major", color="#E3E6E9", linewidth=0.8)
    ax.set_axisbelow(True)


def answer() -> Figure:
    """Draw how the time of an answer grows with the ties."""
    rows = [row for row in measured("introductions") if row["what"].startswith("own file, 10^")]
    powers = [int(re.findall(r"10\^(\d)", row["what"])[0]) for row in rows]
    ties = [10**power for power in powers]
    figure = Figure(figsize=(7.6, 4.2), layout="constrained")
    ax = figure.subplots()
    tidy(ax)
    series = (
        ("NetworkX, a good loop over your people", THEIRS, "s", "beside"),
        ("olenb, sorted arrays", OURS, "o", "ours"),
    )
    for label, colour, mark, column in series:
        times = [milliseconds(row[column]) for row in rows]
        ax.plot(ties, times, mark + "-", color=colour, linewidth=2, markersize=6)
        ax.annotate(
            label,
            (ties[-2], times[-2]),
            (-14, 12),
            textcoords="offset points",
            ha="right",
            color=colour,
        )
        ax.annotate(
            f"{times[-1]:,.3g} ms",
            (ties[-1], times[-1]),
            (0, 9),
            textcoords="offset points",
            ha="center",
            color=colour,
        )
    ax.set(xscale="log", yscale="log", xlabel="ties within two steps of you")
    ax.set_ylabel("milliseconds")
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.9g}"))
    ax.set_ylim(top=1000)
    ax.set_title("Ten targets, one answer", loc="left", weight="bold")
    return figure


def kernel() -> Figure:
    """Draw what each cell of the introductions page adds to one participant's memory."""
    rows = measured("kernel")
    steps = [row for row in rows if row["what"].startswith("after ")]
    bare, usual = (float(row["ours"].split()[0]) for row in rows[:2])
    sizes = [bare, *(float(row["ours"].split()[0]) for row in steps)]
    names = ["a bare kernel", *(_cell(row["what"]) for row in steps)]
    figure = Figure(figsize=(7.6, 3.4), layout="constrained")
    ax = figure.subplots()
    tidy(ax)
    ax.barh(names, sizes, color=[GREY, *[OURS] * len(steps)], height=0.62)
    for at, size in enumerate(sizes):
        ax.annotate(
            f"{size:.0f}", (size, at), xytext=(4, 0), textcoords="offset points", va="center"
        )
    ax.axvline(usual, color=THEIRS, linewidth=2, linestyle="--")
    ax.annotate(
        f"pandas, networkx,\nipywidgets and pyplot: {usual:.0f}",
        (usual, 0.0),
        xytext=(6, 0),
        textcoords="offset points",
        color=THEIRS,
        va="center",
    )
    ax.set_xlim(0, usual * 1.38)
    ax.invert_yaxis()
    ax.set_xlabel("megabytes (proportional set size)")
    ax.set_title("One participant, page 03, cell by cell", loc="left", weight="bold")
    return figure


def _cell(what: str) -> str:
    code = what.removeprefix("after `").removesuffix("`")
    return code.partition("(")[0].removeprefix("wb = ") + "(…)"


if __name__ == "__main__":
    for name, figure in (("answer", answer()), ("kernel", kernel())):
        figure.savefig(PICTURES / f"performance-{name}.png", dpi=150)
