"""The home programs of one child, as the child's page shows them."""

from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from db.connection import close_database
from db.models.access import Audit
from db.models.home_programs import ReturnedChart
from ot_desktop.clock import today
from ot_desktop.home_programs import library
from tests.builders import an_empty_clinic
from tests.home_programs_given import given as give_program
from tests.paper_tray import PaperTray
from tests.reference_clinic import reference_clinic
from ui.change_bridge import ChangeBridge
from ui.home_programs.child_programs import ChartRow, ChildPrograms, PaperRow
from ui.home_programs.compare_dialog import CompareDialog
from ui.tasks import TaskRunner
from ui.widgets.card import Card


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    shiboken6.delete(owner)


@pytest.fixture
def tray(tmp_path):
    return PaperTray(tmp_path)


@pytest.fixture
def programs(qtbot, services, clinic, owner, tray):
    tasks = TaskRunner(owner)
    shown = ChildPrograms(
        services.home_programs, tasks, ChangeBridge(services.changes, owner), tray
    )
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show_child(clinic.maya)
    shown.show()
    yield shown
    tasks.stop()


def give(services, child_id, *keys, recipient=None, reason=""):
    page = services.home_programs.start(child_id)
    draft = page.draft
    for key in keys or ("bear-walk",):
        draft = page.added(draft, library.activity(key))
    return services.home_programs.issue(draft, recipient, reason)


def words(programs):
    """Return the heads of all cards."""
    return [card.title.text() for card in programs.findChildren(Card) if not card.isHidden()]


def paper_rows(programs):
    return [row for row in programs.findChildren(PaperRow) if row.isVisible()]


def test_a_child_without_a_program_says_so(programs):
    assert programs.empty.isVisible()


def test_a_given_program_appears_at_once(programs, services, clinic):
    give(services, clinic.maya)
    assert words(programs)[0].startswith("Today to ")


def test_only_the_newest_program_is_current(programs, services, clinic):
    give(services, clinic.maya)
    give(services, clinic.maya, "wall-push-game")
    current = [given.is_current for given in services.home_programs.of_child(clinic.maya)]
    assert current == [True, False]


def test_papers_say_to_whom_and_by_whom(programs, services, clinic):
    [mother] = services.caseload.banner(clinic.maya).caregivers
    give(services, clinic.maya, recipient=mother.id)
    name = paper_rows(programs)[0].print_button.accessibleName()
    assert "to Lucía Ortega, Today, by Rosalind Achebe" in name


def test_open_shows_the_stored_bytes(programs, services, clinic, tray, qtbot):
    given = give(services, clinic.maya)
    qtbot.mouseClick(paper_rows(programs)[0].open_button, Qt.MouseButton.LeftButton)
    [path] = tray.opened
    assert path.read_bytes() == given.pdf
    assert path.name == f"Maya-O_home-program_{today().isoformat()}.pdf"


def test_printing_again_is_logged(programs, services, clinic, tray, qtbot):
    give(services, clinic.maya)
    tray.has = True
    with qtbot.waitSignal(programs.reprinter.told, timeout=20_000):
        qtbot.mouseClick(paper_rows(programs)[0].print_button, Qt.MouseButton.LeftButton)
    assert len(tray.printed) == 1
    assert Audit.select().order_by(Audit.id.desc()).get().action == "printed papers again"


def test_a_new_program_is_asked_for_by_child(programs, clinic, qtbot):
    with qtbot.waitSignal(programs.build_wanted) as blocker:
        qtbot.mouseClick(programs.build_button, Qt.MouseButton.LeftButton)
    assert blocker.args == [clinic.maya]


def test_words_with_markup_are_plain_text(programs, services, clinic):
    page = services.home_programs.start(clinic.maya)
    draft = page.added(page.draft, library.activity("bear-walk")).worded(0, title="<b>x</b>")
    services.home_programs.issue(draft, reason="")
    [label] = [one for one in programs.findChildren(QLabel) if "<b>x</b>" in one.text()]
    assert label.textFormat() == Qt.TextFormat.PlainText


