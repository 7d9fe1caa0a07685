"""Invented people: the same from the same seed, and nobody knows their own target."""

from olenb.room.synthetic import cohort


def test_the_same_seed_gives_the_same_people_and_another_gives_others() -> None:
    assert cohort(30, seed=4) == cohort(30, seed=4)
    assert cohort(30, seed=4) != cohort(30, seed=5)


def test_everybody_has_a_code_a_name_and_a_target_of_their_own_to_reach() -> None:
    people = cohort(60, seed=2).people
    assert len({one.code for one in people}) == len({one.name for one in people}) == 60
    assert all(one.target and one.target not in one.knows for one in people)


def test_answers_are_to_questions_of_others() -> None:
    room = cohort(20, seed=3)
    for code, given in room.answers().items():
        assert all(one.asker != code and 1 <= one.strength <= 3 for one in given)
