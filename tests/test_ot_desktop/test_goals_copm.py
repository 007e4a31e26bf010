from datetime import date

import pytest

from db.connection import close_database, database
from db.models.goals import CopmRating
from ot_desktop.audit import Action
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.goals.copm import (
    NOTABLE_LABEL,
    Assessment,
    AssessmentDraft,
    Copm,
    Problem,
    Rater,
    Rating,
    is_notable,
)
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_child, a_user, an_empty_clinic

MARCH, JUNE = date(2027, 3, 10), date(2027, 6, 10)
SHIRT, GYM, SLEEP = (Problem(n, words, MARCH) for n, words in enumerate(("Shirt", "Gym", "Sleep")))


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


def talk(on, rater=Rater.PARENT, **ratings):
    ids = {"shirt": SHIRT.id, "gym": GYM.id, "sleep": SLEEP.id}
    told = tuple((ids[name], Rating(*numbers)) for name, numbers in ratings.items())
    return Assessment(on.toordinal(), on, rater, "Lucía", told)


def changes(*talks):
    return Copm((SHIRT, GYM, SLEEP), talks).changes()


def test_each_problem_tells_its_own_change():
    told = changes(talk(MARCH, shirt=(3, 2), gym=(6, 7)), talk(JUNE, shirt=(7, 8), gym=(3, 4)))
    assert [(each.performance, each.satisfaction) for each in told[:2]] == [(4, 6), (-3, -3)]


def test_a_mean_can_hide_a_rise_and_a_fall_so_both_are_told():
    copm = Copm(
        (SHIRT, GYM), (talk(MARCH, shirt=(3, 3), gym=(6, 6)), talk(JUNE, shirt=(6, 6), gym=(3, 3)))
    )
    assert copm.mean_change() == (0.0, 0.0)
    assert [each.performance for each in copm.changes()] == [3, -3]


def test_a_problem_rated_once_has_no_change():
    [shirt, _gym, sleep] = changes(talk(MARCH, shirt=(3, 2)), talk(JUNE, sleep=(5, 5)))
    assert shirt.performance is None
    assert sleep.performance is None


def test_a_childs_numbers_are_not_compared_with_a_parents():
    told = changes(talk(MARCH, shirt=(3, 2)), talk(JUNE, Rater.CHILD, shirt=(9, 9)))
    assert told[0].performance is None


@pytest.mark.parametrize(
    ("change", "expected"), [(2, True), (1.9, False), (-2, False), (None, False)]
)
def test_two_points_are_marked_as_commonly_used(change, expected):
    assert is_notable(change) is expected
    assert NOTABLE_LABEL == "≥ 2 points (commonly used)"


def test_a_family_names_its_problem_in_its_own_words(services):
    child = a_child(services)
    services.copm.name(child, "  Mornings: he cannot get into his shirt ")
    [problem] = services.copm.of(child).problems
    assert problem.words == "Mornings: he cannot get into his shirt"


def test_ratings_are_kept_with_day_and_who_said_it(services):
    child = a_child(services)
    shirt = services.copm.name(child, "Shirt")
    draft = AssessmentDraft(today(), Rater.PARENT, "Lucía", ((shirt, Rating(3, 2)),))
    services.copm.rate(child, draft)
    [kept] = services.copm.of(child).assessments
    assert (kept.rated_on, kept.rater, kept.said_by) == (today(), Rater.PARENT, "Lucía")
    assert kept.rating(shirt) == Rating(3, 2)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"said_by": " "}, "said_by"),
        ({"ratings": ()}, "ratings"),
        ({"ratings": ((1, Rating(0, 5)),)}, "rating_1"),
        ({"ratings": ((1, Rating(5, 11)),)}, "rating_1"),
        ({"rated_on": date(2027, 6, 11)}, "rated_on"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(change, field):
    whole = {
        "rated_on": JUNE, "rater": Rater.PARENT, "said_by": "Lucía",
        "ratings": ((1, Rating(5, 5)),),
    }  # fmt: skip
    with pytest.raises(ValidationError) as refused:
        AssessmentDraft(**whole | change).check(JUNE)
    assert list(refused.value.fields) == [field]


def test_a_child_rates_without_a_parents_name():
    AssessmentDraft(JUNE, Rater.CHILD, "", ((1, Rating(5, 5)),)).check(JUNE)


def test_a_talk_entered_by_mistake_is_taken_back_once(services):
    child = a_child(services)
    shirt = services.copm.name(child, "Shirt")
    draft = AssessmentDraft(today(), Rater.CHILD, "", ((shirt, Rating(3, 2)),))
    talk_id = services.copm.rate(child, draft)
    services.copm.withdraw(child, talk_id)
    assert services.copm.of(child).assessments == ()
    assert CopmRating.select().count() == 1
    with pytest.raises(ClinicError):
        services.copm.withdraw(child, talk_id)


def test_a_problem_of_another_child_cannot_be_rated(services):
    shirt = services.copm.name(a_child(services), "Shirt")
    draft = AssessmentDraft(today(), Rater.CHILD, "", ((shirt, Rating(3, 2)),))
    with pytest.raises(ClinicError):
        services.copm.rate(a_child(services, "Leo"), draft)


def test_the_front_desk_neither_reads_nor_writes_ratings(services):
    child = a_child(services)
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Wu"))
    with pytest.raises(NotAllowed):
        desk.copm.of(child)
    with pytest.raises(NotAllowed):
        desk.copm.name(child, "Shirt")


def test_the_log_says_who_kept_ratings_and_never_what(services):
    services.copm.name(a_child(services), "Shirt")
    rows = database.execute_sql("SELECT action, subject FROM audit ORDER BY id DESC LIMIT 1")
    assert rows.fetchone() == (Action.CHANGED_COPM.value, "")
