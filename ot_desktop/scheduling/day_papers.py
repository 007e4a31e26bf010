"""Puts together the papers of one day: day sheets, the call list, slips for the families."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from db.queries import scheduling as queries
from ot_desktop.audit import Action
from ot_desktop.caseload import reading as caseload_reading
from ot_desktop.caseload.domain import AlertKind, Asked, Caregiver, ChildPage
from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.paper.file_names import child_file_kind
from ot_desktop.paper.page import TICK_BOX
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.paper.domain import Group, Listing, Slip, SlipVisit
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

Columns = tuple[tuple[str, ...], tuple[float, ...]]
CALL_COLUMNS: Columns = (
    ("Time", "Child", "Call", "Phone", "Reached", "Message", "Not reached"),
    (0.75, 1.65, 2.25, 1.85, 1.05, 1.1, 1.35),
)
Lane = Callable[[ScheduledSession], str]


class DayPapers:
    """Gather what is printed for a day, to be looked at first; ``note_printed`` keeps who did.

    What a court wrote is on none of them: colleagues read codes, families their own visits.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._settings = SettingsService(work)

    def therapists(self, day: date) -> tuple[Listing, ...]:
        """Return a day sheet for each therapist who sees somebody."""
        return self._sheets(day, _therapist, "Room", _room)

    def rooms(self, day: date) -> tuple[Listing, ...]:
        """Return a day sheet for each room that is used."""
        return self._sheets(day, _room, "Therapist", _therapist)

    def call_list(
        self, day: date, session_ids: Collection[int] | None = None
    ) -> tuple[Listing, ...]:
        """Return whom to call, by the time the visits start; all of the day or only some."""
        sessions = [each for each in self._on(day) if session_ids is None or each.id in session_ids]
        if not sessions:
            raise ClinicError("Nobody is to be called that day.")
        pages = self._pages(sessions)
        rows = tuple(row for each in sessions for row in _call_rows(each, pages[each.child_id]))
        line = f"{long_day(day)}, {_count(len(sessions), 'visit')}, in order of start"
        return (self._listing("Call list", line, CALL_COLUMNS, (Group("", rows),)),)

    def slips(self, day: date, session_id: int | None = None) -> tuple[Slip, ...]:
        """Return a slip for each family that comes that day, or for the one of a visit."""
        families = self._families(day)
        if session_id is not None:
            families = [each for each in families if session_id in {one.id for one in each}]
        if not families:
            raise ClinicError("Nobody comes that day. There are no slips to print.")
        pages = self._pages(each for visits in families for each in visits)
        clinic = self._settings.clinic().settings
        on_paper = ClinicOnPaper(clinic.name, clinic.phone, clinic.address, clinic.phone_hours)
        return tuple(
            Slip(
                day=day,
                visits=tuple(_slip_visit(each, pages[each.child_id]) for each in visits),
                clinic=on_paper,
                printed_on=today(),
            )
            for visits in families
        )

    def slip_kind(self, session_id: int) -> str:
        """Return how the file of a family's slip is called before its day: ``Maya-O_slip``."""
        self._work.require(Permission.SEE_SCHEDULE)
        session = queries.session(session_id, reading.scheduled_session)
        if session is None:
            raise NotFound("This visit is not in the file.")
        page = caseload_reading.child_page(session.child_id)
        return child_file_kind(page.preferred_name or page.given_name, page.family_name[:1], "slip")

    def note_printed(self, what: str, day: date, session_id: int | None = None) -> None:
        """Keep in the activity log that papers of a day were printed, for each child on them.

        With ``session_id`` only the family of that visit is on them.
        """
        visits = self._on(day)
        if session_id is not None:
            families = self._families(day)
            visits = next((f for f in families if session_id in {each.id for each in f}), [])
        for child_id in sorted({each.child_id for each in visits}):
            with self._work.viewing(
                Permission.SEE_SCHEDULE, Action.PRINTED_SCHEDULE, child_id
            ) as entry:
                entry.subject = f"{what}, {day.isoformat()}"

    def _families(self, day: date) -> list[list[ScheduledSession]]:
        """Return the visits of a day by family."""
        families: dict[frozenset[int], list[ScheduledSession]] = {}
        for each in self._on(day):
            family = frozenset({each.child_id, *queries.siblings(each.child_id)})
            families.setdefault(family, []).append(each)
        return list(families.values())

    def _sheets(self, day: date, lane: Lane, column: str, other: Lane) -> tuple[Listing, ...]:
        sessions = self._on(day)
        if not sessions:
            raise ClinicError("Nothing is booked that day. There is no day sheet to print.")
        pages = self._pages(sessions)
        lanes: dict[str, list[ScheduledSession]] = {}
        for each in sessions:
            lanes.setdefault(lane(each), []).append(each)
        return tuple(
            self._listing(
                name,
                f"{long_day(day)}, {_count(len(visits), 'visit')}",
                sheet_columns(column),
                (
                    Group(
                        "", tuple(_sheet_row(each, pages[each.child_id], other) for each in visits)
                    ),
                ),
            )
            for name, visits in sorted(lanes.items())
        )

    def _on(self, day: date) -> list[ScheduledSession]:
        self._work.require(Permission.SEE_SCHEDULE)
        found = queries.schedule(day, day, reading.scheduled_session)
        return [each for each in found if each.status.takes_time]

    def _pages(self, sessions: Iterable[ScheduledSession]) -> dict[int, ChildPage]:
        ids = {each.child_id for each in sessions}
        return {child_id: caseload_reading.child_page(child_id) for child_id in ids}

    def _listing(
        self,
        title: str,
        line: str,
        columns: Columns,
        groups: tuple[Group, ...],
    ) -> Listing:
        return Listing(
            title=title,
            second_line=line,
            columns=columns[0],
            shares=columns[1],
            groups=groups,
            nothing="No visits.",
            clinic=self._settings.clinic().settings.name,
            printed_on=today(),
        )


