"""Sums a visit up for the family: the win of the day, what was done, what is next."""

from ot_desktop.caseload.domain import first_name
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs import handout, printing
from ot_desktop.home_programs.draft import PaperChoice
from ot_desktop.home_programs.handouts import Handout, Handouts, titles_in
from ot_desktop.home_programs.page_pictures import count_pages
from ot_desktop.home_programs.program_page import ProgramPage
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.home_programs.summary import SessionSummary
from ot_desktop.notes.told_family import VisitWords, visit_words
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

KIND = "summary"
_TYPED_IN = "en"


class FamilySummaries:
    """Print what a family takes home of the child's last visit."""

    def __init__(self, work: Work, programs: HomeProgramService, handouts: Handouts) -> None:
        self._work = work
        self._programs = programs
        self._handouts = handouts

    def make(self, child_id: int, choice: PaperChoice) -> Handout:
        """Return the summary; what was typed in another language is left to be written by hand."""
        page = self._programs.start(child_id)
        summary = self._summary(page, self._words(child_id), choice)
        with printing.alone:
            pdf = handout.print_summary(summary, choice.paper)
        name = printing.file_name(page.facts.child, KIND, page.facts.today)
        made = Handout(pdf, count_pages(pdf), name)
        self._handouts.keep_record(child_id, KIND, made, choice.language)
        return made

    def summary(
        self, child_id: int, choice: PaperChoice, session_id: int | None = None
    ) -> SessionSummary:
        """Return what is printed of one visit, or of the last, to be looked at first."""
        self._work.require(Permission.PRINT_HOME_PROGRAM)
        words = self._words(child_id, session_id)
        return self._summary(self._programs.start(child_id), words, choice)

    def _words(self, child_id: int, session_id: int | None = None) -> VisitWords:
        words = visit_words(self._work, child_id, session_id)
        if words is None:
            raise ClinicError("No visit of this child has a note yet. Write the note first.")
        return words

    def _summary(self, page: ProgramPage, words: VisitWords, choice: PaperChoice) -> SessionSummary:
        program = self._handouts.practiced(page, choice, first_name(words.author))
        if choice.language == _TYPED_IN:
            return SessionSummary(program, words.held_on, words.win, words.did, words.shown)
        did = titles_in(page, words.did, choice.language)
        tried = titles_in(page, words.shown, choice.language)
        return SessionSummary(program, words.held_on, "", did, tried)
