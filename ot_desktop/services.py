"""Builds every service once; screens and commands receive what they need from here."""

from dataclasses import dataclass

from ot_desktop.access.service import AccessService
from ot_desktop.backup.service import BackupService
from ot_desktop.caseload.about_home import AboutHomeService
from ot_desktop.caseload.documents import DocumentService
from ot_desktop.caseload.first_answers import FirstAnswers
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.changes import ChangeFeed
from ot_desktop.day.family_packets import FamilyPackets
from ot_desktop.day.family_summary import FamilySummaries
from ot_desktop.day.service import DayService
from ot_desktop.day.therapist_desk import KnownOfChildren, TherapistDesk
from ot_desktop.day.timeline import Timelines
from ot_desktop.goals.copm_service import CopmService
from ot_desktop.goals.papers import ProgressPapers
from ot_desktop.goals.service import GoalService
from ot_desktop.home_programs.activities.service import ActivityLibrary
from ot_desktop.home_programs.easier import easier_words
from ot_desktop.home_programs.handouts import Handouts
from ot_desktop.home_programs.own_looks import OwnLookService
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.importing.form_service import FormSheets
from ot_desktop.importing.service import ImportingService
from ot_desktop.messages.service import MessageService
from ot_desktop.notes.over_time import OverTime
from ot_desktop.notes.progress import ProgressAtHome
from ot_desktop.notes.service import NotesService
from ot_desktop.notes.shown_today import cue_words_today, shown_today
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import SignedIn
from ot_desktop.programs.service import ProgramService
from ot_desktop.scheduling.approving import Approvals
from ot_desktop.scheduling.attending import AttendanceService
from ot_desktop.scheduling.booking_line import BookingLine
from ot_desktop.scheduling.changing import SeriesChanges
from ot_desktop.scheduling.closing import ClosingService
from ot_desktop.scheduling.day_papers import DayPapers
from ot_desktop.scheduling.family_papers import FamilyPapers
from ot_desktop.scheduling.finding_times import FindingTimes
from ot_desktop.scheduling.rearranging import Rearranging
from ot_desktop.scheduling.rebooking import Rebooking
from ot_desktop.scheduling.series_desk import SeriesDesk
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.scheduling.suggesting import Suggesting
from ot_desktop.scheduling.time_off import TimeOffService
from ot_desktop.scheduling.together import BookingTogether
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
    documents: DocumentService
    goals: GoalService
    copm: CopmService
    progress_papers: ProgressPapers
    progress_at_home: ProgressAtHome
    first_answers: FirstAnswers
    settings: SettingsService
    scheduling: SchedulingService
    suggesting: Suggesting
    finding_times: FindingTimes
    approvals: Approvals
    together: BookingTogether
    booking_line: BookingLine
    attendance: AttendanceService
    rebooking: Rebooking
    rearranging: Rearranging
    series: SeriesChanges
    series_desk: SeriesDesk
    messages: MessageService
    waitlist: WaitlistService
    time_off: TimeOffService
    day: DayService
    closing: ClosingService
    day_papers: DayPapers
    family_papers: FamilyPapers
    programs: ProgramService
    notes: NotesService
    over_time: OverTime
    about_home: AboutHomeService
    home_programs: HomeProgramService
    activities: ActivityLibrary
    handouts: Handouts
    family_summaries: FamilySummaries
    family_packets: FamilyPackets
    own_looks: OwnLookService
    backup: BackupService
    importing: ImportingService
    form_sheets: FormSheets
    therapist_desk: TherapistDesk
    timelines: Timelines


def _notes(work: Work, access: AccessService) -> NotesService:
    return NotesService(
        work, access.confirm_password, pin_check=access.pin_check, easier=easier_words
    )


def services_for(user: SignedIn, folder: ClinicFolder | None = None) -> Services:
    """Wire the services on the open data file for ``user``; in memory there is no ``folder``."""
    changes = ChangeFeed()
    work = Work(changes, user)
    settings = SettingsService(work)
    settings.keep_time()
    access = AccessService(work)
    scheduling, rearranging = SchedulingService(work), Rearranging(work)
    suggesting, attendance = Suggesting(work, scheduling), AttendanceService(work)
    series, backup = SeriesChanges(work, scheduling, rearranging), BackupService(work, folder)
    programs = ProgramService(work)
    waitlist, messages = WaitlistService(work, scheduling), MessageService(work)
    documents = DocumentService(work)
    day = DayService(work, scheduling, waitlist, messages, backup, documents)
    notes, over_time = _notes(work, access), OverTime(work, easier_words)
    caseload = CaseloadService(work)
    home_programs = HomeProgramService(work, shown_today, cue_words_today)
    handouts = Handouts(work, home_programs)
    known = KnownOfChildren(caseload, notes, over_time, home_programs, messages)
    return Services(
        user=user,
        changes=changes,
        work=work,
        access=access,
        caseload=caseload,
        documents=documents,
        goals=GoalService(work),
        copm=CopmService(work),
        progress_papers=ProgressPapers(work),
        progress_at_home=ProgressAtHome(work, over_time),
        first_answers=FirstAnswers(work),
        settings=settings,
        scheduling=scheduling,
        suggesting=suggesting,
        finding_times=FindingTimes(work, scheduling),
        approvals=Approvals(work, scheduling),
        together=BookingTogether(work, scheduling),
        booking_line=BookingLine(work, scheduling, suggesting),
        attendance=attendance,
        rebooking=Rebooking(scheduling, suggesting, attendance),
        rearranging=rearranging,
        series=series,
        series_desk=SeriesDesk(scheduling, rearranging, series),
        messages=messages,
        waitlist=waitlist,
        time_off=TimeOffService(work),
        day=day,
        closing=ClosingService(work, rearranging),
        day_papers=DayPapers(work),
        family_papers=FamilyPapers(work),
        programs=programs,
        notes=notes,
        over_time=over_time,
        about_home=AboutHomeService(work),
        home_programs=home_programs,
        activities=ActivityLibrary(work, home_programs),
        handouts=handouts,
        family_summaries=FamilySummaries(work, home_programs, handouts),
        family_packets=FamilyPackets(programs.papers, handouts),
        own_looks=OwnLookService(work),
        backup=backup,
        importing=ImportingService(work),
        form_sheets=FormSheets(work, programs),
        therapist_desk=TherapistDesk(work, day, known),
        timelines=Timelines(work, over_time, messages),
    )
