"""Papers about the program a family has, printed without giving a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ot_desktop.audit import Action
from ot_desktop.caseload import reading as caseload_reading
from ot_desktop.caseload.domain import first_name
from ot_desktop.caseload.recipients import require_may_receive
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs import handout, printing
from ot_desktop.home_programs.domain import HomeProgram, PlannedActivity
from ot_desktop.home_programs.draft import PaperChoice, ProgramDraft
from ot_desktop.home_programs.page_pictures import count_pages
from ot_desktop.home_programs.program_page import ProgramPage
from ot_desktop.home_programs.safety import refuse_clashes
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.work import Work

MOST_MISSED_MINUTES = 5
_MISSED = {
    SessionStatus.NO_SHOW,
    SessionStatus.CANCELLED_IN_TIME,
    SessionStatus.CANCELLED_LATE,
    SessionStatus.CANCELLED_BY_CLINIC,
}


class HandoutKind(StrEnum):
    """What a family may be handed."""

    HOME_PROGRAM = "home-program"
    ROUTINE_SHEETS = "routine-sheets"
    CHART = "chart"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Handout:
    """A paper that was made; ``is_suggested`` when the family has no program of their own yet."""

    pdf: bytes
    pages: int
    name: str
    is_suggested: bool = False


class Handouts:
    """Print from the program a family was given last, else from the draft, else suggestions.

    Nothing that clashes with an alert is printed, and the activity log keeps what was.
    """

    def __init__(self, work: Work, programs: HomeProgramService) -> None:
        self._work = work
        self._programs = programs
        self._scheduling = SchedulingService(work)

    def make(self, kind: HandoutKind, child_id: int, choice: PaperChoice) -> Handout:
        """Return the paper; raises ``NotTranslated`` where words in its language are missing."""
        self._work.require(Permission.PRINT_HOME_PROGRAM)
        page = self._programs.start(child_id)
        program = self._of_kind(kind, page, choice)
        with printing.alone:
            pdf = handout.print_kind(kind.value, program, choice.paper)
        name = printing.file_name(page.facts.child, kind.value, page.facts.today)
        made = Handout(pdf, count_pages(pdf), name, not _kept(page).activities)
        self.keep_record(child_id, kind.value, made, choice.language)
        return made

    def missed_sheet(
        self, child_id: int, choice: PaperChoice, missed_on: date | None = None
    ) -> HomeProgram:
        """Return the one short activity for a visit that was missed, to be looked at first."""
        self._work.require(Permission.PRINT_HOME_PROGRAM)
        program = self._of_kind(HandoutKind.MISSED, self._programs.start(child_id), choice)
        return replace(program, missed_on=missed_on or program.missed_on)

    def note_given(
        self, child_id: int, kind: str, language: str, recipient_id: int | None = None
    ) -> None:
        """Keep who was given a paper; raises ``ValidationError`` for who may not have papers."""
        require_may_receive(caseload_reading.child_page(child_id), recipient_id)
        with self._work.viewing(
            Permission.PRINT_HOME_PROGRAM, Action.PRINTED_HANDOUT, child_id
        ) as entry:
            entry.subject = f"{kind}, {language}, caregiver {recipient_id or '-'}"

    def program(self, page: ProgramPage, choice: PaperChoice) -> HomeProgram:
        """Return what the family practices now, as it is printed with ``choice``."""
        draft = _kept(page)
        if not draft.activities:
            draft = _in_language(page, choice.language).with_suggestions(page.draft)
        if not draft.activities:
            raise ClinicError("This child has no home program yet. Make one first.")
        program = page.printable(replace(draft, choice=choice))
        # What they have replaces nothing; only what comes next does.
        return replace(program, replaces_on=None) if draft is page.last else program

    def practiced(self, page: ProgramPage, choice: PaperChoice, therapist: str) -> HomeProgram:
        """Return what the family was given, without anything that now clashes, or nothing."""
        draft = _kept(page)
        safe = tuple(one for one in draft.activities if not page.clashes(one.activity))
        program = page.printable(replace(draft, choice=choice, activities=safe))
        ready = tuple(one for one in safe if one.has_words(choice.language))
        return replace(program, activities=ready, therapist=therapist, replaces_on=None)

    def for_packet(self, child_id: int) -> HomeProgram | None:
        """Return what the family was given, with the days until the next visit, or None."""
        self._work.require(Permission.PRINT_HOME_PROGRAM)
        page = self._programs.start(child_id)
        if page.last is None:
            return None
        # Whoever prints for all families is not who treats this child.
        treats = page.child.therapist_name or next((v.therapist for v in page.facts.visits), "")
        therapist = first_name(treats) if treats else page.facts.therapist
        program = self.practiced(page, page.last.choice, therapist)
        return self._until_next_visit(program, page) if program.activities else None

    def keep_record(self, child_id: int, kind: str, made: Handout, language: str) -> None:
        """Keep in the activity log that a paper was printed."""
        with self._work.viewing(
            Permission.PRINT_HOME_PROGRAM, Action.PRINTED_HANDOUT, child_id
        ) as entry:
            entry.subject = f"{kind}, {language}, pages: {made.pages}"

    def _of_kind(self, kind: HandoutKind, page: ProgramPage, choice: PaperChoice) -> HomeProgram:
        program = self.program(page, choice)
        if kind is HandoutKind.CHART:
            program = self._until_next_visit(program, page)
        if kind is HandoutKind.MISSED:
            program = self._one_short(program, page)
        refuse_clashes([one.activity for one in program.activities], page.alerts, page.age_years)
        return program

    def _until_next_visit(self, program: HomeProgram, page: ProgramPage) -> HomeProgram:
        starts = max(program.starts_on, page.facts.today)
        ends = max(program.ends_on, starts)
        until = printing.chart_until(starts, ends, program.visits)
        days = printing.days_until(starts, until, page.facts.closed)
        return replace(program, practice_days=days)

    def _one_short(self, program: HomeProgram, page: ProgramPage) -> HomeProgram:
        """Return the program with the one activity to do until the next visit."""
        offered = [PlannedActivity.from_library(each) for each in page.suggested]
        for planned in (*program.activities, *offered):
            is_ready = program.blank_lines or planned.has_words(program.language)
            is_short = planned.minutes <= MOST_MISSED_MINUTES
            if is_short and is_ready and not page.clashes(planned.activity):
                missed_on = self._missed_on(page.child.id)
                return replace(program, activities=(planned,), missed_on=missed_on)
        raise ClinicError(
            f"No activity of {MOST_MISSED_MINUTES} minutes or less fits this child. "
            "Add one to the home program."
        )

    def _missed_on(self, child_id: int) -> date | None:
        days = [
            each.starts.date()
            for each in self._scheduling.sessions_of(child_id)
            if each.status in _MISSED and each.starts.date() <= today()
        ]
        return max(days, default=None)


def _kept(page: ProgramPage) -> ProgramDraft:
    """Return the program given last, else the draft."""
    return page.last or page.draft


def _in_language(page: ProgramPage, language: str) -> ProgramPage:
    """Return the page with only what can be suggested in a language."""
    offers = tuple(each for each in page.offers if language in each.activity.words)
    return replace(page, offers=offers)


def titles_in(page: ProgramPage, titles: Sequence[str], language: str) -> tuple[str, ...]:
    """Return activities' titles in a language; what the library does not know is left out."""
    known = {
        name.casefold(): offer.activity.words[language].title
        for offer in page.offers
        if language in offer.activity.words
        for name in (offer.activity.words["en"].title, offer.activity.words["en"].short_title)
    }
    found = (known.get(title.strip().casefold()) for title in titles)
    return tuple(dict.fromkeys(title for title in found if title))
