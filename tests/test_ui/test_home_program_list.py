"""The home programs of one child, as the child's page shows them."""

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from db.connection import close_database
from db.models.access import Audit
from ot_desktop.clock import today
from ot_desktop.home_programs import library
from tests.builders import an_empty_clinic
from tests.paper_tray import PaperTray
from tests.reference_clinic import reference_clinic
from ui.change_bridge import ChangeBridge
from ui.home_programs.child_programs import ChildPrograms, PaperRow
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
