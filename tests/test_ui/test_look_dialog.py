"""Choosing how a child looks in the drawings."""

import pytest

from db.connection import close_database
from ot_desktop.home_programs.drawing.looks import Aid, Hair
from ot_desktop.home_programs.drawing.own_look import HairColor, OwnLook, Skin
from tests.builders import a_child, an_empty_clinic
from ui.caseload.look_card import LookCard
from ui.caseload.look_dialog import LookDialog

MAYA = OwnLook(Skin.BROWN, Hair.CURLS, HairColor.BLACK, has_glasses=True, aid=Aid.WHEELCHAIR)


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def child(services):
    return services.caseload.banner(a_child(services))


@pytest.fixture
def dialog(services, child, qtbot):
    made = LookDialog(services.own_looks, child)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def card(services, child, qtbot):
    made = LookCard(services.own_looks, may_edit=True)
    qtbot.addWidget(made)
    made.show_child(child)
    return made


def test_a_chosen_look_is_kept(dialog, services, child):
    dialog.skin.choose(Skin.BROWN)
    dialog.hair.choose(Hair.CURLS)
    dialog.color.choose(HairColor.BLACK)
    dialog.glasses.setChecked(True)
    dialog.aid.choose(Aid.WHEELCHAIR)
    dialog.save_button.click()
    assert services.own_looks.of_child(child.id) == MAYA


def test_leaving_the_dialog_keeps_what_was(dialog, services, child):
    dialog.skin.choose(Skin.DARK)
    dialog.reject()
    assert services.own_looks.of_child(child.id) is None


def test_the_picture_says_every_choice(dialog):
    dialog.glasses.setChecked(True)
    dialog.aid.choose(Aid.WALKER)
    assert dialog.view.accessibleName() == "Skin: olive, hair: short, glasses, walker"


def test_under_a_scarf_no_hair_color_is_chosen(dialog):
    dialog.hair.choose(Hair.SCARF)
    assert not dialog.color.isEnabled()


def test_the_dialog_opens_with_the_look_the_child_has(services, child, qtbot):
    services.own_looks.choose(child.id, MAYA)
    dialog = LookDialog(services.own_looks, child)
    qtbot.addWidget(dialog)
    assert dialog.look == MAYA


def test_the_card_says_when_no_look_was_chosen(card):
    assert "children of their own" in card.words.text()
    assert card.view.isHidden()


def test_the_card_shows_the_look_and_takes_it_off(card, services, child):
    services.own_looks.choose(child.id, MAYA)
    card.show_child(child)
    assert not card.view.isHidden()
    card.forget_button.click()
    assert services.own_looks.of_child(child.id) is None
    assert card.view.isHidden()


def test_who_only_reads_is_offered_no_button(services, child, qtbot):
    card = LookCard(services.own_looks, may_edit=False)
    qtbot.addWidget(card)
    card.show_child(child)
    assert card.choose_button.isHidden()
