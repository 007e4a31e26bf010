"""Solving a published intensive again on screen: the price first, then taken or left."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.intensive_screen import a_screen
from tests.test_ot_desktop.test_programs_mending import (  # noqa: F401  (fixtures)
    ana_is_away,
    anas,
    published,
    summer,
)
from ui.programs.step_rail import Step

PATIENCE_MS = 30_000


@pytest.fixture
def screen(summer, published, qtbot):  # noqa: F811
    ana_is_away(summer, 0)
    with a_screen(summer.services, qtbot, summer.id) as screen:
        screen.frame.go(Step.SOLVE)
        yield screen


@pytest.fixture
def page(screen):
    return screen.frame.pages.solve_page


def wait(page, qtbot):
    qtbot.waitUntil(lambda: not page.run.is_running, timeout=PATIENCE_MS)


@pytest.fixture
def priced(page, qtbot):
    page.solve()
    wait(page, qtbot)
    return page


def words(card):
    return " | ".join(each.text() for each in card.findChildren(QLabel) if each.isVisibleTo(card))


def chosen(summer):  # noqa: F811
    return summer.programs.program(summer.id).chosen_plan_id


def test_the_price_is_shown_and_nothing_is_taken_yet(priced, summer, published):  # noqa: F811
    card = priced.price_card
    assert card.isVisible()
    assert card.words_label.text() == "Nobody moves. 2 sessions stay."
    assert "Maya Ortega, Mon, Jun 7, 9:00" in words(card)
    assert "Could be made up: Mon, Jun 14, 9:00 with Ana, Feeding" in words(card)
    assert chosen(summer) == published


def test_the_big_button_takes_it(priced, screen, summer, published):  # noqa: F811
    assert screen.frame.head.main_button.text() == "Take it"
    screen.frame.head.main_button.click()
    assert chosen(summer) != published
    assert not priced.price_card.isVisible()


def test_taking_it_can_be_undone(priced, screen, summer, published):  # noqa: F811
    priced.price_card.take_button.click()
    screen.undo()
    assert chosen(summer) == published


def test_leaving_it_keeps_the_plan_as_it_is(priced, summer, published):  # noqa: F811
    priced.price_card.leave_button.click()
    assert chosen(summer) == published
    assert not priced.price_card.isVisible()


def test_looking_again_may_move_as_many_families_as_said(priced, qtbot):
    card = priced.price_card
    card.families_stepper.set_value(1)
    card.again_button.click()
    wait(priced, qtbot)
    assert card.words_label.text() == "1 family has to move and 1 makes room. 1 session stays."
    assert "Owen Park | makes room" in words(card)


def test_where_everything_can_stay_that_is_all_that_is_said(summer, published, qtbot):  # noqa: F811
    with a_screen(summer.services, qtbot, summer.id) as screen:
        screen.frame.go(Step.SOLVE)
        page = screen.frame.pages.solve_page
        page.solve()
        wait(page, qtbot)
        assert screen.sentence == "Everything can stay as it is."
        assert not page.price_card.isVisible()
