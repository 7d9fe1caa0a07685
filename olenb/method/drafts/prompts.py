"""What is left for the user's own words: prompts in brackets, and how many are still there."""

import re
from collections.abc import Iterable

NAME = "[your name]"
WHO = "[who you are, in a few words]"
ADDRESS = "[your address]"
NUMBER = "[your phone number]"
TOPIC = "[your topic in three words]"
CURIOUS = "[what you'd like to find out]"
CONNECTION = "[how you came to think of them: their page, a talk, something they wrote]"
WHY_YOU = "[what caught your eye about them, and why you're asking just them]"
WHY_THIS = "[why this draws you, in one sentence]"
QUESTION = "[your one question, the one that they can answer and no website can]"
JUST_FOR_THEM = "[a line just for them: how they are, or the last time you talked]"
THINKING_OF_THEM = "[what made you think of them just now]"
ABOUT_YOU = "[how you are, in a line or two]"
REMEMBER = "[something that you remember from back then]"
PASSED_ON = "[two lines about you that they can pass on as they are]"
WHOM = "[whom you'd like to meet]"
TIMES = "[two or three times, on both of your clocks]"
CHECK_TIMES = "[look at your own calendar, keep the times that are really free]"
WHEN = "[the day and the time, on both of your clocks]"
WHERE = "[where, or which link or number]"
MOST_OF_ALL = "[what you'd like to hear about most, so that they can think of it]"
AGAIN = "[your one question once more, in one line]"
TAKE_FROM_IT = "[what you take from their answer, in one true line]"
LEARNED = "[one thing that you learned from them]"
NEXT_ACTION = "[what you do next because of it]"
OWN_LINE = "[one more line in your own words, or nothing]"
CAME_OF_IT = "[what came of it, in a line, so that they know it was worth it]"
DID_WITH_IT = "[what you did with what they said]"
IN_RETURN = "[something that you could do for them, or nothing]"
NEWS = "[how things stand with you since you last wrote, in two lines]"
FOR_THEM = "[something that may interest them: an article, a result, a question about their work]"
DAY = "[a day]"

_IN_BRACKETS = re.compile(r"\[[^\[\]]*\s[^\[\]]*\]")


def left(text: str, names: Iterable[str] = ()) -> list[str]:
    """Return the prompts that are still in a text, in their order.

    Parameters
    ----------
    text
        A draft.
    names
        Names and other facts in it: brackets that belong to one of these are no prompt.

    >>> left(f"Dear Ana, {LEARNED} Best, {NAME}")
    ['[one thing that you learned from them]', '[your name]']
    >>> left("Dear [Ana the Great],", names=["[Ana the Great]"])
    []

    """
    looking_so = [name for name in names if name and _IN_BRACKETS.search(name)]
    for name in sorted(looking_so, key=len, reverse=True):
        text = text.replace(name, " ")
    return _IN_BRACKETS.findall(text)
