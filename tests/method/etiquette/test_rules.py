"""One sentence a rule that it points at, and some that only look like it."""

import pytest

from olenb.core import rules
from olenb.method import etiquette
from olenb.method.etiquette import Facts

FIRST = (
    "Dear Ms. Lee,\n\nYou moved from biology to data, and I'm wondering about the same step. "
    "Could we talk for 20 minutes? If not, I understand.\n\nBest,\nBo"
)


def found(text: str, **how: object) -> set[str]:
    return {finding.rule for finding in etiquette.check(text, **how)}  # type: ignore[arg-type]


def test_a_good_first_message_is_left_alone() -> None:
    assert found(FIRST, first=True) == set()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("asks-for-job", "Do you have any openings?"),
        ("asks-for-job", "Could you put in a good word for me?"),
        ("asks-for-job", "kindly consider me for any vacancy"),
        ("over-20-minutes", "Could I have half an hour of your time?"),
        ("over-20-minutes", "Would you have 20–30 minutes for me?"),
        ("says-networking", "I'm networking with alumni this fall."),
        ("site-answers", "What does your company do?"),
        ("site-answers", "How many people work at Tern Robotics?"),
        ("negative", "My boss is a nightmare."),
        ("negative", "Between you and me, their director is about to be fired."),
        ("attachment", "I’ve attached my résumé."),
        ("drop-in", "I'll drop by your office tomorrow."),
        ("one-zone", "Would Tuesday at 3 pm Central work for a call?"),
        ("more-favors-than-questions", "Could you read my essay, and print it for me?"),
    ],
)
def test_words_that_a_rule_points_at(rule: str, words: str) -> None:
    assert found(words) == {rule}


@pytest.mark.parametrize(
    "words",
    [
        "I'm not asking for a job.",
        "No job needed, only your story.",
        "That was a job well done, and you did a good job explaining it.",
        "How did you find your first job?",
        "Could we resume the conversation next week?",
        "It is 30 minutes from campus, and a team of 20–30 people works there.",
        "Thank you for the half hour you gave me.",
        "You're a networking engineer at Cisco.",
        "I'll see you at the networking night.",
        "I'm attached to this town.",
        "As you asked, I've attached my résumé.",
        "There was a drop in temperature; drop me a line.",
        "Thank you for inviting me to stop by.",
        "Would Tuesday at 3 pm Central / 4 pm Eastern work for a call?",
        "I work from 9 to 5 on Tuesdays.",
        "What is the hardest part of your job?",
        "I hate to bother you.",
        "What does your company do well?",
        "You asked me: “Are you hiring an assistant?”",
        "Thanks!\n\nOn Monday, Ana wrote:\n> Do you have any openings? I hate my boss.",
    ],
)
def test_words_that_only_look_like_it(words: str) -> None:
    assert found(words) == set()


def test_a_job_is_seen_through_politeness_and_short_spelling() -> None:
    assert "asks-for-job" in found("can u refer me for the analyst role pls")
    assert "asks-for-job" in found("I’d be so grateful if you’d forward my résumé to HR.")


def test_contacts_are_a_fault_in_a_first_message_only() -> None:
    words = "Do you know anyone else I could talk to?"
    assert "asks-for-contacts" in found(words, first=True)
    assert "asks-for-contacts" not in found(words)
    assert "asks-for-contacts" not in found(words, kind="ask-around", first=True)


@pytest.mark.parametrize("kind", ["email", "letter", "message"])
def test_a_first_message_says_what_for_why_them_and_that_no_is_fine(kind: str) -> None:
    parts = {"no-purpose", "no-why-you", "no-easy-out"}
    assert found("Could we talk for 20 minutes?", kind=kind, first=True) == parts
    assert found("Could we talk for 20 minutes?", kind=kind) == set()


def test_a_hello_that_asks_nothing_needs_no_parts() -> None:
    assert found("Hi Kai! I walked past our old dorm. How are you?", first=True) == set()


