"""What each kind of message is made of, long and short (`method.md` §4)."""

from collections.abc import Callable, Sequence

from olenb.core.terms import DraftKind
from olenb.method.drafts import parts, prompts
from olenb.method.drafts.facts import Facts
from olenb.method.drafts.parts import Part

Parts = Sequence[Part]
NO_ANSWER = Part("nothing to answer", "No need to answer.", joins=True)


def hello(facts: Facts, short: bool) -> Parts:
    """Say hello to somebody lost from sight, and ask for nothing."""
    more = [] if short else [Part("from back then", prompts.REMEMBER)]
    return [
        Part("why now", prompts.THINKING_OF_THEM),
        Part("about you", prompts.ABOUT_YOU, joins=True),
        *more,
        Part("nothing asked", "I only wanted to say hello, and to hear how you are."),
    ]


def ask_around(facts: Facts, short: bool) -> Parts:
    """Ask somebody known whether they know anyone; a name is plenty (R8)."""
    question = "Do you know somebody who could tell me about it, or somebody who might?"
    out = "A name is plenty, and if nobody comes to mind, that's fine."
    why = "" if short else f" {prompts.WHY_THIS}"
    return [
        Part("how you are connected", prompts.JUST_FOR_THEM),
        Part("what you're curious about", f"I'd love to learn {parts.curious(facts)}.{why}"),
        Part("your question", question, joins=True),
        Part("their name", "If you do: may I say that it was you who told me?"),
        Part("an easy way out", out, joins=True),
    ]


def first(facts: Facts, short: bool) -> Parts:
    """Write for the first time to somebody whom the user wants to talk with."""
    short_way = f"Would {parts.minutes()} on the phone suit you?"
    long_way = f"Could we talk for {parts.minutes()}, by phone, by video or in person?"
    in_writing = "" if short else " A line or two in writing would help me, too."
    out = f"If it isn't a good time, that's fine.{in_writing}"
    return [
        Part("how you are connected", parts.connection(facts)),
        Part("who you are", parts.who(facts), joins=True),
        Part("why them", prompts.WHY_YOU),
        Part("what you're curious about", f"I'd like to understand {parts.curious(facts)}."),
        Part("your question", prompts.QUESTION, joins=True),
        Part("how long", short_way if short else long_way),
        Part("an easy way out", out, joins=True),
    ]


def introduction(facts: Facts, short: bool) -> Parts:
    """Ask an introducer, who asks the other person before any name goes over (R8)."""
    know = "You told me that you know" if facts.told else "I think that you may know"
    them = parts.about_called(facts)
    want = f"I'd like to ask {them} {parts.curious(facts)}: {parts.minutes()}, and only questions."
    about_me = f"To pass on: {parts.who(facts)} {prompts.PASSED_ON}"
    passing = "I'll send you two lines" if short else "Please pass on the lines below"
    ask = f"Would you ask {them} first whether I may write? {passing} only if they agree."
    return [
        Part("how you are connected", prompts.JUST_FOR_THEM),
        Part("whom", f"{know} {parts.about(facts)}."),
        Part("what for", want, joins=True),
        Part("ask them first", ask),
        Part("an easy way out", "If you'd rather not, just say so. That's fine.", joins=True),
        *([] if short else [Part("to pass on", about_me)]),
    ]


def scheduling(facts: Facts, short: bool) -> Parts:
    """Offer times, on both clocks (R16)."""
    how = "By phone, by video or in person: whatever you like best."
    return [
        Part("thanks", "Thank you for saying yes."),
        Part("times", f"Would one of these suit you, for {parts.minutes()}?\n{parts.times(facts)}"),
        *([] if short else [Part("how", how)]),
        Part("an easy way out", "If none of them does, please name one that suits you."),
    ]


def confirmation(facts: Facts, short: bool) -> Parts:
    """Say a day or two before: when, where, and what about."""
    more = [] if short else [Part("what about", prompts.MOST_OF_ALL)]
    return [
        Part("when", f"I look forward to our {parts.minutes()}: {parts.meeting(facts)}."),
        Part("where", parts.place(facts), joins=True),
        *more,
        Part("an easy way out", "If something has come up, just say so, and we find another time."),
    ]