def sheet_columns(other: str) -> Columns:
    """Return the columns of a day sheet; ``other`` is the room, or the therapist."""
    names = ("Time", "Child", "Alerts", "Language", other, "Visit")
    return names, (1.3, 2.0, 2.6, 1.9, 1.6, 0.9)


def alert_codes(page: ChildPage) -> str:
    """Return allergies and precautions by their titles; never blank, nothing about custody."""
    words = []
    for kind, review, name in (
        (AlertKind.ALLERGY, page.alerts.allergies, "Allergies"),
        (AlertKind.PRECAUTION, page.alerts.precautions, "Precautions"),
    ):
        words += [alert.title for alert in page.alerts.of(kind)]
        if review.asked is Asked.NOT_ASKED and not page.alerts.of(kind):
            words.append(f"{name}: not asked")
    return ", ".join(words) or "None known"


def to_call(page: ChildPage) -> tuple[Caregiver, ...]:
    """Return whom the clinic may tell, in call order."""
    return tuple(one for one in page.caregivers if one.may_hear)


def language_words(page: ChildPage, interpreter: str | None = None) -> str:
    """Return the family's language where it is not English, and who interprets or is missing."""
    carers = to_call(page)
    needs = page.needs_interpreter or any(one.needs_interpreter for one in carers)
    named = [one.language for one in carers if one.language] or [page.language]
    words = [each for each in dict.fromkeys(named) if each and each != "English"]
    missing = ["interpreter needed"] if needs else []
    return ", ".join([*words, *([f"interpreter {interpreter}"] if interpreter else missing)])


def _sheet_row(session: ScheduledSession, page: ChildPage, other: Lane) -> tuple[str, ...]:
    return (
        f"{clock_text(session.starts)}-{clock_text(session.ends)}",
        page.full_name,
        alert_codes(page),
        language_words(page, session.interpreter_name),
        other(session),
        _visit_number(session),
    )


def _call_rows(session: ScheduledSession, page: ChildPage) -> Sequence[tuple[str, ...]]:
    boxes = (TICK_BOX, TICK_BOX, TICK_BOX)
    start = clock_text(session.starts)
    rows = []
    for one in to_call(page):
        relation = f", {one.relation}" if one.relation else ""
        spoken = f" ({one.language})" if one.language and one.language != "English" else ""
        interpreter = ", interpreter needed" if one.needs_interpreter else ""
        phones = ", ".join(phone.number for phone in one.phones) or "No phone"
        rows.append((f"{one.full_name}{relation}{spoken}{interpreter}", phones))
    rows = rows or [("Nobody on the family list", "No phone")]
    return [
        ("" if number else start, "" if number else page.full_name, *row, *boxes)
        for number, row in enumerate(rows)
    ]


def _slip_visit(session: ScheduledSession, page: ChildPage) -> SlipVisit:
    return SlipVisit(
        child=page.preferred_name or page.given_name,
        starts=session.starts,
        ends=session.ends,
        therapist=session.therapist_name.partition(" ")[0],
        room=session.room_name or "",
    )


def _visit_number(session: ScheduledSession) -> str:
    if session.number is None:
        return ""
    return f"{session.number} of {session.planned}" if session.planned else str(session.number)


def _therapist(session: ScheduledSession) -> str:
    return session.therapist_name


def _room(session: ScheduledSession) -> str:
    return session.room_name or "No room"


def _count(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
