"""The papers of an intensive: for families, therapists, rooms and the front desk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot

from ot_desktop.home_programs.packets import Packet, print_packets
from ot_desktop.paper.page import Paper
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program, ProgramStatus
from ot_desktop.programs.telling import FamilyToTell
from ot_desktop.progress import Progress
from ot_desktop.scheduling.paper import print_family_calendars, print_listings
from ot_desktop.services import Services
from ui.shared.paper_run import PaperRun
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import CheckBox
from ui.widgets.label import label
from ui.widgets.progress_card import ProgressCard

WIDTH = 280


class PrintCard(Card):
    """``told`` carries a sentence for the toast; ``refused`` one for the page, or nothing."""

    told = Signal(str, object)
    refused = Signal(str)

    def __init__(self, services: Services, tasks: TaskRunner) -> None:
        super().__init__(self.tr("Papers"))
        self._services = services
        self.run = PaperRun(services.settings, tasks, self)
        self._program: Program | None = None
        self._families: Sequence[FamilyToTell] = ()
        self._build()
        self.run.told.connect(self.told)
        self.run.refused.connect(self.refused)
        self.run.busy_changed.connect(self._show_busy)
        theme().changed.connect(self._fit)
        self._fit()

    def show_program(self, program: Program, families: Sequence[FamilyToTell]) -> None:
        """Offer what can be printed."""
        self._program, self._families = program, families
        changed = len(self._to_tell())
        words = self.tr("Families to be told ({0})").format(changed)
        self.changed_button.setText(words if changed else self.tr("Families to be told"))
        self.changed_button.setEnabled(bool(changed) and self._is_published)
        for button in (self.all_button, self.packets_button, *self._staff_buttons):
            button.setEnabled(self._is_published)
        hint = "" if self._is_published else self.tr("Publish first, then print.")
        self.hint_label.setText(hint)
        self.hint_label.setVisible(bool(hint))

    @property
    def _is_published(self) -> bool:
        return self._program is not None and self._program.status is ProgramStatus.PUBLISHED

    @Slot()
    def print_changed(self) -> None:
        """Print the schedules of the families that have to be told."""
        families = self._to_tell()
        if families:
            self._print_families(families)
        else:
            self.told.emit(self.tr("Every family was told. Nothing is to be printed."), None)

    @Slot()
    def print_packets(self) -> None:
        """Print every family's home program, practice chart and schedule in one file."""
        packets, program = self._services.family_packets, self._program
        if program is None:
            return
        gather = partial(packets.gather, program.id, self._families)
        gray = partial(Paper, is_gray=self.gray_box.isChecked())
        self.run.print(gather, _draw_packets, "family-packets", look=gray, watched=True)

    @Slot()
    def print_all(self) -> None:
        """Print every family's schedule."""
        self._print_families(self._families)

    def _print_families(self, families: Sequence[FamilyToTell]) -> None:
        papers, program = self._services.programs.papers, self._program
        if program is None:
            return
        gather = partial(papers.families, program.id, families)
        gray = partial(Paper, is_gray=self.gray_box.isChecked())
        self.run.print(gather, print_family_calendars, "family-schedules", look=gray)

    def _print_listings(self, kind: str) -> None:
        papers, program = self._services.programs.papers, self._program
        if program is None:
            return
        gather = {
            "therapist-weeks": papers.therapists,
            "room-weeks": papers.rooms,
            "master-list": papers.everybody,
        }[kind]
        gray = partial(Paper, is_gray=self.gray_box.isChecked())
        self.run.print(partial(gather, program.id), print_listings, kind, look=gray)

    @Slot(bool)
    def _show_busy(self, busy: bool) -> None:  # noqa: FBT001  (Qt's signal)
        for button in (
            *(self.changed_button, self.all_button, self.packets_button),
            *self._staff_buttons,
        ):
            button.setEnabled(not busy)
        if busy:
            self.progress_card.start()
        else:
            self.progress_card.finish()
        if not busy and self._program is not None:
            self.show_program(self._program, self._families)

    def _to_tell(self) -> list[FamilyToTell]:
        return [each for each in self._families if each.has_to_be_told and each.sessions]

    def _build(self) -> None:
        self.hint_label = label("", "small", "text-2", wrap=True)
        self.changed_button = Button(self.tr("Families to be told"), icon="printer")
        self.all_button = Button(self.tr("All families"), icon="printer")
        self.packets_button = Button(self.tr("Family packets"), icon="printer")
        self.packets_button.setToolTip(
            self.tr("Home program, practice chart and schedule of every family, in one file")
        )
        if not self._services.user.may(Permission.PRINT_HOME_PROGRAM):
            self.packets_button.hide()
        self.progress_card = ProgressCard(self.tr("Making the papers"), framed=False)
        self.progress_card.hide()
        self._staff_buttons: list[Button] = []
        self.gray_box = CheckBox(self.tr("For a gray printer"))
        self.body.addWidget(self.hint_label)
        self.body.addWidget(label(self.tr("Schedules for families"), "small", "text-2"))
        for button in (self.changed_button, self.all_button, self.packets_button):
            self.body.addWidget(button)
        self.body.addWidget(label(self.tr("For colleagues"), "small", "text-2"))
        for words, kind in (
            (self.tr("Therapists’ weeks"), "therapist-weeks"),
            (self.tr("Rooms’ weeks"), "room-weeks"),
            (self.tr("Master list"), "master-list"),
        ):
            button = Button(words, icon="printer")
            button.clicked.connect(partial(self._print_listings, kind))
            self._staff_buttons.append(button)
            self.body.addWidget(button)
        self.body.addWidget(self.gray_box)
        self.body.addWidget(self.progress_card)
        self.progress_card.cancelled.connect(self.run.cancel)
        self.run.progressed.connect(self.progress_card.show_percent)
        self.packets_button.clicked.connect(self.print_packets)
        self.changed_button.clicked.connect(self.print_changed)
        self.all_button.clicked.connect(self.print_all)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))


def _draw_packets(packets: Sequence[Packet], paper: Paper, progress: Progress) -> bytes:
    return print_packets(packets, paper, progress) or b""  # what was canceled goes nowhere
