"""A child's own look in the drawings: chosen once, printed from then on, never in old papers."""

from dataclasses import replace

import pytest

from db.connection import close_database
from ot_desktop.errors import NotAllowed
from ot_desktop.home_programs import library
from ot_desktop.home_programs.drawing import scenes
from ot_desktop.home_programs.drawing.aids import STEEL
from ot_desktop.home_programs.drawing.looks import Aid, Hair
from ot_desktop.home_programs.drawing.own_look import SKINS, HairColor, OwnLook, Skin
from ot_desktop.permissions import Role
from tests.builders import a_child, an_empty_clinic
from tests.note_builders import signed_in

MAYA = OwnLook(Skin.BROWN, Hair.CURLS, HairColor.BLACK, has_glasses=True, aid=Aid.WHEELCHAIR)
BEAR_WALK = library.activity("bear-walk")
HEAVY_BAG = library.activity("heavy-bag-helper")


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def child(services):
    return a_child(services)


def a_draft(services, child):
    page = services.home_programs.start(child)
    return page.added(page.draft, HEAVY_BAG)


def test_a_child_has_the_drawings_own_children_until_a_look_is_chosen(services, child):
    assert services.own_looks.of_child(child) is None


def test_a_look_is_kept_for_its_child(services, child):
    services.own_looks.choose(child, MAYA)
    assert services.own_looks.of_child(child) == MAYA
    assert services.own_looks.of_child(a_child(services)) is None


def test_a_new_look_takes_the_place_of_the_one_before(services, child):
    services.own_looks.choose(child, MAYA)
    services.own_looks.choose(child, replace(MAYA, aid=None))
    assert services.own_looks.of_child(child) == replace(MAYA, aid=None)


def test_a_look_can_be_given_up(services, child):
    services.own_looks.choose(child, MAYA)
    services.own_looks.forget(child)
    assert services.own_looks.of_child(child) is None


def test_papers_show_the_child_as_chosen(services, child):
    draft = a_draft(services, child)
    before = services.home_programs.papers(draft)
    services.own_looks.choose(child, MAYA)
    assert services.home_programs.papers(draft) != before


def test_papers_given_before_a_look_was_chosen_stay_the_same_bytes(services, child):
    given = services.home_programs.issue(a_draft(services, child))
    services.own_looks.choose(child, MAYA)
    assert services.home_programs.reprint(given.id).pdf == given.pdf


def test_the_front_desk_does_not_choose_looks(services, child):
    desk = signed_in(Role.FRONT_DESK)
    with pytest.raises(NotAllowed):
        desk.own_looks.choose(child, MAYA)


@pytest.mark.parametrize("key", scenes.SCENES)
def test_every_drawing_can_show_the_child_as_chosen(key):
    assert SKINS[Skin.BROWN][0] in scenes.draw_own(key, MAYA)


def test_a_child_who_rolls_is_drawn_in_the_wheelchair_where_others_stand():
    assert STEEL not in scenes.draw_own("listening-walk", replace(MAYA, aid=None))
    assert STEEL in scenes.draw_own("listening-walk", MAYA)
