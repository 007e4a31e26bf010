"""Use cases of form sheets: hand one out, look at a filled-in one, take what families said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ot_desktop.audit import Action
from ot_desktop.errors import ClinicError
from ot_desktop.importing.form_rows import FormRow, FormRows, KnownFamily
from ot_desktop.importing.form_sheet import empty_form_sheet, read_columns
from ot_desktop.importing.known import known_children
from ot_desktop.importing.sheet import Sheet
from ot_desktop.importing.table_file import read_table
from ot_desktop.permissions import Permission
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import ChildWishes
from ot_desktop.programs.facts import open_windows
from ot_desktop.programs.service import ProgramService
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work


@dataclass(frozen=True, slots=True)
class FormPlan:
    """What a form sheet would change; ``unread`` are headings that mean nothing here."""

    program_id: int
    rows: tuple[FormRow, ...]
    unread: tuple[str, ...] = ()

    @property
    def changing(self) -> tuple[FormRow, ...]:
        """The rows that make a difference."""
        return tuple(each for each in self.rows if each.changes)

    @property
    def refused(self) -> tuple[FormRow, ...]:
        """The rows that cannot be taken as they are."""
        return tuple(each for each in self.rows if each.problems)


class FormSheets:
    """The availability forms of an intensive as a spreadsheet; nothing is kept before ``take``."""

    def __init__(self, work: Work, programs: ProgramService) -> None:
        self._work = work
        self._programs = programs
        self._settings = SettingsService(work)

    def empty(self, program_id: int) -> bytes:
        """Return an empty sheet as CSV, with a row for each child of the intensive."""
        families = self._families(program_id)
        with self._work.viewing(Permission.PLAN_PROGRAM, Action.SAVED_SCHEDULE) as entry:
            entry.subject = f"program {program_id}: empty form sheet"
        return empty_form_sheet((each.described for each in families), self._hours())

    def read(self, file: Path) -> Sheet:
        """Read a filled-in sheet; raises ``ClinicError``."""
        return read_table(file)

    def plan(self, program_id: int, sheet: Sheet) -> FormPlan:
        """Say what a sheet would change, row by row; raises ``ClinicError`` about its headings."""
        self._work.require(Permission.PLAN_PROGRAM)
        hours = self._hours()
        columns = read_columns(sheet, hours)
        first_day = self._programs.program(program_id).starts_on
        rows = FormRows(self._families(program_id), hours, first_day)
        return FormPlan(program_id, tuple(rows.read(sheet, columns)), columns.unread)

    def take(self, plan: FormPlan) -> None:
        """Keep what the good rows say, all of it or nothing.

        Raises ``ClinicError`` when somebody changed one of the children since the plan was made.
        """
        self._change(plan.program_id, [_Step(*each) for each in _both(plan)])

    def take_back(self, plan: FormPlan) -> None:
        """Give the children the times they had before ``take``; refused where one has changed."""
        self._change(
            plan.program_id, [_Step(name, at, now, was) for name, at, was, now in _both(plan)]
        )

    def _change(self, program_id: int, steps: Sequence["_Step"]) -> None:
        now = {each.id: each.wishes for each in self._programs.children.of(program_id)}
        for each in steps:
            if each.place not in now or _said(now[each.place]) != _said(each.before):
                raise ClinicError(
                    f"The times of {each.name} were changed meanwhile. Nothing was kept; read the "
                    "sheet again."
                )
        changes = {each.place: replace(now[each.place], **_sheet(each.after)) for each in steps}
        self._programs.children.change_together(program_id, changes)

    def _families(self, program_id: int) -> Sequence[KnownFamily]:
        children = self._programs.children.of(program_id)
        known = known_children([each.child_id for each in children])
        described = {each.child_id: each.child for each in known}
        return [KnownFamily(each, described[each.child_id]) for each in children]

    def _hours(self) -> dict[int, Window]:
        return open_windows(ClinicFacts.of(self._settings.clinic()))


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    place: int
    before: ChildWishes
    after: ChildWishes


def _both(plan: FormPlan) -> Iterator[tuple[str, int, ChildWishes, ChildWishes]]:
    for row in plan.changing:
        if row.child is not None and row.wishes is not None:
            yield row.name, row.child.id, row.child.wishes, row.wishes


def _said(wishes: ChildWishes) -> tuple[object, ...]:
    """Return what only this child's form says; the drive is the whole family's."""
    return wishes.can_come, wishes.away, wishes.preferred


def _sheet(wishes: ChildWishes) -> dict[str, Any]:
    """Return what a form can say, by the fields of the wishes."""
    return {
        "can_come": wishes.can_come,
        "away": wishes.away,
        "preferred": wishes.preferred,
        "travel_minutes": wishes.travel_minutes,
    }
