"""Use cases of importing: plan, save all or nothing, take a whole import back."""

from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

from db.queries import caseload as caseload_queries
from db.queries import importing as queries
from db.queries import settings as settings_queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.importing.columns import ColumnMapping
from ot_desktop.importing.domain import KnownChild
from ot_desktop.importing.dry_run import dry_run
from ot_desktop.importing.known import known_children
from ot_desktop.importing.names import fold
from ot_desktop.importing.new_children import STEP, Circumstances, NewChildren
from ot_desktop.importing.outcome import ImportDone, PastImport
from ot_desktop.importing.plan import Answers, ImportPlan
from ot_desktop.importing.sheet import Sheet
from ot_desktop.importing.table_file import read_table
from ot_desktop.importing.therapists import MissingTherapist, missing_therapists
from ot_desktop.importing.updates import ChildUpdate
from ot_desktop.permissions import Permission
from ot_desktop.progress import Progress
from ot_desktop.settings.domain import Therapist
from ot_desktop.work import Entry, Work

COLOR_SLOTS = 8
_NAMED = 3
_ALL = 100  # percent
# What the activity log keeps of people who only looked.
_LOOKED = (Action.OPENED_CHILD.value, Action.OPENED_NOTE.value)


class ImportingService:
    """Bring in a caseload another program exported, and take the whole of it back."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def read(self, file: Path, worksheet: str | None = None) -> Sheet:
        """Read a file; may run beside the window, as it does not touch the clinic's file."""
        return read_table(file, worksheet)

    def known_children(self) -> list[KnownChild]:
        """Return everybody on file as an import sees them, to find the same child again."""
        self._work.require(Permission.IMPORT_CHILDREN)
        return known_children()

    def plan(
        self,
        sheet: Sheet,
        mapping: ColumnMapping,
        answers: Answers,
        known: Collection[KnownChild],
        progress: Progress | None = None,
    ) -> ImportPlan:
        """Say what an import would do; may run beside the window: ``known`` was read before."""
        return dry_run(sheet, mapping, answers, known, today(), progress)

    def today(self) -> date:
        """Return the day the plan counts from."""
        return today()

    def missing_therapists(self, plan: ImportPlan) -> tuple[MissingTherapist, ...]:
        """Return who the file names and the clinic does not have."""
        self._work.require(Permission.IMPORT_CHILDREN)
        return missing_therapists(plan, (each.name for each in _therapists()))

    def may_add_therapists(self) -> bool:
        """Say whether the signed-in person may add therapists to the clinic."""
        return self._work.user.may(Permission.EDIT_CLINIC)

    def save(
        self, plan: ImportPlan, file_name: str, add_therapists: Iterable[MissingTherapist] = ()
    ) -> ImportDone:
        """Save everything the plan would do, or nothing of it; see ``save_in_steps``."""
        steps = self.save_in_steps(plan, file_name, add_therapists)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                done: ImportDone = end.value
                return done

    def save_in_steps(
        self, plan: ImportPlan, file_name: str, add_therapists: Iterable[MissingTherapist] = ()
    ) -> Generator[int, None, ImportDone]:
        """Save the plan in steps that yield percents, so that a window can breathe between them.

        One transaction lies open over all steps: nothing else may be saved before the last one,
        and ``close`` before it saves nothing. A therapist who is not added stays a line in the
        notes of the children. Raises ``ClinicError`` when a child the plan fills has changed since
        the plan was made.
        """
        adding = tuple(add_therapists)
        if adding:
            self._work.require(Permission.EDIT_CLINIC)
        with self._saving(Action.IMPORTED_CHILDREN) as entry:
            yield from _check_unchanged(plan)
            circumstances = self._begin(file_name, adding)
            joined = yield from NewChildren(plan, circumstances).write()
            filled = yield from _fill(plan, circumstances)
            filled |= set(joined)
            yield from self._record(filled, circumstances.batch_id)
            entry.subject = f"import {circumstances.batch_id}: {plan.summary}"
        return ImportDone(
            circumstances.batch_id,
            file_name,
            len(plan.new),
            len(plan.merged),
            len(plan.listed),
            len(filled),
            len(adding),
        )

    def recent(self) -> list[PastImport]:
        """Return all imports, newest first."""
        self._work.require(Permission.IMPORT_CHILDREN)
        return queries.batches(_past_import)

    def undo(self, batch_id: int) -> int:
        """Take the children of an import off the caseload again; return how many.

        Their rows stay in the file, and their record numbers become free. What the import
        filled in for children who were there before stays: the family may have confirmed it
        since. Added therapists stay, too. Raises ``ClinicError`` after 7 days, and when
        something else happened to one of the children since; it names them.
        """
        with self._saving(Action.UNDID_IMPORT) as entry:
            batch = next(
                (each for each in queries.batches(_past_import) if each.id == batch_id), None
            )
            if batch is None:
                raise NotFound("This import is no longer in the file.")
            if batch.undone_at:
                raise ClinicError("This import was already taken back.")
            if not batch.can_be_undone(now_utc()):
                raise ClinicError(
                    "This import is older than 7 days and stays. Discharge children one by one."
                )
            _refuse_used(batch_id)
            removed = queries.remove_children(batch_id, now_utc())
            queries.mark_undone(batch_id, now_utc())
            entry.subject = f"import {batch_id}: {removed} children"
        return removed

    def _saving(self, action: Action) -> AbstractContextManager[Entry]:
        return self._work.saving(Permission.IMPORT_CHILDREN, Topic.CASELOAD, action)

    def _begin(self, file_name: str, adding: Iterable[MissingTherapist]) -> Circumstances:
        before = {fold(each.name): each.id for each in _therapists()}
        added = {each.key: self._add_therapist(each) for each in adding if each.key not in before}
        user, at = self._work.user.id, now_utc()
        batch_id = caseload_queries.insert_import_batch(file_name, at, user)
        return Circumstances(batch_id, user, at, before | added, before)

    def _add_therapist(self, missing: MissingTherapist) -> int:
        """Add somebody who works when the clinic is open, with the least used color."""
        with self._work.viewing(Permission.EDIT_CLINIC, Action.CHANGED_CLINIC) as entry:
            entry.subject = "therapists"
            taken = [each.color_slot for each in _therapists()]
            slot = min(range(1, COLOR_SLOTS + 1), key=lambda each: (taken.count(each), each))
            therapist_id = settings_queries.insert_therapist(
                missing.name, missing.credentials, slot, None
            )
            hours = settings_queries.clinic_hours()
            settings_queries.replace_therapist_hours(therapist_id, hours)
            return therapist_id

    def _record(self, child_ids: Iterable[int], batch_id: int) -> Iterator[int]:
        """Keep in the log which children of the caseload an import touched.

        ``viewing`` writes the row without news: the screens hear of the import once, at its end.
        """
        for child_id in sorted(child_ids):
            with self._work.viewing(
                Permission.IMPORT_CHILDREN, Action.IMPORTED_CHILDREN, child_id
            ) as entry:
                entry.subject = f"import {batch_id}"
            yield _ALL


