"""Templates: save a program without its child, begin from one, never with what clashes."""

import json
from dataclasses import replace

import pytest

from db.connection import close_database
from db.models.home_programs import ProgramTemplate
from ot_desktop.errors import ValidationError
from ot_desktop.home_programs import library, templates
from ot_desktop.home_programs.minutes import CLINIC_DEFAULT, check
from tests.builders import an_empty_clinic
from tests.note_builders import a_goal
from tests.reference_clinic import reference_clinic


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


def a_draft(page, *keys):
    draft = page.draft
    for key in keys:
        draft = draft.with_activity(library.activity(key))
    return draft


def saved(services, page, draft, name="Mornings"):
    return services.home_programs.templates.save(name, draft, page.facts.child)


def test_every_template_of_the_program_fits_the_usual_minutes(services):
    starters = services.home_programs.templates.listed()
    assert len(starters) == len(templates._told())
    for starter in starters:
        assert not check(starter.activities, CLINIC_DEFAULT).is_over, starter.name


def test_templates_of_the_program_name_activities_of_the_library():
    known = {activity.key for activity in library.all_activities()}
    assert {key for _, keys in templates._told() for key in keys} <= known


def test_a_saved_template_comes_back_with_its_minutes_and_words(services, clinic):
    page = services.home_programs.start(clinic.iris)
    draft = a_draft(page, "bear-walk").changed(0, minutes=5).worded(0, say="Slow paws")
    saved(services, page, draft)
    [mine] = [one for one in services.home_programs.templates.listed() if one.id]
    assert (mine.name, mine.activities[0].minutes) == ("Mornings", 5)
    assert mine.activities[0].changes.say == "Slow paws"


def test_a_template_names_no_child(services, clinic):
    page = services.home_programs.start(clinic.iris)
    draft = a_draft(page, "bear-walk").worded(0, say="Iris walks", steps=("Iris goes first.",))
    draft = replace(draft, reward=replace(draft.reward, prize="Iris picks the story"))
    saved(services, page, draft)
    content = ProgramTemplate.get().content
    assert "Iris" not in content
    assert json.loads(content)["activities"][0]["changes"]["steps"] == ["{name} goes first."]


def test_the_next_childs_name_is_put_into_a_templates_words(services, clinic):
    page = services.home_programs.start(clinic.iris)
    saved(services, page, a_draft(page, "bear-walk").worded(0, say="Iris walks"))
    leo = services.home_programs.start(clinic.leo)
    [template] = [one for one in leo.templates if one.id]
    begun = leo.from_template(leo.draft, template)
    assert begun.activities[0].words(leo.facts.child).say == "Leo walks"


def test_saving_under_the_same_name_replaces(services, clinic):
    page = services.home_programs.start(clinic.iris)
    saved(services, page, a_draft(page, "bear-walk"))
    saved(services, page, a_draft(page, "wall-push-game"))
    [mine] = [one for one in services.home_programs.templates.listed() if one.id]
    assert mine.keys == ("wall-push-game",)


def test_a_removed_template_can_be_put_back(services, clinic):
    page = services.home_programs.start(clinic.iris)
    template_id = saved(services, page, a_draft(page, "bear-walk"))
    service = services.home_programs.templates
    service.remove(template_id)
    assert not any(one.id for one in service.listed())
    service.remove(template_id, put_back=True)
    assert any(one.id for one in service.listed())


def test_a_template_needs_a_name(services, clinic):
    page = services.home_programs.start(clinic.iris)
    with pytest.raises(ValidationError, match="name"):
        saved(services, page, a_draft(page, "bear-walk"), " ")


def test_templates_that_fit_the_goals_are_offered_first(services, clinic):
    a_goal(services, clinic.maya, "Fastens 4 shirt buttons", skill_area="fine-motor")
    offered = services.home_programs.start(clinic.maya).templates
    assert len(offered) == templates.MOST_OFFERED
    assert "Buttons" in offered[0].name


def test_a_template_with_a_clash_is_not_offered(services, clinic):
    page = services.home_programs.start(clinic.iris)
    saved(services, page, a_draft(page, "peanut-butter-tongue-walk"))
    assert not any(one.id for one in services.home_programs.start(clinic.maya).templates)