def a_week_ago(services, child_id):
    begun = today() - timedelta(days=7)
    return give_program(
        services, child_id, "bear-walk", starts_on=begun, chart_until=begun + timedelta(days=6)
    )


def test_a_returned_chart_is_entered_with_six_keys(programs, services, clinic, qtbot):
    """D, the days, Enter: at 0.28 s a key far less than 5 seconds."""
    a_week_ago(services, clinic.maya)
    keys = [Qt.Key.Key_D, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_7]
    programs.setFocus()
    for key in keys:
        qtbot.keyClick(programs.chart_entry or programs, key)
    qtbot.keyClick(programs.chart_entry, Qt.Key.Key_Return)
    [chart] = services.home_programs.charts.of_child(clinic.maya)
    begun = today() - timedelta(days=7)
    assert [(day - begun).days for day in chart.practiced] == [0, 1, 3, 6]
    assert programs.message_line.words.text() == ("Kept: practiced 4 of 7 days. Parent-reported.")
    assert (len(keys) + 1) * 0.28 < 5


def test_a_day_of_a_chart_is_ticked_with_a_click(programs, services, clinic, qtbot):
    a_week_ago(services, clinic.maya)
    [row] = programs.findChildren(ChartRow)
    qtbot.mouseClick(row.enter_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(programs.chart_entry.boxes[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(programs.chart_entry.keep_button, Qt.MouseButton.LeftButton)
    assert (
        "1 of 7 days, parent-reported"
        in programs.findChildren(ChartRow)[-1].findChild(QLabel).text()
    )


def test_leaving_a_chart_keeps_nothing(programs, services, clinic, qtbot):
    a_week_ago(services, clinic.maya)
    qtbot.keyClick(programs, Qt.Key.Key_D)
    qtbot.keyClick(programs.chart_entry, Qt.Key.Key_1)
    qtbot.keyClick(programs.chart_entry, Qt.Key.Key_Escape)
    assert programs.chart_entry is None
    assert ReturnedChart.select().count() == 0


def test_a_day_to_come_cannot_be_ticked(programs, services, clinic, qtbot):
    give_program(services, clinic.maya, "bear-walk")
    qtbot.keyClick(programs, Qt.Key.Key_D)
    qtbot.keyClick(programs.chart_entry, Qt.Key.Key_5)
    assert programs.chart_entry.ticked == ()


def test_two_versions_are_compared_beside_each_other(programs, services, clinic, qtbot):
    a_week_ago(services, clinic.maya)
    page = services.home_programs.start(clinic.maya)
    draft = page.added(page.draft, library.activity("bear-walk"))
    draft = page.added(draft, library.activity("wall-push-game"))
    draft = draft.worded(0, say="Slow paws").changed(0, minutes=4)
    services.home_programs.issue(draft)
    newest, before = services.home_programs.of_child(clinic.maya)
    dialog = CompareDialog(services.home_programs, newest, [before])
    qtbot.addWidget(dialog)
    found = {(each.about, each.what): (each.before, each.after) for each in dialog.found}
    assert found["Bear walk", "Words to say"] == ("Heavy hands, slow feet.", "Slow paws")
    assert found["Bear walk", "How long, how often"][1] == "4 min, 7 times a week"
    assert found["Wall push game", "Added"][0] == ""
    assert ("Bear walk", "Step 1") not in found


def test_the_same_program_given_twice_has_no_differences(services, clinic, qtbot):
    a_week_ago(services, clinic.maya)
    give_program(services, clinic.maya, "bear-walk")
    newest, before = services.home_programs.of_child(clinic.maya)
    dialog = CompareDialog(services.home_programs, newest, [before])
    qtbot.addWidget(dialog)
    assert dialog.found == ()