def nudge(facts: Facts, short: bool) -> Parts:
    """Remind them once, and not again."""
    out = "If it doesn't suit you, that's fine, and I won't ask again."
    wrote = f"I wrote to you{parts.asked_on(facts)} about {parts.topic(facts)}."
    return [
        Part("what it was", wrote),
        Part("your question", prompts.AGAIN, joins=True),
        Part("smaller", "Ten minutes would help me, or a line in writing."),
        Part("an easy way out", out, joins=True),
    ]


def answer_to_no(facts: Facts, short: bool) -> Parts:
    """Thank them for a no, and ask no second time."""
    return [
        Part("thanks", "Thank you for letting me know."),
        Part("what you take from it", prompts.TAKE_FROM_IT, joins=True),
        Part("nothing asked", "I wish you well."),
    ]


def thanks(facts: Facts, short: bool) -> Parts:
    """Thank them: one thing learned, and what the user does next (R30, R34)."""
    learned = parts.sentence(facts.learned) if facts.learned else prompts.LEARNED
    action = parts.sentence(facts.next_action) if facts.next_action else prompts.NEXT_ACTION
    more = [] if short else [Part("your own line", prompts.OWN_LINE)]
    return [
        Part("thanks", f"Thank you for your time{parts.met_on(facts)}."),
        Part("what you learned", f"What stays with me: {learned}", joins=True),
        Part("what you do next", f"What I do next: {action}"),
        *more,
    ]


def thanks_introducer(facts: Facts, short: bool) -> Parts:
    """Thank whoever opened the door, and say what came of it."""
    them = f"to {facts.about.name}" if facts.about else f"to {prompts.WHOM}"
    talked = f" We talked{parts.met_on(facts)}." if facts.met_on else ""
    more = [] if short else [Part("in return", prompts.IN_RETURN)]
    return [
        Part("thanks", f"Thank you for opening the door {them}.{talked}"),
        Part("what came of it", prompts.CAME_OF_IT),
        *more,
        NO_ANSWER,
    ]


def outcome(facts: Facts, short: bool) -> Parts:
    """Say after two weeks what became of their advice."""
    said = f"You told me: {parts.sentence(facts.advice)}" if facts.advice else ""
    did = parts.sentence(facts.done) if facts.done else prompts.DID_WITH_IT
    return [
        Part("what they said", said),
        Part("what you did", f"This is what I did: {did}", joins=True),
        Part("what came of it", prompts.CAME_OF_IT, joins=True),
        Part("thanks", "Thank you once more."),
        NO_ANSWER,
    ]


def update(facts: Facts, short: bool) -> Parts:
    """Tell the news after some months, with something for them."""
    more = [] if short else [Part("something for them", prompts.FOR_THEM)]
    return [Part("news", prompts.NEWS), *more, NO_ANSWER]


MAKERS: dict[DraftKind, Callable[[Facts, bool], Parts]] = {
    DraftKind.HELLO: hello,
    DraftKind.ASK_AROUND: ask_around,
    DraftKind.FIRST: first,
    DraftKind.INTRODUCTION: introduction,
    DraftKind.SCHEDULING: scheduling,
    DraftKind.CONFIRMATION: confirmation,
    DraftKind.NUDGE: nudge,
    DraftKind.ANSWER_TO_NO: answer_to_no,
    DraftKind.THANKS: thanks,
    DraftKind.THANKS_INTRODUCER: thanks_introducer,
    DraftKind.OUTCOME: outcome,
    DraftKind.UPDATE: update,
}


def subject(kind: DraftKind, facts: Facts) -> str:
    """Return the subject line of an email."""
    topic = parts.topic(facts)
    return {
        DraftKind.HELLO: "A hello",
        DraftKind.ASK_AROUND: f"A question about {topic}",
        DraftKind.FIRST: f"A question about {topic}",
        DraftKind.INTRODUCTION: f"Would you ask {parts.about_called(facts)} for me?",
        DraftKind.SCHEDULING: f"Times for our {parts.minutes()}",
        DraftKind.CONFIRMATION: f"Our {parts.minutes()}",
        DraftKind.NUDGE: f"Once more: a question about {topic}",
        DraftKind.ANSWER_TO_NO: "Thank you",
        DraftKind.THANKS: "Thank you",
        DraftKind.THANKS_INTRODUCER: "Thank you",
        DraftKind.OUTCOME: "What came of it",
        DraftKind.UPDATE: "News",
    }[kind]
