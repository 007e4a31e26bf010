"""Keys and clicks from what was shown today, and from a template, to a printed home program."""

from datetime import datetime, time, timedelta

import pytest

from db import connection
from db.models.home_programs import IssuedPaper
from db.models.scheduling import Session
from ot_desktop.caseload.about_home import HomeLineDraft, HomeTopic
from ot_desktop.clock import today
from ot_desktop.notes.parent_part import CueWords, ShownToday, StrategyShown
from tests.at_work import a_program
from tests.clinics import PASSWORD
from tests.home_programs_given import told_in_note
from tests.paper_tray import PaperTray
from tests.test_ui.test_intensive_budgets import CountedHands
from tests.working_clinic import a_working_clinic, services_as
from ui.caseload.child_page import ChildPageView
from ui.home_programs.page import HomeProgramPage
from ui.notes.page import SessionNotePage
from ui.places import NOTE, Place
from ui.theme import Scheme, install_theme

KEY_S, POINT_S, CLICK_S, HAND_S, THINK_S = 0.28, 1.1, 0.2, 0.4, 1.2


class CountedTray(PaperTray):
    """The print dialog costs one click more: its OK."""

    def __init__(self, folder, hands):
        super().__init__(folder, has_printer=True)
        self.hands = hands

    def choose_printer(self, size):
        self.hands.clicks += 1
        return super().choose_printer(size)


@pytest.fixture
def clinic(tmp_path, qapp):
    install_theme(qapp, Scheme.LIGHT)
    clinic = a_working_clinic(tmp_path)
    services = services_as(clinic.folder, "Amara Okafor")
    line = HomeLineDraft(HomeTopic.MOTIVATORS, "Stickers with trains")
    services.about_home.tell(clinic.maya, line)
    connection.close_database()
    return clinic


@pytest.fixture
def me(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
        yield me


def a_visit_of_today(me, child_id):
    starts = datetime.combine(today(), time(0, 5))
    columns = {"starts": starts, "ends": starts + timedelta(hours=1), "zone": "UTC"}
    therapist = me.services.user.therapist_id
    return Session.insert(
        child=child_id, therapist=therapist, status="arrived", **columns
    ).execute()


def printed(me, page):
    me.until(lambda: page.desk.giver._output.printed)
    return IssuedPaper.select().order_by(IssuedPaper.id.desc()).get()


def test_what_was_shown_today_is_printed_with_four_clicks(me, clinic, tmp_path):
    """From the note: the child, Home program, Print, OK; the words that worked are in it."""
    visit = a_visit_of_today(me, clinic.maya)
    goal = me.services.caseload.banner(clinic.maya).goals[0]
    told_in_note(
        me.services,
        visit,
        shown=ShownToday((StrategyShown("Zip and unzip race"),)),
        cue_words=(CueWords("Thumb first.", goal.id),),
    )
    me.work.go(Place(NOTE, visit))
    note, hands = me.page(SessionNotePage), CountedHands(me)
    hands.click(note.head.child_button)
    hands.click(me.page(ChildPageView).home_program_button)
    page = me.page(HomeProgramPage)
    page.desk.giver._output = CountedTray(tmp_path, hands)
    hands.click(page.preview_panel.print_button)
    paper = printed(me, page)
    assert paper.child_id == clinic.maya
    [planned] = page.drafting.draft.activities
    assert (planned.activity.key, planned.changes.say) == ("zip-and-unzip-race", "Thumb first.")
    assert (hands.keys, hands.clicks) == (0, 4)


def test_a_template_is_made_this_childs_and_printed_within_budget_5(me, clinic, tmp_path):
    """H, a template, swap one activity, its minutes, a reward, Print, OK: 12 clicks at most."""
    me.work.open_child(clinic.maya)
    me.page(ChildPageView).setFocus()
    hands = CountedHands(me)
    hands.press("H")
    page = me.page(HomeProgramPage)
    page.desk.giver._output = CountedTray(tmp_path, hands)
    panel = page.program_panel
    hands.click(panel.empty.template_buttons[0])
    first = page.drafting.draft.keys[0]
    card_list = panel.card_list
    hands.click(card_list.cards[first].swap_button)
    menu = card_list.swap_menu
    hands.click_at(menu, menu.actionGeometry(menu.actions()[0]).center())
    swapped = page.drafting.draft.keys[0]
    less = card_list.cards[swapped].minutes_stepper.less_button
    me.until(less.isVisible)
    hands.click(less)
    hands.click(panel.reward_panel.idea_chips[0])
    hands.click(page.preview_panel.print_button)
    printed(me, page)
    draft = page.drafting.draft
    assert draft.reward.prize == "Stickers with trains"
    assert draft.keys == (swapped, *draft.keys[1:])
    assert swapped != first
    assert (hands.keys, hands.clicks) == (1, 7)
    acts = hands.clicks * (POINT_S + CLICK_S + THINK_S) + hands.keys * KEY_S + HAND_S
    assert acts <= 60