def _fill(plan: ImportPlan, circumstances: Circumstances) -> Generator[int, None, set[int]]:
    numbers = queries.record_numbers() if plan.updates else set()
    filled = set()
    for at, update in enumerate(plan.updates):
        if ChildUpdate(update, circumstances, numbers).write():
            filled.add(update.known.child_id)
        yield _ALL * at // len(plan.updates)
    return filled


def _check_unchanged(plan: ImportPlan) -> Iterator[int]:
    """Refuse a plan made from what is no longer so: it would overwrite what was changed since."""
    known = [update.known for update in plan.updates]
    for start in range(0, len(known), STEP):
        planned = {each.child_id: each for each in known[start : start + STEP]}
        if {each.child_id: each for each in known_children([*planned])} != planned:
            raise ClinicError(
                "A child on the caseload was changed since the check."
                " Nothing was saved; check again."
            )
        yield 0


def _refuse_used(batch_id: int) -> None:
    used = queries.used_children(batch_id, _LOOKED)
    if used:
        names = [f"{given} {family}".strip() for given, family in used[:_NAMED]]
        more = f" and {len(used) - _NAMED} more" if len(used) > _NAMED else ""
        raise ClinicError(
            f"This import stays, because work was done since for {', '.join(names)}{more}. "
            "Discharge children one by one instead."
        )


def _therapists() -> list[Therapist]:
    return settings_queries.therapists(Therapist)


def _past_import(**columns: Any) -> PastImport:
    columns["imported_by"] = columns["imported_by"] or ""
    return PastImport(**columns)
