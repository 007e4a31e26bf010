"""The parent's half of a note on screen: who, days since last time, shown to whom, about home."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow

from db.connection import close_database
from db.models.scheduling import Interpreter, Session
from ot_desktop.caseload.about_home import HomeLineDraft, HomeTopic
from ot_desktop.notes.parent_part import (
    ActivityReport,
    AtHome,
    HomeReport,
    Outcome,
    ParentHelp,
    ShownHow,
)
from tests.note_answers import Answers
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    an_issued_program,
    complete,
    mateo,
    notes_of,
    yesterday_at,
)
from ui.caseload.family_tab import FamilyTab
from ui.notes.action_banner import ActionBanner
from ui.notes.choice_bar import ChoiceBar
from ui.notes.page import SessionNotePage
from ui.theme import Scheme, install_theme

TITLES = ("Coin bank", "Shirt buttons", "Bear walk")


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    found = mateo(services)
    a_goal(services, found)
    an_issued_program(services, found, yesterday_at(9).date() - timedelta(days=8), TITLES)
    return found


@pytest.fixture
def open_page(qtbot, qapp, services):
    install_theme(qapp, Scheme.LIGHT)

    def open_one(session_id):
        window = QMainWindow()
        page = SessionNotePage(notes_of(services), Answers(PASSWORD))
        page.around = window
        page.beside.serve(services, None)
        window.setCentralWidget(page)
        qtbot.addWidget(window)
        window.resize(1310, 900)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        page.open_note(session_id)
        QApplication.processEvents()
        return page

    return open_one


@pytest.fixture
def page(services, child, open_page):
    return open_page(a_visit(services, child))


def chips(page):
    return {one.person.name: one.chip for one in page.editor.parent_column.who._candidates}


def test_the_interpreter_booked_for_the_visit_is_on_the_list(services, child, open_page):
    interpreter = Interpreter.insert(name="Sol Marín", languages="Spanish", is_adult=True).execute()
    visit = a_visit(services, child)
    Session.update(interpreter=interpreter).where(Session.id == visit).execute()
    page = open_page(visit)
    for name in ("Sol Marín", "Lucía Alvarez"):
        chips(page)[name].click()
    told = page.told().parent
    assert {person.name: person.is_interpreter for person in told.who.people} == {
        "Lucía Alvarez": False,
        "Sol Marín": True,
    }
    assert list(page.editor.parent_column.home._reports) == ["Lucía Alvarez"]


def test_a_grandmother_typed_by_name_can_report_and_be_shown(page):
    page.editor.parent_column.who.add_chip.added.emit("Carmen Reyes")
    assert "Carmen Reyes" in page.editor.parent_column.home._reports
    assert page.editor.parent_column.shown._here == ("Carmen Reyes",)


@pytest.fixture
def twice_too_hard(services, child):
    """The bear walk was too hard in the windows before two visits."""
    hard = ActivityReport("Bear walk", days=1, outcomes=(Outcome.TOO_HARD,))
    said = AtHome((HomeReport("Lucía Alvarez", activities=(hard,)),))

    def change(content):
        whole = complete(content)
        return replace(whole, parent=replace(whole.parent, at_home=said))

    for days in (6, 4):
        a_signed_note(services, a_visit(services, child, yesterday_at(10) - timedelta(days=days)),
                      change)  # fmt: skip


def proposals(page):
    shown = page.editor.parent_column.home.easier
    return [each.accessibleName() for each in shown.findChildren(ActionBanner)
            if each.isVisibleTo(page)]  # fmt: skip


def bear_walk(page):
    return next(
        row for row in page.editor.parent_column.home.rows if row._told.title == "Bear walk"
    )


def test_the_third_time_too_hard_proposes_the_easier_version_in_the_note(
    services, child, twice_too_hard, open_page
):
    page = open_page(a_visit(services, child))
    page.editor.parent_column.home.easier.way = lambda _child, slug: f"Crawl instead of {slug}."
    assert proposals(page) == []
    QTest.keyClicks(bear_walk(page), "h")
    assert proposals(page) == [
        "Bear walk: too hard 3 times. Easier version: Crawl instead of bear-walk."
    ]
    QTest.keyClicks(bear_walk(page), "h")
    assert proposals(page) == []


def test_a_proposed_easier_version_goes_into_the_plan_with_one_click(
    services, child, twice_too_hard, open_page
):
    page = open_page(a_visit(services, child))
    QTest.keyClicks(bear_walk(page), "h")
    [banner] = page.editor.parent_column.home.easier.findChildren(ActionBanner)
    page.editor.session.plan.text_area.setPlainText("Button 4")
    for _ in range(2):
        banner.button.click()
    assert page.told().session.plan == ("Button 4", "Easier version of Bear walk")


def test_the_family_does_not_read_the_proposal_alone(services, child, twice_too_hard, open_page):
    page = open_page(a_visit(services, child))
    QTest.keyClicks(bear_walk(page), "h")
    page.editor.parent_column.speak_plainly(on=True)
    assert proposals(page) == []


def test_two_weeks_since_the_last_visit_are_asked_about_in_whole(services, child, open_page):
    a_visit(services, child, yesterday_at(10) - timedelta(days=14), status="held")
    page = open_page(a_visit(services, child))
    home = page.editor.parent_column.home
    assert len(home.day_ticks.findChildren(QAbstractButton)) == 14
    home.day_ticks.findChildren(QAbstractButton)[0].click()
    assert home.hint.text().startswith("1 of 14 days since ")
    row = home.rows[0]
    QTest.keyClicks(row, "1")
    QTest.keyClicks(row, "2")
    assert row.told().days == 12
    QTest.keyClicks(row, "9")
    assert row.told().days == 9
    assert page.told().parent.at_home.days == 14


def test_only_the_days_since_the_last_visit_are_asked_about(services, child, open_page):
    a_visit(services, child, yesterday_at(10) - timedelta(days=2), status="held")
    page = open_page(a_visit(services, child))
    row = page.editor.parent_column.home.rows[0]
    assert [key for key, _ in row.days_bar._options] == ["0", "1", "2"]
    QTest.keyClicks(row, "5")
    assert row.told().days is None
    QTest.keyClicks(row, "2")
    assert row.told().days == 2
    assert page.told().parent.at_home.days == 2


def two_caregivers(page):
    for name in ("Lucía Alvarez", "Daniel Alvarez"):
        chips(page)[name].click()
    page.editor.parent_column.shown._chips["Coin bank"].click()
    return page.editor.parent_column.shown


def test_with_one_caregiver_nobody_has_to_be_told_apart(page):
    chips(page)["Lucía Alvarez"].click()
    page.editor.parent_column.shown._chips["Coin bank"].click()
    [row] = page.editor.parent_column.shown.rows
    assert row.split_button.isHidden()


def test_two_caregivers_are_told_apart_with_one_key(page):
    shown = two_caregivers(page)
    QTest.keyClicks(shown.rows[0], "std")
    first, second = shown.rows
    QTest.keyClicks(first, "1")
    QTest.keyClicks(second, "3")
    told = page.told().parent.shown.strategies
    assert [(one.to, one.parent_help) for one in told] == [
        ("Lucía Alvarez", ParentHelp.ALONE),
        ("Daniel Alvarez", ParentHelp.MODEL),
    ]
    assert told[1].how == (ShownHow.DEMONSTRATED, ShownHow.TRIED)


def test_a_caregiver_who_was_shown_nothing_after_all_is_left_out(page):
    shown = two_caregivers(page)
    QTest.keyClicks(shown.rows[0], "d")
    QTest.keyClicks(shown.rows[1], "st2")
    assert [one.to for one in page.told().parent.shown.strategies] == ["Daniel Alvarez"]


def test_a_note_told_apart_is_shown_so_again(services, page, child):
    shown = two_caregivers(page)
    QTest.keyClicks(shown.rows[0], "st1d")
    assert page.flush()
    page.open_note(page.session_id)
    assert [row.told().to for row in page.editor.parent_column.shown.rows] == [
        "Lucía Alvarez",
        "Daniel Alvarez",
    ]


class Mouse:
    """Clicks, and counts the clicks."""

    def __init__(self):
        self.clicks = 0

    def click(self, widget, where=None):
        self.clicks += 1
        at = where or widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
        QApplication.processEvents()

    def choose(self, bar: ChoiceBar, key):
        place = [each for each, _ in bar._options].index(key)
        self.click(bar, QPoint(round(bar._part(place).center().x()), bar.height() // 2))

    def choose_in_menu(self, menu, words):
        action = next(each for each in menu.actions() if each.text().startswith(words))
        self.click(menu, menu.actionGeometry(action).center())


def test_three_activities_and_two_strategies_take_at_most_twenty_clicks(page):
    mouse, column = Mouse(), page.editor.parent_column
    mouse.click(chips(page)["Lucía Alvarez"])
    answers = (("5", "Went well"), ("4", "Went well"), ("1", "No time"))
    for row, (days, how) in zip(column.home.rows, answers, strict=True):
        mouse.choose(row.days_bar, days)
        mouse.click(row.how_chip)
        mouse.choose_in_menu(row.menu, how)
    for title, how, needed in (
        ("Coin bank", ShownHow.TRIED, ParentHelp.WORDS),
        ("Shirt buttons", ShownHow.TAUGHT_BACK, ParentHelp.ALONE),
    ):
        mouse.click(column.shown._chips[title])
        row = column.shown._rows[title][0]
        mouse.click(row.how_chips.chip(how))
        mouse.choose(row.help_bar, needed)
    told = page.told().parent
    assert [(one.days, one.outcomes) for one in told.at_home.reports[0].activities] == [
        (5, (Outcome.WENT_WELL,)),
        (4, (Outcome.WENT_WELL,)),
        (1, (Outcome.NO_TIME,)),
    ]
    assert [one.parent_help for one in told.shown.strategies] == [
        ParentHelp.WORDS,
        ParentHelp.ALONE,
    ]
    assert mouse.clicks <= 20


def test_about_home_is_one_key_away_and_esc_gives_the_keyboard_back(services, child, page):
    services.about_home.tell(child, HomeLineDraft(HomeTopic.MOTIVATORS, "Loves trains", "Lucía"))
    before = QApplication.focusWidget()
    QTest.keyClick(before, Qt.Key.Key_F7)
    sheet = page.beside.sheet
    assert sheet.isVisible()
    assert "Loves trains" in [each.text() for each in sheet.findChildren(QLabel)]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is before


def test_a_line_about_home_is_added_beside_the_note(services, child, page):
    page.beside.turn_sheet()
    about = page.beside.sheet.about
    about.add_button.click()
    assert about.problem.text() == "Write what the family told."
    QTest.keyClicks(about.words_area, "Bath is at 7")
    about.add_button.click()
    [line] = services.about_home.of_child(child)
    assert (line.words, line.said_by) == ("Bath is at 7", "Lucía Alvarez (mother)")
    assert about.words_area.toPlainText() == ""


def test_the_family_tab_says_who_is_trained_and_what_was_told_of_home(services, child, qtbot, qapp):
    install_theme(qapp, Scheme.LIGHT)
    a_signed_note(services, a_visit(services, child))
    services.about_home.tell(child, HomeLineDraft(HomeTopic.SIBLINGS, "A baby", "Lucía"))
    tab = FamilyTab(services)
    qtbot.addWidget(tab)
    tab.show_child(services.caseload.banner(child))
    tab.show()
    words = [each.text() for each in tab.side.findChildren(QLabel)]
    assert "Coin bank" in words
    assert "A baby" in words


def test_a_line_taken_off_can_be_put_back(services, child, qtbot, qapp):
    install_theme(qapp, Scheme.LIGHT)
    services.about_home.tell(child, HomeLineDraft(HomeTopic.SIBLINGS, "A baby", "Lucía"))
    tab = FamilyTab(services)
    qtbot.addWidget(tab)
    tab.show_child(services.caseload.banner(child))
    about = tab.side.about
    [line] = services.about_home.of_child(child)
    about.lines.take_off_wanted.emit(line)
    assert services.about_home.of_child(child) == ()
    assert about.notice.words.text() == "Taken off: A baby"
    about.notice.button.click()
    assert len(services.about_home.of_child(child)) == 1
    assert about.notice.isHidden()
