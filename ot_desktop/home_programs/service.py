"""Use cases of home programs: build one, give it to a family, print it again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from db.queries import activities as photo_queries
from db.queries import home_programs as queries
from ot_desktop.audit import Action
from ot_desktop.caseload.recipients import require_may_receive
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.home_programs import issuing, printing, reading
from ot_desktop.home_programs.clashing import ClashingProgram, clashing_programs
from ot_desktop.home_programs.comparing import Difference, differences
from ot_desktop.home_programs.domain import Activity, ChildOnPaper, Photo
from ot_desktop.home_programs.draft import PaperChoice, ProgramDraft
from ot_desktop.home_programs.minutes import MinutesCheck
from ot_desktop.home_programs.overview import ProgramOverview, overview
from ot_desktop.home_programs.page_reader import PageReader
from ot_desktop.home_programs.printing import Drawn
from ot_desktop.home_programs.program_page import GivenProgram, IssuedPaper, ProgramPage, age_of
from ot_desktop.home_programs.returned_charts import ChartService
from ot_desktop.home_programs.safety import Clash, clashes
from ot_desktop.home_programs.seeding import seed_library
from ot_desktop.home_programs.suggesting import Offer, alert_words
from ot_desktop.home_programs.templates import TemplateService, fitting
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

ShownToday = Callable[[int], Sequence[str]]
CueWordsToday = Callable[[int], Sequence[tuple[int, str]]]


def _nothing(_child_id: int) -> tuple[()]:
    return ()


class HomeProgramService:
    """Build programs from the library.

    ``shown_today`` names what a visit showed the parent, ``cue_words_today`` what worked, by goal.
    """

    def __init__(
        self,
        work: Work,
        shown_today: ShownToday = _nothing,
        cue_words_today: CueWordsToday = _nothing,
    ) -> None:
        self._work = work
        self._shown_today = shown_today
        self._cue_words_today = cue_words_today
        self._reader = PageReader(work, self.library)
        self.charts = ChartService(work)
        self.templates = TemplateService(work, self.library)
        self._is_seeded = False
        self._allowed: tuple[int, int] | None = None

    def library(self) -> tuple[Activity, ...]:
        """Return the clinic's activities by title."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        if not self._is_seeded:
            seed_library()
            self._is_seeded = True
        return reading.library()

    def suggested(self, child_id: int) -> tuple[Offer, ...]:
        """Return what fits the child's goals, routines and age, never what clashes; best first."""
        child = self._reader.child(child_id)
        return tuple(offer for offer in self._reader.offers(child) if offer.is_suggested)

    def start(self, child_id: int, shown: Sequence[str] = ()) -> ProgramPage:
        """Open the builder: the draft this person left, or a new one with what is known.

        ``shown`` are titles of activities shown to the parent today; they are put in at once.
        """
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        page = self._reader.page(child_id)
        page = replace(page, templates=fitting(self.templates.listed(), page.offers))
        if self._work.user.may(Permission.SEE_NOTES):
            page = issuing.with_cue_words(page, self._cue_words_today(child_id))
        row = queries.open_draft(child_id, self._work.user.id, reading.ProgramRow)
        if row is not None:
            kept = reading.draft_of(row, tuple(offer.activity for offer in page.offers))
            page = replace(page, draft=issuing.up_to_date(kept, page), saved_at=row.saved_at)
        elif self._work.user.may(Permission.SEE_NOTES):
            shown = (*shown, *self._shown_today(child_id))
        return replace(page, draft=issuing.with_shown(page, shown))

    def save_draft(self, draft: ProgramDraft) -> tuple[ProgramDraft, datetime]:
        """Keep a draft; return it with its id, and when it was saved."""
        saved_at = now_utc()
        columns = issuing.columns(draft, self._work.user.id, saved_at)
        if draft.id is None:
            with self._work.saving(
                Permission.EDIT_HOME_PROGRAM,
                Topic.HOME_PROGRAMS,
                Action.SAVED_HOME_PROGRAM,
                draft.child_id,
            ) as entry:
                new_id = queries.insert_program(columns)
                entry.subject = f"home program {new_id}"
            return replace(draft, id=new_id), saved_at
        with self._work.continuing(Permission.EDIT_HOME_PROGRAM):
            if not queries.save_program(draft.id, columns):
                raise issuing.already_given()
        return draft, saved_at

    def budget(self, draft: ProgramDraft) -> MinutesCheck:
        """Say what the minutes rule allows."""
        return draft.budget

    def clashes(self, child_id: int, activity: Activity) -> tuple[Clash, ...]:
        """Return what forbids an activity for a child."""
        child = self._reader.child(child_id)
        return clashes(activity, alert_words(child.alerts), age_of(child, today()))

    def keep_photo(self, child_id: int, photo: Photo) -> None:
        """Keep the bytes of a child's own photo once; programs only name it."""
        with self._work.saving(
            Permission.EDIT_HOME_PROGRAM, Topic.HOME_PROGRAMS, Action.KEPT_PHOTO, child_id
        ) as entry:
            entry.subject = f"photo {photo.name[:12]}"
            photo_queries.keep_picture(photo.name, photo.jpeg, self._work.user.id, now_utc())

    def clashing(self, child_id: int) -> ClashingProgram | None:
        """Return the program a child's family has now when an alert has come to forbid it."""
        if not self._work.user.may(Permission.SEE_HOME_PROGRAMS):
            return None
        return next(iter(clashing_programs(today(), child_id)), None)

    def papers(self, draft: ProgramDraft, choice: PaperChoice | None = None) -> bytes:
        """Return the pages as they would be given; stores nothing."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        page = self._reader.page(draft.child_id, draft)
        return printing.papers(page.printable(draft), choice or draft.choice)

    def check(
        self, draft: ProgramDraft, recipient_id: int | None = None, reason: str = ""
    ) -> ProgramPage:
        """Raise what ``issue`` would refuse, before anybody is asked for a printer or a file."""
        self._work.require(Permission.EDIT_HOME_PROGRAM)
        page = self._reader.page(draft.child_id, draft)
        if self._allowed != (draft.child_id, recipient_id):
            require_may_receive(page.child, recipient_id)
        issuing.refuse_what_cannot_be_given(page, draft, reason)
        return page

    @property
    def may_edit(self) -> bool:
        """Whether the signed-in person may build programs and enter charts."""
        return self._work.user.may(Permission.EDIT_HOME_PROGRAM)

    @property
    def may_allow(self) -> bool:
        """Whether the signed-in person may give papers to somebody who may not receive them."""
        return self._work.user.may(Permission.ALLOW_RECIPIENT)

    def allow_once(self, child_id: int, recipient_id: int, why: str) -> None:
        """Let the next papers go to somebody who may not receive them; only the owner can.

        The activity log keeps who allowed it, for whom, and why.
        """
        if not why.strip():
            raise ValidationError({"recipient": "Say why. It is kept in the activity log."})
        with self._work.saving(
            Permission.ALLOW_RECIPIENT, Topic.HOME_PROGRAMS, Action.ALLOWED_RECIPIENT, child_id
        ) as entry:
            entry.subject = f"caregiver {recipient_id}: {why.strip()}"
        self._allowed = (child_id, recipient_id)

    def issue(
        self,
        draft: ProgramDraft,
        recipient_id: int | None = None,
        reason: str = "",
        drawn: Drawn | None = None,
    ) -> IssuedPaper:
        """Give the program to a family: the pages are kept exactly as they are printed.

        Pages ``drawn`` before are taken when they say the same, so that nobody waits for them.
        Raises ``ValidationError`` for a recipient who may not have papers, an activity without
        what, how long or how often, a clash, and minutes over the family's without a reason.
        """
        page = self.check(draft, recipient_id, reason)
        pdf = printing.papers_or(drawn, page.printable(draft), draft.choice)
        name = printing.file_name(page.facts.child, "home-program", page.facts.today)
        with self._work.saving(
            Permission.EDIT_HOME_PROGRAM,
            Topic.HOME_PROGRAMS,
            Action.ISSUED_PAPER,
            draft.child_id,
        ) as entry:
            program_id = self._give(draft, page.facts.child)
            paper = issuing.Paper(program_id, pdf, name, draft.choice.kind, reason.strip())
            kept = issuing.keep(paper, draft.child_id, recipient_id, self._work.user.id)
            entry.subject = f"paper {kept.id}, {kept.pages} pages, caregiver {recipient_id or '-'}"
        self._allowed = None
        return kept

    def reprint(self, paper_id: int) -> IssuedPaper:
        """Return the very bytes a family was given, and record that they were printed again."""
        self._work.require(Permission.PRINT_HOME_PROGRAM)
        row = queries.paper(paper_id, reading.PaperRow)
        if row is None:
            raise NotFound("These papers are no longer in the file.")
        child = self._reader.child(row.child_id)
        require_may_receive(child, issuing.still_family(child, row.caregiver_id))
        issuing.require_unharmed(row)
        with self._work.viewing(
            Permission.PRINT_HOME_PROGRAM, Action.REPRINTED_PAPER, row.child_id
        ) as entry:
            entry.subject = f"paper {row.id}"
        name = issuing.name_of(child, row.issued_at)
        return IssuedPaper(row.id, row.home_program_id, row.pdf, row.pages, name)

    def current(self, child_id: int) -> GivenProgram | None:
        """Return the program the family has now, which a note asks about."""
        return next((given for given in self.of_child(child_id) if given.is_current), None)

    def of_child(self, child_id: int) -> list[GivenProgram]:
        """Return all programs a family was given, the newest first."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        return reading.given_programs(child_id, today(), self._reader.closed_days())

    def overview(self) -> tuple[ProgramOverview, ...]:
        """Return every active child's program, those that need something first."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        return overview(today())

    def differences(self, before_id: int, after_id: int) -> tuple[Difference, ...]:
        """Return what differs between two programs that were given to one family."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        before, after = (
            queries.program(each, reading.ProgramRow) for each in (before_id, after_id)
        )
        if before is None or after is None or before.child_id != after.child_id:
            raise NotFound("These programs are no longer in the file.")
        child = self._reader.child(after.child_id)
        on_paper = reading.child_on_paper(child)
        return differences(reading.draft_of(before), reading.draft_of(after), on_paper)

    def _give(self, draft: ProgramDraft, child: ChildOnPaper) -> int:
        """Save and issue a draft; one that was given already may only be given again unchanged."""
        now = now_utc()
        given = queries.program(draft.id, reading.ProgramRow) if draft.id else None
        if given is not None and given.issued_at is not None:
            if not issuing.says_the_same(given.content, draft):
                raise issuing.already_given()
            return given.id
        columns = issuing.columns(draft, self._work.user.id, now)
        program_id = draft.id or queries.insert_program(columns)
        rows = issuing.activity_rows(draft, child)
        kept = queries.save_program(program_id, columns)
        if not kept or not queries.give_program(program_id, rows, now):
            raise ClinicError("This program is no longer in the file. Open it again.")
        return program_id
