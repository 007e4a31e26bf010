"""The papers of an intensive on its last step: printed where there is a printer, else kept."""

from dataclasses import replace

import pytest

from db.connection import close_database
from ot_desktop.home_programs import library
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.an_intensive import MORNINGS, an_intensive
from tests.builders import a_user
from tests.intensive_screen import a_screen, the_dialog
from tests.paper_text import text_of
from tests.paper_tray import PaperTray
from ui.programs.step_rail import Step


@pytest.fixture
def screen(qtbot, tmp_path):
    intensive = an_intensive()
    maya = intensive.child(intensive.clinic.maya, can_come=MORNINGS)
    intensive.a_plan((maya, intensive.at(0, 9)), (maya, intensive.at(1, 9)))
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        screen.frame.go(Step.PUBLISH)
        screen.card = screen.frame.pages.publish_page.print_card
        screen.card.run.output = PaperTray(tmp_path)
        yield screen
    close_database()


def publish(screen):
    screen.frame.head.publish_button.click()
    dialog = the_dialog()
    dialog.reason_edit.setText("Agreed with the family")
    dialog.take("publish")
    screen.frame.go(Step.PUBLISH)


def button(screen, words):
    return next(
        each
        for each in screen.card.findChildren(type(screen.card.all_button))
        if each.text().startswith(words)
    )


def kept(screen, qtbot, words):
    """Click a button of the card and return the text of the file it kept."""
    tray = screen.card.run.output
    before = len(tray.opened)
    button(screen, words).click()
    qtbot.waitUntil(lambda: len(tray.opened) > before, timeout=20_000)
    return text_of(tray.opened[-1].read_bytes())


def test_nothing_is_offered_before_it_is_published(screen):
    assert not screen.card.all_button.isEnabled()
    assert screen.card.hint_label.text() == "Publish first, then print."


def test_the_familys_calendar_is_kept_as_a_file_and_opened(screen, qtbot):
    publish(screen)
    text = kept(screen, qtbot, "All families")
    assert "Maya’s summer visits" in text
    assert text.count("9:00 AM") == 2


@pytest.mark.parametrize(
    ("words", "line"),
    [("Therapists", "Ana Ruiz"), ("Rooms", "Sensory Gym"), ("Master", "Maya Ortega, 2 sessions")],
)
def test_colleagues_get_their_lists(screen, qtbot, words, line):
    publish(screen)
    assert line in kept(screen, qtbot, words)


def test_a_printer_gets_the_pages(screen, qtbot):
    publish(screen)
    tray = screen.card.run.output
    tray.has = True
    button(screen, "All families").click()
    qtbot.waitUntil(lambda: bool(tray.printed), timeout=20_000)
    assert len(tray.printed[0]) == 1
    assert tray.opened == []


def test_backing_out_of_the_print_dialog_prints_nothing(screen, qtbot):
    publish(screen)
    tray = screen.card.run.output
    tray.has, tray.backs_out = True, True
    button(screen, "All families").click()
    assert tray.printed == []
    assert screen.card.all_button.isEnabled()


def test_only_families_that_have_to_be_told_are_counted(screen):
    publish(screen)
    assert screen.card.changed_button.text() == "Families to be told (1)"


def test_a_packet_holds_the_home_program_the_chart_and_the_schedule(screen, qtbot):
    publish(screen)
    give_a_program(screen)
    text = kept(screen, qtbot, "Family packets")
    bear_walk = library.activity("bear-walk").words["en"].title
    parts = ("Maya’s home plan", bear_walk, "Maya’s practice chart", "Maya’s summer visits")
    places = [text.index(words) for words in parts]
    assert places == sorted(places)


def test_a_packet_names_who_treats_the_child_and_replaces_nothing(screen, qtbot):
    publish(screen)
    give_a_program(screen)
    text = kept(screen, qtbot, "Family packets")
    assert "Made for you by Ana" in text
    assert "Replaces" not in text


def test_a_packet_is_in_one_language(screen, qtbot):
    publish(screen)
    give_a_program(screen, language="es")
    text = kept(screen, qtbot, "Family packets")
    assert "Tabla de práctica de Maya" in text
    assert "Citas de verano de Maya" in text
    assert "Maya’s summer visits" not in text


def test_a_family_without_a_home_program_gets_its_schedule(screen, qtbot):
    publish(screen)
    assert kept(screen, qtbot, "Family packets").startswith("Maya’s summer visits")


def test_canceled_packets_leave_no_file(screen, qtbot):
    publish(screen)
    give_a_program(screen)
    card = screen.card
    card.packets_button.click()
    card.progress_card.cancel_button.click()
    assert card.packets_button.isEnabled()
    text = kept(screen, qtbot, "All families")
    assert "Bear walk" not in text
    assert len(card.run.output.opened) == 1


def give_a_program(screen, language="en"):
    """Give Maya's family a home program of one activity."""
    child_id = screen.card._families[0].child_ids[0]
    programs = services_for(a_user(Role.OWNER, "Ros Owner")).home_programs
    page = programs.start(child_id)
    draft = page.added(page.draft, library.activity("bear-walk"))
    draft = replace(draft, choice=replace(draft.choice, language=language))
    programs.issue(draft, reason="as agreed")
