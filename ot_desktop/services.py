"""Builds every service once; screens and commands receive what they need from here."""

from dataclasses import dataclass

from ot_desktop.access.service import AccessService
from ot_desktop.backup.service import BackupService
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.changes import ChangeFeed
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.importing.service import ImportingService
from ot_desktop.messages.service import MessageService
from ot_desktop.notes.service import NotesService
from ot_desktop.notes.shown_today import shown_today
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import SignedIn
from ot_desktop.programs.service import ProgramService
from ot_desktop.scheduling.attending import AttendanceService
from ot_desktop.scheduling.changing import SeriesChanges
from ot_desktop.scheduling.closing import ClosingService
from ot_desktop.scheduling.day_papers import DayPapers
from ot_desktop.scheduling.rearranging import Rearranging
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.scheduling.time_off import TimeOffService
from ot_desktop.settings.service import SettingsService
from ot_desktop.waitlist.service import WaitlistService
from ot_desktop.work import Work


@dataclass(frozen=True)
class Services:
    """The use cases of the person who is signed in, one attribute per feature."""

    user: SignedIn
    changes: ChangeFeed
    work: Work
    access: AccessService
    caseload: CaseloadService
    settings: SettingsService
    scheduling: SchedulingService
    attendance: AttendanceService
    rearranging: Rearranging
    series: SeriesChanges
    messages: MessageService
    waitlist: WaitlistService
    time_off: TimeOffService
    closing: ClosingService
    day_papers: DayPapers
    programs: ProgramService
    notes: NotesService
    home_programs: HomeProgramService
    backup: BackupService
    importing: ImportingService


def services_for(user: SignedIn, folder: ClinicFolder | None = None) -> Services:
    """Wire the services on the open data file for ``user``; in memory there is no ``folder``."""
    changes = ChangeFeed()
    work = Work(changes, user)
    access = AccessService(work)
    scheduling, rearranging = SchedulingService(work), Rearranging(work)
    return Services(
        user=user,
        changes=changes,
        work=work,
        access=access,
        caseload=CaseloadService(work),
        settings=SettingsService(work),
        scheduling=scheduling,
        attendance=AttendanceService(work),
        rearranging=rearranging,
        series=SeriesChanges(work, rearranging),
        messages=MessageService(work),
        waitlist=WaitlistService(work, scheduling),
        time_off=TimeOffService(work),
        closing=ClosingService(work, rearranging),
        day_papers=DayPapers(work),
        programs=ProgramService(work),
        notes=NotesService(work, access.confirm_password),
        home_programs=HomeProgramService(work, shown_today),
        backup=BackupService(work, folder),
        importing=ImportingService(work),
    )
