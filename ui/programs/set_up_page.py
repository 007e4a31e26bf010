"""Step 1: six cards, filled in from last summer; what is typed is kept after a short quiet."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program, ProgramDraft, Rule, RuleChoice
from ot_desktop.scheduling.facts import TimeOff
from ot_desktop.services import Services
from ot_desktop.settings.domain import Clinic, ClosedDay
from ot_desktop.settings.holidays import holidays_between
from ui.programs.check_panel import CheckPanel
from ui.programs.dose_card import DoseCard
from ui.programs.kinds_card import KindsCard
from ui.programs.rooms_card import RoomsCard
from ui.programs.rules_card import RulesCard
from ui.programs.set_up_deeds import SetUpDeeds
from ui.programs.step_page import StepPage
from ui.programs.team_card import TeamCard
from ui.programs.when_card import WhenCard
from ui.theme import theme
from ui.widgets.field import FormProblems
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scroller

QUIET_MS = 800
CHECK_MS = 60
TWO_COLUMNS_FROM = 760
_GAP = 12

CardMade = TypeVar("CardMade", DoseCard, RulesCard)


class SetUpPage(StepPage):
    """``saved`` comes after what was typed is kept."""

    saved = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._program: Program | None = None
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self._shown: tuple[Program, Clinic, tuple[TimeOff, ...]] | None = None
        self._waiting: list[Callable[[], object]] = []
        self.deeds = SetUpDeeds(services, self)
        self._make()
        self._build()
        self._connect()

    def show_program(self, program: Program) -> None:
        """Show what is saved; what is being typed is left alone."""
        is_another = self._program is None or self._program.id != program.id
        before = self._program
        is_typing = before is not None and self.draft(before) != _draft(before)
        self._program = program
        self.deeds.program = program
        if is_another or not is_typing:
            self._fill(program)
        clinic = self._services.settings.clinic()
        time_off = self._services.time_off.between(program.starts_on, program.ends_on)
        self.when_card.show_closed(program.closed, self._holidays(program))
        self._show_rest((program, clinic, time_off))
        self._check_soon.start()

    def _show_rest(self, shown: tuple[Program, Clinic, tuple[TimeOff, ...]]) -> None:
        """Show what the second column says; the first time card by card, after the page is seen."""
        if shown == self._shown:
            return
        is_first, self._shown = self._shown is None, shown
        is_whole = self._is_made("rules_card")
        program, clinic, time_off = shown
        first = (partial(self._fill_dose, program), partial(self._fill_rules, program))
        paint = self._area.setUpdatesEnabled  # once: cards would squeeze one another meanwhile
        self._waiting = [
            partial(paint, not is_first),
            *(() if is_whole else first),
            partial(self.kinds_card.show_kinds, program, clinic),
            partial(self.team_card.show_team, program, clinic, time_off),
            partial(self.rooms_card.show_rooms, clinic, time_off),
            self._columns.activate,
            partial(paint, True),  # noqa: FBT003  (Qt's signature)
        ]
        if is_first:
            self._rest_soon.start()
        else:
            self.fill()

    @Slot()
    def _fill_one(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
            self._rest_soon.start()

    def fill(self) -> None:
        """Show at once what would be shown a moment later."""
        while self._waiting:
            self._waiting.pop(0)()

    def draft(self, program: Program) -> ProgramDraft:
        """Return what is typed and chosen now; what is not shown yet is as it was saved."""
        return ProgramDraft(
            self.when_card.name_edit.text().strip(),
            *self.when_card.dates(),
            dose=self.dose_card.dose() if self._is_made("dose_card") else program.dose,
            rules=self.rules_card.rules() if self._is_made("rules_card") else _rules(program),
        )

    # What of the first column comes a moment after the page is seen.

    @cached_property
    def dose_card(self) -> DoseCard:
        """What each child gets."""
        return self._put_in(DoseCard(), 1)

    @cached_property
    def rules_card(self) -> RulesCard:
        """How much each rule matters."""
        return self._put_in(RulesCard(), 2)

    @cached_property
    def problems(self) -> FormProblems:
        """The fields beside which problems are said."""
        return FormProblems(self.when_card.fields() | self.dose_card.fields())

    def _is_made(self, name: str) -> bool:
        return name in self.__dict__

    def _put_in(self, card: CardMade, place: int) -> CardMade:
        self._first.insertWidget(place, card)
        card.setEnabled(self._may_plan)
        card.changed.connect(self._soon.start)
        return card

    def flush(self) -> bool:
        """Keep what was typed, and say beside its field what cannot be kept."""
        self._soon.stop()
        return self._save(explain=True)

    def take_focus(self) -> None:
        """Start with the name."""
        self.when_card.name_edit.setFocus()

    # Building.

    def _make(self) -> None:
        self.notice = Notice("info", "info-circle")
        self.refusal = Notice("danger", "alert-circle")
        self.when_card = WhenCard(today(), self._services.programs.date_hints)
        self.kinds_card = KindsCard(may_plan=self._may_plan)
        self.team_card = TeamCard(self._services.user)
        self.rooms_card = RoomsCard(self._services.user)
        self.check_panel = CheckPanel()
        self.when_card.setEnabled(self._may_plan)
        if not self._may_plan:
            self.notice.say(self.tr("Front desk and owner change the set-up. You can look at it."))

    def _build(self) -> None:
        # From the outside in: what is put into place first is styled once.
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 0, 20, 0)
        outer.setSpacing(10)
        outer.addWidget(self.notice)
        outer.addWidget(self.refusal)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        outer.addLayout(row, 1)
        inside = QWidget()
        self._area = scroller(inside)
        row.addWidget(self._area, 1)
        row.addWidget(self.check_panel)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, 0, 6, 12)
        self._columns.setSpacing(_GAP)
        self._first, second = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (self._first, (self.when_card,)),
            (second, (self.kinds_card, self.team_card, self.rooms_card)),
        ):
            self._columns.addLayout(column, 1)
            column.setSpacing(_GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)

    def _connect(self) -> None:
        self._rest_soon = QTimer(self, singleShot=True, interval=0)
        self._rest_soon.timeout.connect(self._fill_one)
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self._save)
        self._check_soon = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._check_soon.timeout.connect(self._check)
        self.when_card.changed.connect(self._soon.start)
        self.when_card.close_wanted.connect(self._close_day)
        self.kinds_card.add_wanted.connect(partial(self.deeds.change_kind, None))
        self.kinds_card.change_wanted.connect(self.deeds.change_kind)
        self.kinds_card.drop_wanted.connect(self.deeds.drop_kind)
        self.team_card.limits_wanted.connect(self.deeds.change_limits)
        self.team_card.time_off_wanted.connect(self.deeds.set_time_off)
        self.team_card.join_wanted.connect(self.deeds.let_join)
        self.team_card.leave_wanted.connect(self.deeds.leave_out)
        self.rooms_card.closing_wanted.connect(self.deeds.close_room)
        self.deeds.told.connect(self.told)
        self.deeds.refused.connect(self.refusal.say)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under one another where two columns have no room."""
        super().resizeEvent(event)
        room = self.width() - self.check_panel.width()
        wide = room >= theme().px(TWO_COLUMNS_FROM)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    # Showing and keeping.

    def _fill(self, program: Program) -> None:
        self.when_card.show_dates(program.name, program.starts_on, program.ends_on)
        if self._is_made("rules_card"):
            self._fill_dose(program)
            self._fill_rules(program)
            self.problems.clear()
        self._soon.stop()

    def _fill_dose(self, program: Program) -> None:
        self.dose_card.show_dose(program.dose)
        self._soon.stop()

    def _fill_rules(self, program: Program) -> None:
        self.rules_card.show_rules(program.rules)
        self._soon.stop()

    def _holidays(self, program: Program) -> tuple[ClosedDay, ...]:
        """Return the holidays on which the clinic would be open, for those who may close it."""
        if not self._services.user.may(Permission.EDIT_CLINIC):
            return ()
        open_days = set(program.days)
        between = holidays_between(program.starts_on, program.ends_on)
        return tuple(each for each in between if each.day in open_days)

    @Slot()
    def _save(self, *, explain: bool = False) -> bool:
        program = self._program
        if program is None or not self._may_plan or self.draft(program) == _draft(program):
            return True
        self.refusal.say("")
        try:
            self._services.programs.change(program.id, self.draft(program))
        except ValidationError as error:
            self._show_problems(error, explain=explain)
            return False
        except ClinicError as error:
            self.refusal.say(str(error))
            return False
        self.problems.clear()
        self.saved.emit()
        return True

    def _show_problems(self, error: ValidationError, *, explain: bool) -> None:
        """Say what is wrong; the keyboard stays where somebody is typing."""
        typing = self.focusWidget()
        elsewhere = self.problems.show(error.fields)
        if not explain and typing is not None:
            typing.setFocus()
        self.refusal.say(" ".join(elsewhere))

    @Slot()
    def _check(self) -> None:
        if self._program is not None:
            self.check_panel.show_check(self._services.programs.check_set_up(self._program.id))

    @Slot(object)
    def _close_day(self, holiday: ClosedDay) -> None:
        try:
            self._services.settings.close_day(holiday.day, holiday.reason)
        except ClinicError as error:
            self.refusal.say(str(error))


def _draft(program: Program) -> ProgramDraft:
    """Return the draft that would save a program as it is, its rules in the order of the card."""
    return ProgramDraft(
        program.name,
        program.starts_on,
        program.ends_on,
        dose=program.dose,
        rules=_rules(program),
    )


def _rules(program: Program) -> tuple[RuleChoice, ...]:
    return tuple(map(program.rule, Rule))
