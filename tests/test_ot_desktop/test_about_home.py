"""What families tell about home: kept with its day and who said it, never deleted."""

import pytest

from db.connection import close_database, database
from ot_desktop.caseload.about_home import HomeLineDraft, HomeTopic
from ot_desktop.clock import today
from ot_desktop.errors import NotAllowed, NotFound, ValidationError
from ot_desktop.permissions import Role
from tests.builders import a_child
from tests.note_builders import a_therapists_clinic, mateo, signed_in


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    return mateo(services)


def told(services, child, words="Loves trains", topic=HomeTopic.MOTIVATORS, said_by="Lucía"):
    return services.about_home.tell(child, HomeLineDraft(topic, words, said_by))


def test_a_line_keeps_its_day_and_who_said_it(services, child):
    told(services, child)
    [line] = services.about_home.of_child(child)
    assert (line.words, line.said_by, line.said_on) == ("Loves trains", "Lucía", today())


def test_lines_come_by_topic_and_the_latest_of_each_first(services, child):
    told(services, child, "Baby sleeps until 8", HomeTopic.SIBLINGS)
    told(services, child, "Loves trains")
    told(services, child, "Loves stickers")
    words = [line.words for line in services.about_home.of_child(child)]
    assert words == ["Loves stickers", "Loves trains", "Baby sleeps until 8"]


@pytest.mark.parametrize("words", ["", "  ", "x" * 501])
def test_a_line_says_something_and_not_too_much(services, child, words):
    with pytest.raises(ValidationError) as refused:
        told(services, child, words)
    assert list(refused.value.fields) == ["words"]


def test_a_line_taken_off_stays_in_the_file_and_can_come_back(services, child):
    line_id = told(services, child)
    services.about_home.take_off(child, line_id)
    assert services.about_home.of_child(child) == ()
    assert database.execute_sql("SELECT count(*) FROM about_home").fetchone() == (1,)
    services.about_home.put_back(child, line_id)
    assert len(services.about_home.of_child(child)) == 1


def test_a_line_of_another_child_is_not_taken_off(services, child):
    line_id = told(services, child)
    with pytest.raises(NotFound):
        services.about_home.take_off(a_child(services), line_id)


def test_the_front_desk_does_not_read_it(services, child):
    desk = signed_in(role=Role.FRONT_DESK, name="Dan Brooks", credentials="")
    with pytest.raises(NotAllowed):
        desk.about_home.of_child(child)
