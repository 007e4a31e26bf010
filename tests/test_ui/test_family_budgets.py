"""Keys and clicks a person needs: an opened slot offered, a parent's phone call logged."""

import pytest

from db import connection
from ot_desktop.clock import today
from ot_desktop.messages.domain import CallOutcome
from tests.at_work import a_program
from tests.clinics import PASSWORD
from tests.talks import talks_in
from tests.test_ui.test_intensive_budgets import CountedHands
from tests.working_clinic import a_working_clinic
from ui.caseload.child_page import ChildPageView
from ui.messages.child_messages import ChildMessages
from ui.messages.page import MessagesPage
from ui.places import MESSAGES, WAITLIST, Place
from ui.theme import Scheme, install_theme
from ui.waitlist.page import WaitlistPage

SAID = "Mom can come on Thursdays at 3 from now on, dad brings him."


@pytest.fixture
def clinic(tmp_path, qapp):
    install_theme(qapp, Scheme.LIGHT)
    clinic = a_working_clinic(tmp_path)
    talks = talks_in(clinic)
    connection.close_database()
    return clinic, talks


@pytest.fixture
def me(clinic):
    with a_program(clinic[0].folder) as me:
        me.sign_in("dan", PASSWORD)
        yield me


def test_an_opened_slot_is_offered_and_booked_with_three_clicks(me, clinic):
    """Budget 9: Offer slot, the first match, Yes."""
    _, talks = clinic
    me.work.go(Place(WAITLIST))
    page, hands = me.page(WaitlistPage), CountedHands(me)
    me.until(lambda: page.slots.rows and page.slots.rows[0].offer_button.isEnabled())
    hands.click(page.slots.rows[0].offer_button)
    hands.click(page.offer_panel.choices[0])
    hands.click(page.offer_panel.yes_button)
    [session] = me.services.scheduling.sessions_of(talks.ada)
    assert session.starts == talks.opened.starts
    assert (hands.keys, hands.clicks) == (0, 3)


def test_another_page_offers_a_slot_with_the_same_clicks(me, clinic):
    """Budget 9 from Today: its own click opens the panel, two more book."""
    _, talks = clinic
    hands = CountedHands(me)
    me.work.screens.offer(talks.opened)
    page = me.page(WaitlistPage)
    hands.click(page.offer_panel.choices[0])
    hands.click(page.offer_panel.yes_button)
    assert len(me.services.scheduling.sessions_of(talks.ada)) == 1
    assert (hands.keys, hands.clicks) == (0, 2)


def test_a_parents_call_is_logged_with_69_keys_and_one_click(me, clinic):
    """Budget 12: find the child, L, the words, what came of it, Ctrl Enter."""
    working, _ = clinic
    hands = CountedHands(me)
    hands.press("Ctrl+K")
    hands.write("leo")
    hands.press("Return")
    me.page(ChildPageView)
    hands.press("L")
    panel = me.page(ChildMessages).log_panel
    hands.write(SAID)
    hands.click(panel.fields.outcome_chips.chip("reached"))
    hands.press("Ctrl+Return")
    message = me.services.messages.of_child(working.leo)[0]
    assert (message.said, message.outcome) == (SAID, CallOutcome.REACHED)
    assert message.at.astimezone().date() == today()
    assert hands.keys <= 69
    assert hands.clicks == 1


def test_the_sidebar_counts_who_waits_and_what_is_open(me):
    screens = me.work.sidebar._screens
    me.until(lambda: screens[WAITLIST]._count == "2")
    me.until(lambda: screens[MESSAGES]._count == "2")
    [question] = me.services.messages.open_questions()
    me.services.messages.settle(question.id)
    assert screens[MESSAGES]._count == "1"


def test_g_w_and_g_m_go_to_the_waitlist_and_the_messages(me):
    me.press("G, W")
    assert me.page(WaitlistPage).isVisible()
    me.press("G, M")
    assert me.page(MessagesPage).isVisible()
