"""A plan's answers as one reads them: days and choices in words."""

from olenb.core.plan_terms import PlanKind
from olenb.core.spoken import spoken
from olenb.method.opportunities.plans import Plan
from olenb.method.opportunities.steps import Ask, Step


def in_words(one: Plan, step: Step) -> str:
    """Return what was answered to a question, in one text; "" where nothing was.

    Parameters
    ----------
    one
        The plan.
    step
        One of its questions.

    """
    if any(ask.name == "hours" for ask in step.asks):
        return when(one)
    said = [text for ask in step.asks if (text := _said(one, ask))]
    long = any(ask.kind == "text" for ask in step.asks) or any(_is_sentence(text) for text in said)
    return ("\n" if long else ", ").join(said)


def when(one: Plan) -> str:
    """Return hours and days in words; "" where neither is known.

    >>> from types import SimpleNamespace as Made
    >>> days = {"hours": "3", "starts_on": "2027-01-11", "ends_on": "2027-03-05"}
    >>> when(Made(kind=PlanKind.VOLUNTEER, text=lambda name: days.get(name, "")))
    '3 hours a week, January 11, 2027 to March 5, 2027'
    """
    hours = one.text("hours")
    each = "" if one.kind is PlanKind.SHADOWING else " a week"
    much = f"{hours} {'hour' if hours == '1' else 'hours'}{each}" if hours else ""
    days = [spoken(one.text(name)) for name in ("starts_on", "ends_on") if one.text(name)]
    return ", ".join(filter(None, (much, " to ".join(days))))


def _said(one: Plan, ask: Ask) -> str:
    text = one.text(ask.name)
    if ask.kind == "choice":
        return dict(ask.choices).get(text, "")
    if ask.kind == "number":
        return f"{text} words" if text and ask.name == "words" else text
    return spoken(text) if ask.kind == "day" else text


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?"))
