"""Reads everything the builder needs to know of one child, through the services that know it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from db.queries import home_programs as queries
from ot_desktop.caseload.about_home import AboutHomeService
from ot_desktop.caseload.domain import ChildPage, first_name
from ot_desktop.caseload.recipients import recipients
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.clock import today
from ot_desktop.home_programs import printing, reading
from ot_desktop.home_programs.at_home import KnownOfHome, known_of_home
from ot_desktop.home_programs.domain import Activity, Visit
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.own_looks import look_of
from ot_desktop.home_programs.program_page import ProgramPage, age_of
from ot_desktop.home_programs.suggesting import NOTHING_TOLD, Offer, alert_words, offers
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.settings.domain import ClinicSettings
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

VISITS_ON_PAPER = 3
Library = Callable[[], tuple[Activity, ...]]


class PageReader:
    """Puts child, clinic, schedule and library together for whoever is signed in."""

    def __init__(self, work: Work, library: Library) -> None:
        self._user = work.user
        self._library = library
        self._caseload = CaseloadService(work)
        self._settings = SettingsService(work)
        self._scheduling = SchedulingService(work)
        self._about_home = AboutHomeService(work)

    def child(self, child_id: int) -> ChildPage:
        """Return a child with alerts, family and goals."""
        return self._caseload.banner(child_id)

    def closed_days(self) -> frozenset[date]:
        """Return the days on which the clinic is closed."""
        return frozenset(closed.day for closed in self._settings.clinic().closed_days)

    def home(self, child_id: int) -> KnownOfHome:
        """Return what the family told of home, as far as this person may read it."""
        if not self._user.may(Permission.SEE_NOTES):
            return NOTHING_TOLD
        return known_of_home(self._about_home.of_child(child_id))

    def offers(self, child: ChildPage, home: KnownOfHome | None = None) -> tuple[Offer, ...]:
        """Return the whole library for one child, suggested first, clashes last."""
        age, alerts = age_of(child, today()), alert_words(child.alerts)
        return offers(self._library(), child.goals, age, alerts, home or self.home(child.id))

    def page(self, child_id: int, draft: ProgramDraft | None = None) -> ProgramPage:
        """Return the page for ``draft``, or for a new one with everything known filled in."""
        child = self.child(child_id)
        clinic = self._settings.clinic()
        visits = self._visits(child_id)
        last = reading.last_program(child_id)
        home = self.home(child_id)
        draft = draft or self._new_draft(child, clinic.settings, visits, last)
        facts = reading.print_facts(child, clinic, self._therapist(child), today(), visits)
        return ProgramPage(
            child=child,
            draft=draft,
            facts=replace(facts, replaces_on=_replaced_on(draft), look=look_of(child_id)),
            offers=self.offers(child, home),
            recipients=recipients(child),
            last=last,
            motivators=home.motivators,
        )

    def _new_draft(
        self,
        child: ChildPage,
        settings: ClinicSettings,
        visits: tuple[Visit, ...],
        last: ProgramDraft | None,
    ) -> ProgramDraft:
        starts_on = today()
        ends_on = starts_on + timedelta(days=printing.USUAL_DAYS)
        current = queries.current_program(child.id, starts_on, reading.ProgramRow)
        return ProgramDraft(
            child_id=child.id,
            starts_on=starts_on,
            ends_on=ends_on,
            chart_until=printing.chart_until(starts_on, ends_on, visits),
            limit=reading.family_limit(child, settings),
            choice=last.choice if last else reading.paper_choice(settings, child),
            name=printing.season_plan(starts_on),
            replaces_id=current.id if current else None,
        )

    def _therapist(self, child: ChildPage) -> str:
        """Return what the family calls whoever makes the plan."""
        treats = self._user.therapist_id is not None
        name = self._user.name if treats else child.therapist_name or self._user.name
        return first_name(name)

    def _visits(self, child_id: int) -> tuple[Visit, ...]:
        found = self._scheduling.next_sessions(child_id, VISITS_ON_PAPER)
        return tuple(Visit(one.starts, first_name(one.therapist_name)) for one in found)


def _replaced_on(draft: ProgramDraft) -> date | None:
    if draft.replaces_id is None:
        return None
    row = queries.program(draft.replaces_id, reading.ProgramRow)
    return row.starts_on if row else None
