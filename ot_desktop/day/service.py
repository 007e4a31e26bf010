"""Use cases of the day: everything Today and the Calendar show of some days, read at once."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from db.queries import day as queries
from ot_desktop.backup.service import BackupService
from ot_desktop.caseload.documents import DocumentService
from ot_desktop.caseload.domain import Asked
from ot_desktop.caseload.table import FEW_VISITS, SOON_DAYS
from ot_desktop.clock import now_local
from ot_desktop.day.domain import DayVisit, Need, NeedKind
from ot_desktop.day.intake import Intake
from ot_desktop.day_words import clock_text, long_day, short_day
from ot_desktop.home_programs.clashing import clashing_programs
from ot_desktop.messages.service import MessageService, due_words
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.attendance import Reason
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.waitlist.service import WaitlistService
from ot_desktop.work import Work

CALL_WITHIN_DAYS, COME_WITHIN_DAYS = 7, 7
_BETWEEN_ALERTS = "\x1f"


class DayService:
    """Read what the front desk needs to run a day; what is done about it, others keep."""

    def __init__(
        self,
        work: Work,
        scheduling: SchedulingService,
        waitlist: WaitlistService,
        messages: MessageService,
        backups: BackupService,
        documents: DocumentService,
    ) -> None:
        self._work = work
        self._scheduling = scheduling
        self._waitlist = waitlist
        self._messages = messages
        self._backups = backups
        self._documents = documents

    def visits(self, first: date, last: date) -> tuple[DayVisit, ...]:
        """Return the visits of some days by time, those called off among them."""
        sessions = self._scheduling.schedule(first, last)
        beside = dict(queries.beside_visits(first, last, _beside))
        return tuple(_visit(each, beside[each.id]) for each in sessions if each.id in beside)

    def needs(self) -> tuple[Need, ...]:
        """Return what needs somebody today, as far as the signed-in person may see it."""
        return tuple(need for part in self.parts_of_needs() for need in part())

    def parts_of_needs(self) -> tuple[Callable[[], Sequence[Need]], ...]:
        """Return what reads ``needs`` in parts, each of them short in the largest clinic."""
        self._work.require(Permission.SEE_SCHEDULE)
        parts: list[Callable[[], Sequence[Need]]] = []
        if self._work.user.may(Permission.SEE_HOME_PROGRAMS):
            parts.append(self._clashing)
        if self._work.user.may(Permission.SEE_WAITLIST):
            parts.append(self._open_slots)
        parts.append(self._approvals)
        if self._work.user.may(Permission.SEE_MESSAGES):
            parts += [self._calls, self._planned_calls, self._promises]
        parts.append(self._expiring)
        if self._work.user.may(Permission.SEE_HOME_PROGRAMS):
            parts.append(self._prints)
        if self._work.user.may(Permission.EDIT_CHILD):
            parts.append(self._intakes)
        if self._work.user.may(Permission.BACK_UP):
            parts.append(self._old_backup)
        return tuple(parts)

    def _clashing(self) -> list[Need]:
        """Return the home programs that an alert has come to forbid; danger comes first."""
        return [
            Need(
                NeedKind.CLASH,
                each.child_name,
                f"home program: {' '.join(each.sentences)}",
                child_id=each.child_id,
            )
            for each in clashing_programs(now_local().date())
        ]

    def _approvals(self) -> list[Need]:
        return queries.approvals_running_out(now_local().date(), FEW_VISITS, SOON_DAYS, _approval)

    def _calls(self) -> list[Need]:
        now = now_local()
        since = now.date() - timedelta(days=CALL_WITHIN_DAYS)
        return queries.no_shows_without_a_call(since, now, _call)

    def _planned_calls(self) -> list[Need]:
        """Return the calls that notes without a parent planned; they wait until they are made."""
        day = now_local().date()
        return [
            Need(
                NeedKind.CALL,
                each.child_name,
                f"{each.what} ({due_words(each, day)})",
                child_id=each.child_id,
            )
            for each in self._messages.planned_calls()
        ]

    def _promises(self) -> list[Need]:
        day = now_local().date()
        planned = {each.id for each in self._messages.planned_calls()}
        return [
            Need(
                NeedKind.PROMISE,
                each.child_name,
                f"{each.what} ({due_words(each, day)})",
                child_id=each.child_id,
            )
            for each in self._messages.overdue()
            if each.id not in planned
        ]

    def _expiring(self) -> list[Need]:
        """Return what a family who comes within a week can be asked to renew."""
        day = now_local().date()
        coming = (day, day + timedelta(days=COME_WITHIN_DAYS))
        return [
            Need(NeedKind.EXPIRY, each.child_name, each.words(day), child_id=each.child_id)
            for each in self._documents.expiring(coming=coming)
        ]

    def _prints(self) -> list[Need]:
        return queries.programs_not_given(now_local(), _print)

    def _intakes(self) -> list[Need]:
        found = queries.intakes(now_local(), Intake)
        return [
            Need(NeedKind.INTAKE, each.child_name, each.words, child_id=each.child_id)
            for each in found
            if each.words
        ]

    def _old_backup(self) -> list[Need]:
        if not self._backups.is_old():
            return []
        last = self._backups.last()
        words = f"last made {long_day(last.date())}" if last is not None else "none made yet"
        return [Need(NeedKind.BACKUP, "Backup", words)]

    def _open_slots(self) -> list[Need]:
        now, found = now_local(), []
        for each in self._waitlist.opened():
            starts = each.time.starts
            day = "" if starts.date() == now.date() else f"{long_day(starts.date())}, "
            lead = f"{day}{clock_text(starts)} with {each.therapist_name} is open"
            words = f"{each.called_off} called off"
            found.append(Need(NeedKind.OFFER, lead, words, opened=each))
        return found


def _beside(*, id: int, **columns: Any) -> tuple[int, dict[str, Any]]:  # noqa: A002  (a column)
    return id, columns


def _visit(session: ScheduledSession, beside: dict[str, Any]) -> DayVisit:
    interpreter = beside["needs_interpreter"]
    return DayVisit(
        session=session,
        born_on=date.fromisoformat(beside["born_on"]) if beside["born_on"] else None,
        allergies=Asked(beside["allergies"]),
        precautions=Asked(beside["precautions"]),
        alerts=tuple(filter(None, beside["alerts"].split(_BETWEEN_ALERTS))),
        needs_interpreter=None if interpreter is None else bool(interpreter),
        language=beside["language"],
        arrived_at=_instant(beside["arrived_at"]),
        left_at=_instant(beside["left_at"]),
        reason=Reason(beside["reason"]) if beside["reason"] else None,
        reason_words=beside["reason_words"],
        held_minutes=beside["held_minutes"],
        desk_note=beside["desk_note"],
        makes_up_id=beside["makes_up_id"],
        call_first=beside["call_first"],
    )


def _instant(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None


def _approval(
    *, child_id: int, child_name: str, ends_on: str | None, visits_left: int, booked: int
) -> Need:
    left = max(0, visits_left)
    words = f"{left} approved visit{'' if left == 1 else 's'} left, {booked} more booked"
    if left > FEW_VISITS and ends_on:
        words = f"approval ends {short_day(date.fromisoformat(ends_on))}, {booked} more booked"
    return Need(NeedKind.APPROVAL, child_name, words, child_id=child_id)


def _call(*, session_id: int, child_id: int, starts: str, child_name: str) -> Need:
    day = short_day(datetime.fromisoformat(starts).date())
    words = f"no-show on {day}, call the family"
    return Need(NeedKind.CALL, child_name, words, child_id=child_id, session_id=session_id)


def _print(*, child_id: int, child_name: str, starts: str) -> Need:
    at = clock_text(datetime.fromisoformat(starts))
    words = f"home program drafted, not given yet, comes at {at}"
    return Need(NeedKind.PRINT, child_name, words, child_id=child_id)
