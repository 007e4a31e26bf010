"""Keys and clicks a person needs: a whole summer solved and published, one more child placed."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from db import connection
from ot_desktop.clock import today
from ot_desktop.paths import ClinicFolder
from ot_desktop.programs.domain import ChildWishes, KindDraft, ProgramDraft, ProgramStatus, Wanted
from ot_desktop.programs.telling import How
from ot_desktop.settings.domain import Hours, TherapistDraft
from tests.at_work import AtWork, a_program
from tests.builders import a_child
from tests.clinics import OWNERS_PASSWORD, PASSWORD, ROSALIND, a_clinic_in
from tests.paper_tray import PaperTray
from tests.working_clinic import services_as
from ui.places import INTENSIVES, Place
from ui.programs.page import IntensivesPage
from ui.programs.step_rail import Step
from ui.theme import Scheme, install_theme

CHILDREN, SESSIONS, WEEKS = 24, 12, 6
MORNINGS = tuple(Hours(day, 8 * 60, 12 * 60) for day in range(5))
AFTERNOONS = tuple(Hours(day, 12 * 60, 17 * 60) for day in range(5))
QUICK = 3  # seconds; what the planner needs is not what a person does


class CountedHands:
    """Somebody whose keys and clicks are counted."""

    def __init__(self, me: AtWork) -> None:
        self.me = me
        self.keys = self.clicks = 0

    def press(self, keys: str) -> None:
        """Press a shortcut; a chord such as Ctrl K is one key more to hold, and counts as one."""
        self.keys += QKeySequence(keys).count()
        self.me.press(keys)

    def write(self, words: str) -> None:
        """Type words where the keyboard is."""
        self.keys += len(words)
        self.me.write(words)

    def click(self, widget: QWidget) -> None:
        """Click once."""
        self.clicks += 1
        self.me.click(widget)

    def click_at(self, widget: QWidget, at: QPoint) -> None:
        """Click once where something is painted."""
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)


@dataclass(frozen=True)
class Summer:
    """A clinic with an intensive of 24 children that nobody has planned yet."""

    folder: ClinicFolder
    program_id: int
    starts_on: date


@pytest.fixture
def summer(tmp_path, qapp):
    install_theme(qapp, Scheme.LIGHT)
    folder, _owner, _key = a_clinic_in(tmp_path)
    connection.close_database()
    services = services_as(folder, ROSALIND.name, OWNERS_PASSWORD)
    settings, programs = services.settings, services.programs
    for name in ("Ben Castellano", "Priya Raman", "Jonah Weiss", "Mei-Lin Zhao"):
        settings.add_therapist(TherapistDraft(name, "OTR/L"))
    settings.add_room("Kitchen", 4)
    clinic = settings.clinic()
    monday = today() + timedelta(days=28 - today().weekday())
    last = monday + timedelta(weeks=WEEKS, days=-3)
    program_id = programs.begin(ProgramDraft("Summer intensive", monday, last))
    rooms = tuple(room.id for room in clinic.rooms)
    people = tuple(one.id for one in clinic.therapists)
    kind = programs.put_kind(program_id, KindDraft("Fine motor", "fine-motor", 60, rooms, people))
    for number in range(CHILDREN):
        child_id = a_child(services, f"Iris {number}", family_name="Quill")
        wishes = ChildWishes(
            wanted=(Wanted(kind, SESSIONS, 10, 3),),
            can_come=MORNINGS if number % 2 else AFTERNOONS,
        )
        programs.children.agree(programs.children.add(program_id, child_id, wishes))
    connection.close_database()
    return Summer(folder, program_id, monday)


@pytest.fixture
def me(summer):
    with a_program(summer.folder) as me:
        me.sign_in("dan", PASSWORD)
        me.work.go(Place(INTENSIVES, summer.program_id))
        yield me


@pytest.fixture
def frame(me, tmp_path):
    frame = me.page(IntensivesPage).frame
    frame.pages.publish_page.print_card.run.output = PaperTray(tmp_path)
    control = frame.pages.solve_page.before.time_control
    control.add(str(QUICK), f"{QUICK} s")
    control.choose(str(QUICK))
    frame.go(Step.SOLVE)
    return frame


def dialog_button(me: AtWork, words: str) -> QAbstractButton:
    """Return a button of the dialog in front."""
    me.until(lambda: QApplication.activeModalWidget() is not None)
    return me.button(words, QApplication.activeModalWidget())


def papers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("family-schedules*.pdf"))


@pytest.mark.timeout(240)
def test_a_summer_is_solved_and_published_with_three_clicks(me, frame, summer, tmp_path):
    hands = CountedHands(me)
    programs = me.services.programs
    hands.click(frame.head.main_button)
    me.until(frame.head.publish_button.isVisible)
    hands.click(frame.head.publish_button)
    hands.click(dialog_button(me, "Publish and print"))
    me.until(lambda: papers(tmp_path))
    program = programs.program(summer.program_id)
    assert program.status is ProgramStatus.PUBLISHED
    assert programs.plans.measures(program.chosen_plan_id).children_placed == CHILDREN
    assert (hands.keys, hands.clicks) == (0, 3)


def published_and_told(me, frame, summer):
    """Publish the summer, and tell every family."""
    frame.head.main_button.click()
    me.until(frame.head.publish_button.isVisible)
    frame.head.publish_button.click()
    dialog_button(me, "Publish").click()
    programs = me.services.programs
    me.until(lambda: programs.program(summer.program_id).status is ProgramStatus.PUBLISHED)
    families = programs.publishing.families(summer.program_id)
    places = [place for each in families for place in each.program_child_ids]
    programs.publishing.mark_told(summer.program_id, places, How.PAPER)
    me.come_back()


@pytest.mark.timeout(240)
def test_a_new_child_has_twelve_times_on_paper_within_54_keys(me, frame, summer, tmp_path):
    """Budget 3: at most 54 keys and 4 clicks, from anywhere in the program."""
    published_and_told(me, frame, summer)
    programs, hands = me.services.programs, CountedHands(me)
    hands.press("Ctrl+K")
    hands.write("new int")
    hands.press("Return")
    page = frame.pages.children_page
    me.until(lambda: page.focusWidget() is page.add_row.name_edit)
    for words in ("Noa Lind", "030220", "5550142", "Eva"):
        hands.write(words)
        hands.press("Return" if words == "Eva" else "Tab")
    times = page.panel.form.times
    me.until(times.edit.hasFocus)
    hands.click(times.half_chips.chip("mornings"))
    hands.click(times.day_chips.chip("to_thursday"))
    hands.press("Ctrl+Return")
    me.until(lambda: bool(page.panel.proposals.buttons))
    hands.press("Return")
    hands.press("Ctrl+P")
    hands.click(dialog_button(me, "Publish and print"))
    me.until(lambda: papers(tmp_path))
    [noa] = [c for c in programs.children.of(summer.program_id) if c.given_name == "Noa"]
    assert len(me.services.scheduling.sessions_of(noa.child_id)) == SESSIONS
    assert hands.keys <= 54
    assert hands.clicks <= 4
