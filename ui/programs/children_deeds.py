"""What is done to the children of an intensive: add, change, agree, take out; all undoable."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from ot_desktop.caseload.domain import Alert, Asked, ChildDraft
from ot_desktop.caseload.first_answers import FirstAnswers
from ot_desktop.errors import ClinicError
from ot_desktop.importing.form_service import FormPlan, FormSheets
from ot_desktop.programs.domain import ChildWishes, ProgramChild
from ot_desktop.programs.placement import Change, Fix
from ot_desktop.programs.service import ProgramService
from ot_desktop.settings.domain import Hours
from ui.programs.words import children_words, sessions_words


class ChildrenDeeds(QObject):
    """``told`` carries a sentence and what takes it back; both refusals an error."""

    told = Signal(str, object)
    refused = Signal(object)
    add_refused = Signal(object)

    def __init__(self, programs: ProgramService, parent: QObject) -> None:
        super().__init__(parent)
        self._programs = programs
        self._children = programs.children

    def add(self, program_id: int, child_id: int) -> int | None:
        """Put a child of the caseload in; return the place's id."""
        return self._add(partial(self._children.add, program_id, child_id))

    def add_new(self, program_id: int, draft: ChildDraft) -> int | None:
        """Put a new child into the caseload and in; return the place's id."""
        return self._add(partial(self._children.add_new, program_id, draft))

    def add_many(self, program_id: int, child_ids: Sequence[int]) -> None:
        """Put children of the caseload in, one after the other."""
        places: list[int] = []
        for child_id in child_ids:
            place = self._try(partial(self._children.add, program_id, child_id))
            if isinstance(place, int):
                places.append(place)
        if places:
            words = self.tr("{0} added").format(children_words(len(places)))
            self.told.emit(words, partial(self._children.take_out, places))

    def change(self, child: ProgramChild, wishes: ChildWishes) -> None:
        """Keep a child's wishes as they were changed beside the table."""
        self._try(partial(self._children.change, child.id, wishes))

    def set_times(self, child: ProgramChild, hours: tuple[Hours, ...]) -> None:
        """Keep when a family can come, as it was painted."""
        wishes = replace(child.wishes, can_come=hours)
        if wishes != child.wishes:
            self._do(child, partial(self._children.change, child.id, wishes))

    def paint_times(
        self, program_id: int, painted: Sequence[tuple[ProgramChild, tuple[Hours, ...]]]
    ) -> None:
        """Keep when several families can come, as it was painted over their rows."""
        now = {child.id: replace(child.wishes, can_come=hours) for child, hours in painted}
        keep = self._children.change_together
        if self._try(partial(keep, program_id, now)) is not _REFUSED:
            before = {child.id: child.wishes for child, _ in painted}
            one = painted[0][0].short_name if len(painted) == 1 else children_words(len(painted))
            told = self.tr("Times of {0} changed").format(one)
            self.told.emit(told, partial(keep, program_id, before))

    def type_times(self, child: ProgramChild, typed: str) -> None:
        """Keep when a family can come, as it was typed."""
        self._do(child, partial(self._children.type_times, child.id, typed))

    def take_sheet(self, sheets: FormSheets, plan: FormPlan) -> None:
        """Keep what families wrote on a form sheet, all of it or nothing."""
        if self._try(partial(sheets.take, plan)) is not _REFUSED:
            words = self.tr("Times of {0} taken from the sheet")
            told = words.format(children_words(len(plan.changing)))
            self.told.emit(told, partial(sheets.take_back, plan))

    def tell_allergies(
        self, answers: FirstAnswers, child: ProgramChild, asked: Asked, alerts: Sequence[Alert]
    ) -> None:
        """Keep what the family says about allergies when it is first asked."""
        if self._try(partial(answers.answer, child.child_id, asked, alerts)) is not _REFUSED:
            words = self.tr("Allergies of {0} noted").format(child.short_name)
            self.told.emit(words, partial(answers.take_back, child.child_id))

    def agree(self, child: ProgramChild, *, agreed: bool) -> None:
        """Keep that the team agrees, or no longer."""
        self._try(partial(self._children.agree, child.id, agreed=agreed))

    def take_out(self, program_id: int, children: Sequence[ProgramChild]) -> None:
        """Take children out; undo brings them back with what was known."""
        if not children:
            return
        places = [each.id for each in children]
        if self._try(partial(self._children.take_out, places)) is _REFUSED:
            return
        name = children[0].full_name if len(children) == 1 else children_words(len(children))
        back = partial(self._bring_back, program_id, tuple(children))
        self.told.emit(self.tr("{0} taken out").format(name), back)

    def take(self, program_id: int, child: ProgramChild, proposal: Fix) -> bool:
        """Put a child's sessions where a proposal says; say whether it could be done."""
        change = self._try(partial(self._programs.finding.take, program_id, proposal))
        if not isinstance(change, Change):
            return False
        words = self.tr("{0} placed for {1}")
        sessions = sessions_words(len(change.after))
        back = partial(self._programs.board.undo, change)
        self.told.emit(words.format(sessions, child.full_name), back)
        return True

    def _bring_back(self, program_id: int, children: Sequence[ProgramChild]) -> None:
        for child in children:
            self._children.add(program_id, child.child_id, child.wishes)

    def _do(self, child: ProgramChild, act: Callable[[], object]) -> None:
        if self._try(act) is not _REFUSED:
            words = self.tr("Times of {0} changed").format(child.short_name)
            self.told.emit(words, partial(self._children.change, child.id, child.wishes))

    def _try(self, act: Callable[[], object]) -> object:
        try:
            return act()
        except ClinicError as error:
            self.refused.emit(error)
            return _REFUSED

    def _add(self, add: Callable[[], int]) -> int | None:
        try:
            place = add()
        except ClinicError as error:
            self.add_refused.emit(error)
            return None
        name = self._children.child(place).full_name
        self.told.emit(self.tr("{0} added").format(name), partial(self._children.take_out, [place]))
        return place


_REFUSED = object()