def test_the_place_that_the_workbook_knows_is_a_reason_to_write() -> None:
    words = "I'd like to learn about nursing at Mayo Clinic. Could we talk? If not, I understand."
    assert "no-why-you" in found(words, first=True)
    assert found(words, first=True, facts=Facts(organization="Mayo Clinic")) == set()


def test_a_message_may_have_as_many_words_as_the_rule_says() -> None:
    most = rules.WORDS_WARN.value
    assert found("word " * most) == set()
    assert found("word " * (most + 1)) == {"too-long"}
    assert found("Subject: four words or so\n" + "word " * most) == set()
    assert found("word " * (most + 1), kind="thanks") == set()


def test_on_the_phone_the_good_time_comes_first() -> None:
    asked = "Hello, this is Bo. Is this a good time? Could we meet next week?"
    late = "Hello, this is Bo. Could we meet next week? Is this a good time?"
    assert found(asked, kind="phone") == set()
    assert found(late, kind="phone") == {"phone-no-good-time"}
    assert found(late, kind="email") == set()


def test_a_voicemail_cannot_ask() -> None:
    words = "Hi, this is Bo. Sorry I missed you. My number is 555 0100."
    assert found(words, kind="phone") == set()


def test_times_are_fine_where_both_have_one_clock_or_meet_in_one_place() -> None:
    words = "Would Tuesday at 3 pm work?"
    assert found(words) == {"one-zone"}
    assert found(words, facts=Facts(my_zone="America/Chicago")) == {"one-zone"}
    same = Facts(my_zone="America/Chicago", their_zone="America/Winnipeg")
    assert found(words, facts=same) == set()
    apart = Facts(my_zone="America/Chicago", their_zone="America/Phoenix")
    assert found(words, facts=apart) == {"one-zone"}
    assert found("Could I come to your office on Tuesday at 3 pm?") == set()


def test_a_referrer_without_permission_blocks_and_nothing_else_does() -> None:
    facts = Facts(names={"ana ruiz": False, "bo lind": True})
    (finding,) = etiquette.check("Ana Ruiz suggested that I write to you.", facts=facts)
    assert finding.rule == "name-without-permission"
    assert finding.blocking
    assert found("Bo Lind suggested that I write to you.", facts=facts) == set()
    assert found("I read Ana Ruiz's book.", facts=facts) == set()
    assert not any(f.blocking for f in etiquette.check("Are you hiring? I hate my boss."))


def test_whoever_connects_us_is_named_only_with_permission() -> None:
    words = "Ana told me that you restore pianos."
    facts = Facts(via="Ana Ruiz", names={"ana ruiz": False})
    assert found(words, facts=facts) == {"name-without-permission"}
    assert found("A friend told me that you restore pianos.", facts=facts) == set()
    assert found(words, facts=Facts(via="Ana Ruiz", names={"ana ruiz": True})) == set()


def test_a_coworker_is_asked_only_after_thinking_about_it() -> None:
    words = "Could I ask you about your years at the paper?"
    assert found(words, facts=Facts(coworker="")) == {"coworker-unchecked"}
    assert found(words, facts=Facts(coworker="not now")) == {"coworker-unchecked"}
    assert found(words, facts=Facts(coworker="go ahead")) == set()
    assert found(words) == set()
    assert found(words, kind="thanks", facts=Facts(coworker="")) == set()


def test_what_is_confidential_is_known_by_its_words_and_names() -> None:
    facts = Facts(
        confidential_names=("Victor Amsel",),
        confidential_notes=("The clinic will close its Rochester lab in May", "SENTINEL-XYZ"),
    )
    assert found("I met Victor Amsel.", facts=facts) == {"confidential"}
    assert found("The clinic is closing the Rochester lab in May.", facts=facts) == {"confidential"}
    assert found("sentinel-xyz", facts=facts) == {"confidential"}
    assert found("I like the clinic in Rochester.", facts=facts) == set()


def test_the_research_sheet_answers_plain_questions_only() -> None:
    facts = Facts(organization="Tern Robotics", research=("Tern builds arms for greenhouses",))
    assert found("Does it build arms for greenhouses?", facts=facts) == {"site-answers"}
    assert found("Would you build arms for greenhouses again?", facts=facts) == set()
